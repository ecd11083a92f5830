import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable, type Column } from "@/components/lists/data-table";
import type { ListParams } from "@/components/lists/href";
import { EmptyState } from "@/components/ui/empty-state";
import type { TeamRow } from "@/lib/teams/queries";
import type { TeamFilter } from "@/lib/teams/schema";

export function TeamTable({
  rows,
  filter,
  params,
}: {
  rows: TeamRow[];
  params: ListParams;
  filter: TeamFilter;
}) {
  const t = useTranslations("teams");
  const tc = useTranslations("common");
  const columns: Column<TeamRow>[] = [
    {
      key: "name",
      header: t("fields.name"),
      sortKey: "name",
      sticky: true,
      width: "lg",
      cell: (row) => row.name,
    },
    {
      key: "kind",
      header: t("fields.kind"),
      sortKey: "kind",
      nowrap: true,
      cell: (row) => t(`kind.${row.kind}`),
    },
    { key: "unit", header: t("fields.unit"), sortKey: "unit", cell: (row) => row.unitName },
    {
      key: "leaders",
      header: t("columns.leaders"),
      cell: (row) => row.leaders.join(tc("listSeparator")) || null,
    },
    { key: "members", header: t("columns.members"), align: "end", cell: (row) => row.memberCount },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/teams/${row.id}`}
      params={params}
      path="/teams"
      sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
      empty={<EmptyState icon={UsersRound} title={t("none")} text={t("noneText")} />}
    />
  );
}
