import { ShieldOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { RevocationRow } from "@/lib/awards/strikes/queries";
import { formatInstant } from "@/lib/i18n/format";
import { DataTable, type Column } from "../../lists/data-table";
import type { ListParams } from "../../lists/href";
import { EmptyState } from "../../ui/empty-state";
import { PartialDateText } from "../../ui/partial-date";
import { titleIn } from "../named";
import { RevocationStateBadge } from "./revocation-state-badge";
import { targetIn } from "./target";

type Props = { rows: readonly RevocationRow[]; params: ListParams; sort: string };

export function RevocationTable({ rows, params, sort }: Props) {
  const t = useTranslations("revocations");
  const locale = useLocale();
  const columns: Column<RevocationRow>[] = [
    {
      key: "title",
      header: t("fields.title"),
      cell: (row) => titleIn(locale, row),
      sticky: true,
      width: "lg",
    },
    {
      key: "target",
      header: t("fields.target"),
      cell: (row) => targetIn((key, values) => t(key, values), row.target),
      width: "md",
    },
    {
      key: "state",
      header: t("fields.state"),
      cell: (row) => <RevocationStateBadge state={row.state} />,
      nowrap: true,
    },
    { key: "document", header: t("fields.document"), cell: (row) => row.documentLabel, nowrap: true },
    {
      key: "effectiveOn",
      header: t("fields.effectiveOn"),
      cell: (row) => <PartialDateText value={row.effectiveOn} />,
      sortKey: "effectiveOn",
      nowrap: true,
    },
    {
      key: "createdAt",
      header: t("list.createdAt"),
      cell: (row) => formatInstant(row.createdAt, locale),
      sortKey: "createdAt",
      nowrap: true,
    },
  ];
  return (
    <DataTable
      caption={t("list.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/awards/${row.awardId}/revocations/${row.id}`}
      params={params}
      path="/awards/revocations"
      sort={sort}
      empty={<EmptyState icon={ShieldOff} title={t("list.none")} text={t("list.noneText")} />}
    />
  );
}
