import { Link } from "../ui/link";
import type { Column } from "./columns";
import { listHref, type ListParams } from "./href";

type Props<Row> = {
  column: Column<Row>;
  className?: string;
  sort?: string;
  params: ListParams;
  path: string;
  label: string;
};

/** A column's head; a link when the column can be sorted: first ascending, then descending. */
export function SortHeader<Row>({ column, className, sort, params, path, label }: Props<Row>) {
  if (!column.sortKey)
    return (
      <th scope="col" className={className}>
        {column.header}
      </th>
    );
  const direction =
    sort === column.sortKey ? "ascending" : sort === `-${column.sortKey}` ? "descending" : undefined;
  const next = direction === "ascending" ? `-${column.sortKey}` : column.sortKey;
  return (
    <th scope="col" aria-sort={direction} className={className}>
      <Link href={listHref(path, params, { sort: next })} title={label}>
        {column.header}
      </Link>
    </th>
  );
}
