import { MessageSquareText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { RequestRow } from "@/lib/awards/requests/queries";
import { formatInstant } from "@/lib/i18n/format";
import { DataTable, type Column } from "../../lists/data-table";
import type { ListParams } from "../../lists/href";
import { EmptyState } from "../../ui/empty-state";
import { titleIn } from "../named";
import { RequestStateBadge } from "./request-state-badge";

type Props = { rows: readonly RequestRow[]; params: ListParams; sort: string; filtered: boolean };

export function RequestTable({ rows, params, sort, filtered }: Props) {
  const t = useTranslations("requests");
  const locale = useLocale();
  const columns: Column<RequestRow>[] = [
    {
      key: "title",
      header: t("fields.titleName"),
      cell: (row) => titleIn(locale, row),
      sticky: true,
      width: "lg",
    },
    { key: "kind", header: t("fields.kind"), cell: (row) => t(`kind.${row.kind}`), nowrap: true },
    {
      key: "employee",
      header: t("fields.employee"),
      cell: (row) => row.employee.name,
      sortKey: "employee",
      nowrap: true,
    },
    { key: "unit", header: t("fields.unit"), cell: (row) => row.employee.unitName, width: "md" },
    {
      key: "createdAt",
      header: t("fields.createdAt"),
      cell: (row) => formatInstant(row.createdAt, locale),
      sortKey: "createdAt",
      nowrap: true,
    },
    {
      key: "state",
      header: t("fields.state"),
      cell: (row) => <RequestStateBadge state={row.state} dot />,
      nowrap: true,
    },
    { key: "answeredBy", header: t("fields.answeredBy"), cell: (row) => row.answeredBy },
  ];
  const words = filtered ? "noneFound" : "none";
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/awards/requests/${row.id}`}
      params={params}
      path="/awards/requests"
      sort={sort}
      empty={<EmptyState icon={MessageSquareText} title={t(`list.${words}`)} text={t(`list.${words}Text`)} />}
    />
  );
}
