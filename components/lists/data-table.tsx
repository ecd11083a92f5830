import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Inbox } from "lucide-react";
import { EmptyState } from "../ui/empty-state";
import type { ListParams } from "./href";
import { cellClass, layOut, type Column } from "./columns";
import { PlainRows } from "./plain-rows";
import { RowLinks } from "./row-links";
import { isPlain } from "./rows-markup";
import { SelectAll } from "./select-all";
import { SortHeader } from "./sort-header";
import { TableRows } from "./table-rows";

export type { Column } from "./columns";

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  rowHref?: (row: Row) => string;
  params?: ListParams;
  path?: string;
  sort?: string;
  empty?: ReactNode;
  select?: { name: string; form?: string; label: (row: Row) => string };
};

/** A page of a list. Classes sit on cells in one or two letters (see ledger.css) and rows travel as their texts to keep it small. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  params = {},
  path = "",
  sort,
  empty,
  select,
}: Props<Row>) {
  const t = useTranslations("common.list");
  const laid = layOut(columns, select !== undefined);
  const head = Math.max(
    0,
    columns.findIndex((column) => column.href !== false),
  );
  if (rows.length === 0) {
    return (
      <div className="rounded-md border border-line bg-surface shadow-card">
        {empty ?? <EmptyState icon={Inbox} title={t("emptyTitle")} text={t("emptyText")} />}
      </div>
    );
  }
  const looks = columns.map((column, at) => ({
    style: cellClass(column, laid),
    ...(at === head && { head: true }),
  }));
  const cells = rows.map((row, index) => columns.map((column) => column.cell(row, index) ?? null));
  return (
    <RowLinks label={caption}>
      <table className="ledger" data-first={laid.first}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {select && (
              <th scope="col" className={laid.selectClass}>
                <SelectAll name={select.name} label={t("selectAll")} />
              </th>
            )}
            {columns.map((column) => (
              <SortHeader
                key={column.key}
                column={column}
                className={cellClass(column, laid)}
                sort={sort}
                params={params}
                path={path}
                label={t("sortBy", { column: column.label ?? String(column.header) })}
              />
            ))}
          </tr>
        </thead>
        {!select && cells.every((row) => row.every(isPlain)) ? (
          <PlainRows
            text={JSON.stringify({
              looks,
              rows: rows.map((row, at) => ({ href: rowHref?.(row), cells: cells[at] })),
            })}
          />
        ) : (
          <TableRows
            looks={looks}
            rows={rows.map((row, at) => ({ key: rowKey(row), href: rowHref?.(row), cells: cells[at]! }))}
            select={
              select && {
                name: select.name,
                form: select.form,
                style: laid.selectClass,
                labels: rows.map(select.label),
              }
            }
          />
        )}
      </table>
    </RowLinks>
  );
}
