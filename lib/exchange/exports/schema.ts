import { z } from "zod";
import { zIntIdOrNull, zText } from "@/lib/kernel/fields";
import { zId } from "@/lib/kernel/ids";

/** Every column that an export of awards can have, as the picker groups them. */
export const columnGroups = {
  record: [
    "ledgerNumber",
    "title",
    "titleEn",
    "category",
    "level",
    "prizeLevel",
    "rank",
    "awardDate",
    "awardYear",
    "bonus",
    "reason",
    "state",
    "evidenceGrade",
  ],
  recipient: [
    "name",
    "kind",
    "role",
    "place",
    "workNumber",
    "gender",
    "unitThen",
    "unionUnit",
    "unitNow",
    "postThen",
    "recipientBonus",
    "share",
  ],
  source: [
    "documentNumber",
    "documentTitle",
    "issuers",
    "grantingBodies",
    "recordingUnit",
    "enteredBy",
    "confirmedBy",
    "confirmedAt",
  ],
  /** Whole numbers out of people's records, for those alone who may see them. */
  numbers: ["idNumber", "phone"],
} as const;
/** What everybody who exports may tick. */
export const usualColumns = [
  ...columnGroups.record,
  ...columnGroups.recipient,
  ...columnGroups.source,
] as const;
export const exportColumns = [...usualColumns, ...columnGroups.numbers] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** What is ticked until somebody chooses otherwise. */
export const defaultColumns: readonly ExportColumn[] = [
  "ledgerNumber",
  "title",
  "level",
  "prizeLevel",
  "awardDate",
  "name",
  "place",
  "workNumber",
  "unitThen",
  "recipientBonus",
  "documentNumber",
  "grantingBodies",
  "state",
];

/** One row a recipient, or one row an award with its recipients in one cell. */
export const rowPers = ["recipient", "award"] as const;
export type RowPer = (typeof rowPers)[number];
export const exportFormats = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const reasonMax = 500;
export const layoutNameMax = 50;
export const layoutsMax = 50;

export function isExportColumn(text: string): text is ExportColumn {
  return exportColumns.some((known) => known === text);
}

/** Columns of amounts; every other one is text, so that numbers of people and documents stay as they are. */
export const amountColumns: readonly ExportColumn[] = ["recipientBonus", "bonus"];

/** Whether a file holds whole ID or phone numbers. */
export function holdsNumbers(columns: readonly ExportColumn[]): boolean {
  return columnGroups.numbers.some((column) => columns.includes(column));
}

/** Columns that tell of people more than the name and place under which they were honored. */
const personalColumns: readonly ExportColumn[] = ["workNumber", "gender", ...columnGroups.numbers];
const rowsWithoutProof = 1_000;

/** Whether a file says so much that whoever sits there has to show who they are. */
export function wantsProof(columns: readonly ExportColumn[], rows: number): boolean {
  return rows > rowsWithoutProof || columns.some((column) => personalColumns.includes(column));
}

/** In the order in which they were sent; a form posts one value alone, several or none. */
const zColumns = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value]),
  z
    .array(z.enum(exportColumns, "unknownValue"))
    .max(200)
    .transform((columns) => [...new Set(columns)])
    .refine((columns) => columns.length > 0, "columnRequired"),
);

const choice = {
  columns: zColumns,
  rowPer: z.enum(rowPers, "unknownValue"),
  format: z.enum(exportFormats, "unknownValue"),
};

export const exportInput = z.object({
  ...choice,
  reason: zText({ max: reasonMax, required: true, lines: true }),
});
export type ExportInput = z.output<typeof exportInput>;

/** A layout is saved under a new name, or over one's own with an id. */
export const layoutInput = z.object({
  id: zIntIdOrNull,
  name: zText({ max: layoutNameMax, required: true }),
  ...choice,
});
export const layoutRef = z.object({ id: zId });

export type Layout = {
  id: number;
  name: string;
  columns: ExportColumn[];
  rowPer: RowPer;
  format: ExportFormat;
};

/** One condition of a filter in words; the key names its label in the catalog. */
export type FilterWord = {
  key: "year" | "unit" | "title" | "level" | "category" | "prizeLevel" | "subjectKind" | "state" | "q";
  value: string;
};
