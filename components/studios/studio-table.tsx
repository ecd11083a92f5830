import { Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable, type Column } from "@/components/lists/data-table";
import type { ListParams } from "@/components/lists/href";
import { EmptyState } from "@/components/ui/empty-state";
import { PartialDateText } from "@/components/ui/partial-date";
import type { StudioRow } from "@/lib/studios/queries";
import type { StudioFilter } from "@/lib/studios/schema";

export function StudioTable({
  rows,
  filter,
  params,
}: {
  rows: StudioRow[];
  params: ListParams;
  filter: StudioFilter;
}) {
  const t = useTranslations("studios");
  const tc = useTranslations("common");
  const columns: Column<StudioRow>[] = [
    {
      key: "name",
      header: t("fields.name"),
      sortKey: "name",
      sticky: true,
      width: "lg",
      cell: (row) => row.name,
    },
    { key: "unit", header: t("fields.unit"), sortKey: "unit", width: "sm", cell: (row) => row.unitName },
    {
      key: "leaders",
      header: t("columns.leaders"),
      cell: (row) => row.leaders.join(tc("listSeparator")) || null,
    },
    { key: "field", header: t("fields.field"), cell: (row) => row.field },
    { key: "place", header: t("fields.place"), cell: (row) => row.place },
    {
      key: "foundedOn",
      header: t("fields.foundedOn"),
      sortKey: "foundedOn",
      nowrap: true,
      cell: (row) => row.foundedOn && <PartialDateText value={row.foundedOn} />,
    },
    { key: "members", header: t("columns.members"), align: "end", cell: (row) => row.memberCount },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/studios/${row.id}`}
      params={params}
      path="/studios"
      sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
      empty={<EmptyState icon={Wrench} title={t("none")} text={t("noneText")} />}
    />
  );
}
