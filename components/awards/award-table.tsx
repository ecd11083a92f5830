import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AwardRow } from "@/lib/awards/queries";
import { formatPartialDate } from "@/lib/kernel/partial-date";
import type { Column } from "../lists/columns";
import { DataTable } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { stateTones } from "./award-state-badge";
import { inLanguage, titleIn } from "./named";

type Props = {
  caption: string;
  rows: readonly AwardRow[];
  empty?: ReactNode;
  /** For the list proper: its columns sort through the URL, and all of them show. */
  list?: { params: ListParams; path: string; sort: string };
};

/** Awards in rows; the short form leaves out what a document's or the home page says beside it. */
export function AwardTable({ caption, rows, empty, list }: Props) {
  const t = useTranslations("awards");
  const ts = useTranslations("awards.state");
  const locale = useLocale();
  // Asked once: a message costs more than the cell it stands in.
  const separator = t("list.separator");
  const states = new Map(rows.map(({ state }) => [state, ""]));
  for (const state of states.keys()) states.set(state, ts(state));
  const all: (Column<AwardRow> & { short?: boolean })[] = [
    {
      key: "number",
      header: t("fields.ledgerNumber"),
      cell: (row) => row.ledgerNumber ?? t("detail.noNumber"),
      sortKey: "number",
      sticky: list !== undefined,
      width: "sm",
      nowrap: true,
      short: true,
    },
    {
      key: "title",
      header: t("fields.title"),
      cell: (row) => titleIn(locale, row),
      sortKey: "title",
      width: locale === "en" ? "lg" : "md",
      short: true,
    },
    { key: "prize", header: t("fields.prizeLevel"), cell: (row) => prizeOf(row), nowrap: true, short: true },
    {
      key: "recipients",
      header: t("fields.recipients"),
      cell: (row) => recipientsOf(row),
      width: "md",
      short: true,
    },
    {
      key: "date",
      header: t("fields.awardDate"),
      cell: (row) => formatPartialDate(row.awardDate, locale === "en" ? "en" : "zh-CN"),
      sortKey: "date",
      nowrap: true,
      short: true,
    },
    {
      key: "state",
      header: t("fields.state"),
      cell: (row) => ({
        tone: stateTones[row.state],
        text: states.get(row.state)!,
        ...(row.struck.length > 0 && { note: struckOf(row) }),
      }),
      sortKey: "state",
      nowrap: true,
      short: true,
    },
    {
      key: "level",
      header: t("fields.level"),
      cell: (row) => inLanguage(locale, row.level),
      sortKey: "level",
      nowrap: true,
    },
    { key: "unit", header: t("fields.unit"), cell: (row) => row.unitName, sortKey: "unit", width: "md" },
    { key: "document", header: t("fields.document"), cell: (row) => row.documentNumber, nowrap: true },
  ];
  const columns = list ? all : all.filter(({ short }) => short).map(({ sortKey: _, ...column }) => column);

  function prizeOf({ prizeLevel, rank }: AwardRow): string | null {
    return (
      [prizeLevel && inLanguage(locale, prizeLevel), rank !== null && t("timeline.rank", { rank })]
        .filter(Boolean)
        .join(" ") || null
    );
  }

  function struckOf({ struck }: AwardRow): string {
    return t("struck.some", { names: struck.join(separator) });
  }

  function recipientsOf({ recipients, recipientCount }: AwardRow): string | null {
    const names = recipients.join(separator);
    return recipientCount > recipients.length
      ? t("list.andMore", { names, count: recipientCount })
      : names || null;
  }

  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/awards/${row.id}`}
      empty={empty}
      {...list}
    />
  );
}
