import { Landmark } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { BodyRow } from "@/lib/honors/bodies/queries";
import { bodyKinds, type BodyFilter } from "@/lib/honors/bodies/schema";
import { nameIn } from "@/lib/honors/rules";
import { type Column, DataTable } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { QueryBar } from "../lists/query-bar";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { EmptyState } from "../ui/empty-state";
import { Input } from "../ui/input";

const path = "/honors/bodies";

export function BodyQuery({ params, filter }: { params: ListParams; filter: BodyFilter }) {
  const t = useTranslations("honors");
  const tc = useTranslations("common");
  return (
    <QueryBar path={path} params={params} keep={["sort", "size"]}>
      <QueryField label={t("keyword")} wide>
        <Input name="q" type="search" defaultValue={filter.q} placeholder={t("bodies.keywordHint")} />
      </QueryField>
      <QueryField label={t("bodies.kind")}>
        <QuerySelect
          name="kind"
          defaultValue={filter.kind}
          options={bodyKinds.map((kind) => ({ value: kind, label: t(`bodyKind.${kind}`) }))}
          placeholder={tc("all")}
        />
      </QueryField>
    </QueryBar>
  );
}

export function BodyList({
  rows,
  params,
  sort,
  filtered,
}: {
  rows: BodyRow[];
  params: ListParams;
  sort: string;
  filtered: boolean;
}) {
  const t = useTranslations("honors");
  const locale = useLocale();
  const columns: Column<BodyRow>[] = [
    {
      key: "name",
      header: t("bodies.name"),
      cell: (row) => nameIn(locale, row),
      sortKey: "name",
      sticky: true,
      width: "lg",
    },
    { key: "code", header: t("bodies.code"), cell: (row) => row.code, sortKey: "code", nowrap: true },
    { key: "kind", header: t("bodies.kind"), cell: (row) => t(`bodyKind.${row.kind}`), nowrap: true },
    { key: "rank", header: t("bodies.rank"), cell: (row) => row.rank, sortKey: "rank", align: "end" },
    {
      key: "successor",
      header: t("bodies.successor"),
      cell: (row) => row.successor && nameIn(locale, row.successor),
      width: "lg",
    },
  ];
  const empty = filtered ? undefined : <EmptyState icon={Landmark} title={t("bodies.none")} />;
  return (
    <DataTable
      caption={t("bodies.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      params={params}
      path={path}
      sort={sort}
      empty={empty}
    />
  );
}
