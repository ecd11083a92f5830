import { zone, zonedDay } from "@/lib/awards/rules";
import type { AwardFilter } from "@/lib/awards/schema";
import type { Column } from "../sheets/sheet";
import type { Words } from "./ledger/cells";
import {
  amountColumns,
  type ExportColumn,
  type ExportInput,
  type FilterWord,
  holdsNumbers,
  type RowPer,
} from "./schema";

const widths: Partial<Record<ExportColumn, number>> = {
  ...{
    title: 30,
    titleEn: 30,
    name: 18,
    place: 20,
    unitThen: 26,
    unionUnit: 22,
    unitNow: 26,
    documentNumber: 22,
    documentTitle: 40,
  },
  ...{
    issuers: 24,
    grantingBodies: 24,
    reason: 40,
    recordingUnit: 22,
    ledgerNumber: 15,
    evidenceGrade: 20,
  },
  ...{ confirmedAt: 17, idNumber: 22, phone: 16 },
};

export function sheetColumns(columns: readonly ExportColumn[], rowPer: RowPer, words: Words): Column[] {
  return columns.map((column) => ({
    header: words.exports(
      rowPer === "award" && column === "recipientBonus" ? "columns.recipientBonusSum" : `columns.${column}`,
    ),
    width: widths[column] ?? 12,
    kind: amountColumns.includes(column) ? "money" : "text",
  }));
}

/** 获奖台账_20261127_123条 */
export function fileName(count: number, now: Date, ending: string, { exports: t }: Words): string {
  return `${t("file.name", { day: zonedDay(now).replaceAll("-", ""), count })}.${ending}`;
}

type Told = {
  told: readonly FilterWord[];
  choice: ExportInput;
  awards: number;
  count: number;
  by: string;
  now: Date;
};

/** What the second sheet says of the first. */
export function notesOf(
  { told, choice: { columns, rowPer, reason }, awards, count, by, now }: Told,
  { exports: t }: Words,
): [string, string][] {
  const repeated = rowPer === "recipient" && columns.includes("bonus");
  return [
    [t("notes.content"), t(`rowPer.${rowPer}`)],
    ...told.map(({ key, value }): [string, string] => [t(`filter.${key}`), value]),
    [t("notes.awards"), String(awards)],
    [t("notes.rows"), String(count)],
    [t("notes.by"), by],
    [t("notes.at"), zonedMinute(now)],
    [t("notes.reason"), reason],
    ...(holdsNumbers(columns) ? [[t("notes.care"), t("notes.wholeNumbers")] satisfies [string, string]] : []),
    ...(repeated ? [[t("notes.hint"), t("notes.bonusRepeated")] satisfies [string, string]] : []),
  ];
}

/** "2026-11-27 09:30" where the registry's people live. */
function zonedMinute(now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(
    now,
  );
}

/** A filter as the parameters of a URL or the fields of a form. The year always stands there: what is asked for today is so tomorrow. */
export function filterFields({
  year,
  sort,
  direction,
  page: _page,
  size: _size,
  ...rest
}: AwardFilter): [string, string][] {
  const given = { ...rest, year: year ?? "all", sort: direction === "desc" ? `-${sort}` : sort };
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
}
