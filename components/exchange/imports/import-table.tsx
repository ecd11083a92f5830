import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ImportItem } from "@/lib/exchange/imports/queries";
import { formatInstant } from "@/lib/i18n/format";
import { type Column, DataTable } from "../../lists/data-table";
import type { ListParams } from "../../lists/href";
import { ImportStateBadge } from "./import-state";

type Props = { rows: readonly ImportItem[]; params: ListParams; sort: string; empty: ReactNode };

export function ImportTable({ rows, params, sort, empty }: Props) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const columns: Column<ImportItem>[] = [
    {
      key: "file",
      header: t("list.file"),
      width: "lg",
      sticky: true,
      cell: (row) => row.fileName,
    },
    { key: "kind", header: t("list.kind"), nowrap: true, cell: (row) => t(`kind.${row.kind}`) },
    {
      key: "state",
      header: t("list.state"),
      nowrap: true,
      cell: (row) => <ImportStateBadge state={row.state} dot />,
    },
    { key: "total", header: t("list.total"), align: "end", cell: (row) => row.total?.toLocaleString(locale) },
    { key: "result", header: t("list.result"), width: "md", cell: (row) => <Counts item={row} /> },
    { key: "unit", header: t("list.unit"), width: "md", cell: (row) => row.unitName },
    { key: "by", header: t("list.by"), nowrap: true, cell: (row) => row.createdBy },
    {
      key: "at",
      header: t("list.at"),
      sortKey: "createdAt",
      nowrap: true,
      cell: (row) => formatInstant(row.createdAt, locale),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/exchange/imports/${row.id}`}
      params={params}
      path="/exchange/imports"
      sort={sort}
      empty={empty}
    />
  );
}

/** What was written, or what would be; and what still needs somebody. */
function Counts({ item: { state, counts } }: { item: ImportItem }) {
  const t = useTranslations("imports.list");
  const tc = useTranslations("common");
  const words = [
    state === "applied" ? t("appliedCount", { count: counts.applied }) : null,
    state === "checked" && counts.new > 0 ? t("newCount", { count: counts.new }) : null,
    state === "checked" && counts.changed > 0 ? t("changedCount", { count: counts.changed }) : null,
    counts.faulty > 0 && state !== "undone" ? t("faultyCount", { count: counts.faulty }) : null,
  ].filter((word) => word !== null);
  return words.length > 0 ? words.join(tc("listSeparator")) : "—";
}
