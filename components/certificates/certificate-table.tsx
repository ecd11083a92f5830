import { FileBadge } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { CertificateRow } from "@/lib/certificates/register/queries";
import type { CertificateFilter } from "@/lib/certificates/schema";
import { titleIn } from "../awards/named";
import { DataTable, type Column } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { EmptyState } from "../ui/empty-state";
import { PartialDateText } from "../ui/partial-date";
import { CertificateStateBadge } from "./certificate-state";

type Props = { rows: readonly CertificateRow[]; params: ListParams; filter: CertificateFilter };

export function CertificateTable({ rows, params, filter }: Props) {
  const t = useTranslations("certificates");
  const locale = useLocale();
  const columns: Column<CertificateRow>[] = [
    {
      key: "number",
      header: t("fields.number"),
      cell: (row) => row.number ?? t("noNumber"),
      sortKey: "number",
      sticky: true,
      width: "md",
    },
    { key: "kind", header: t("fields.kind"), cell: (row) => t(`kind.${row.kind}`), nowrap: true },
    {
      key: "state",
      header: t("fields.state"),
      cell: (row) => <CertificateStateBadge state={row.state} toRecall={row.toRecall} dot />,
      nowrap: true,
    },
    { key: "holder", header: t("fields.holder"), cell: (row) => row.holder, sortKey: "holder", width: "md" },
    { key: "title", header: t("fields.title"), cell: (row) => titleIn(locale, row), width: "lg" },
    { key: "year", header: t("fields.year"), cell: (row) => row.awardYear, nowrap: true },
    {
      key: "issuedOn",
      header: t("fields.issuedOn"),
      cell: (row) => row.issuedOn && <PartialDateText value={row.issuedOn} />,
      sortKey: "issuedOn",
      nowrap: true,
    },
    { key: "custody", header: t("fields.custody"), cell: (row) => row.custody },
    { key: "unit", header: t("fields.unit"), cell: (row) => row.unitName, nowrap: true },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/awards/${row.awardId}`}
      params={params}
      path="/certificates"
      sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
      empty={<EmptyState icon={FileBadge} title={t("list.none")} text={t("list.noneText")} />}
    />
  );
}
