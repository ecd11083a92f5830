import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/lists/data-table";
import type { ListParams } from "@/components/lists/href";
import { EmptyState } from "@/components/ui/empty-state";
import type { EmployeeRow } from "@/lib/employees/search/queries";
import { EmployeeStatus } from "./employee-status";

export function EmployeeTable({
  rows,
  params,
  sort,
}: {
  rows: readonly EmployeeRow[];
  params: ListParams;
  sort: string;
}) {
  const t = useTranslations("employees");
  const tc = useTranslations("common");
  const columns: Column<EmployeeRow>[] = [
    {
      key: "name",
      header: t("fields.name"),
      sortKey: "name",
      sticky: true,
      width: "sm",
      nowrap: true,
      cell: (row) => `${row.name}${row.gender === "female" ? t("female") : ""}`,
    },
    {
      key: "workNumber",
      header: t("fields.workNumber"),
      sortKey: "workNumber",
      nowrap: true,
      cell: (row) => row.workNumber,
    },
    { key: "unit", header: t("fields.unit"), sortKey: "unit", width: "md", cell: (row) => row.unitName },
    { key: "unionUnit", header: t("fields.unionUnit"), width: "md", cell: (row) => row.unionUnitName },
    { key: "post", header: t("fields.post"), cell: (row) => row.post },
    {
      key: "workerTypes",
      header: t("fields.workerTypes"),
      cell: (row) =>
        row.workerTypes.length > 0
          ? row.workerTypes.map((type) => t(`workerType.${type}`)).join(tc("listSeparator"))
          : null,
    },
    {
      key: "status",
      header: t("fields.status"),
      nowrap: true,
      cell: (row) => <EmployeeStatus status={row.status} dot />,
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/employees/${row.id}`}
      params={params}
      path="/employees"
      sort={sort}
      empty={<EmptyState icon={UserRound} title={t("none")} text={t("noneText")} />}
    />
  );
}
