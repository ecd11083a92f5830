import { FileText, Paperclip } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DocumentRow } from "@/lib/documents/queries";
import { nameIn } from "@/lib/honors/rules";
import { type Column, DataTable } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { EmptyState } from "../ui/empty-state";
import { PartialDateText } from "../ui/partial-date";

type Props = { rows: DocumentRow[]; params: ListParams; sort: string; filtered: boolean; action?: ReactNode };

export function DocumentList({ rows, params, sort, filtered, action }: Props) {
  const t = useTranslations("documents");
  const tc = useTranslations("common");
  const locale = useLocale();
  const columns: Column<DocumentRow>[] = [
    {
      key: "number",
      header: t("number"),
      cell: (row) => row.number ?? t("noNumber"),
      sortKey: "number",
      sticky: true,
      width: "md",
      nowrap: true,
    },
    { key: "title", header: t("name"), cell: (row) => row.title, sortKey: "title", width: "lg" },
    {
      key: "issuers",
      header: t("issuers"),
      cell: (row) => row.issuers.map((body) => nameIn(locale, body)).join(tc("listSeparator")) || null,
      width: "lg",
    },
    {
      key: "signedOn",
      header: t("signedOn"),
      cell: (row) => row.signedOn && <PartialDateText value={row.signedOn} />,
      sortKey: "signedOn",
      nowrap: true,
    },
    { key: "awards", header: t("awards"), cell: (row) => row.awardCount, align: "end" },
    {
      key: "files",
      header: t("fileCount"),
      cell: (row) => (row.fileCount > 0 ? <FileCount count={row.fileCount} /> : null),
      align: "end",
    },
    { key: "kind", header: t("kind"), cell: (row) => t(`kinds.${row.kind}`), nowrap: true },
    { key: "unit", header: t("recordingUnit"), cell: (row) => row.recordingUnit.name, width: "lg" },
  ];
  const empty = filtered ? (
    <EmptyState icon={FileText} title={t("noneFound")} text={t("noneFoundText")} />
  ) : (
    <EmptyState icon={FileText} title={t("none")} text={t("noneText")} action={action} />
  );
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/documents/${row.id}`}
      params={params}
      path="/documents"
      sort={sort}
      empty={empty}
    />
  );
}

function FileCount({ count }: { count: number }) {
  return (
    <span className="inline-flex items-center gap-1">
      <Paperclip aria-hidden className="size-3.5 text-ink-3" />
      {count}
    </span>
  );
}
