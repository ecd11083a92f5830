import type { Prisma } from "@/lib/db/generated/client";
import { maskNumbers } from "@/lib/kernel/mask-numbers";
import type { IntakeChange, IntakeDecision, IntakeFault, IntakeOutcome } from "@/lib/kernel/intake";
import { hrefOf } from "./records";
import type { ImportProgress } from "./rules";
import type { ImportKind, ImportMode, ImportOptions, ImportState } from "./schema";

export type ImportCounts = Record<IntakeOutcome, number> & { applied: number };
export type ImportItem = {
  id: number;
  kind: ImportKind;
  state: ImportState;
  fileName: string;
  unitName: string;
  createdBy: string;
  createdAt: Date;
  total: number | null;
  counts: ImportCounts;
};
/** A sheet of the workbook with its first rows: rows[0] is row 1. */
export type SheetPreview = { name: string; rows: string[][] };
export type ImportRights = { map: boolean; apply: boolean; cancel: boolean; undo: boolean; confirm: boolean };
export type ImportView = ImportItem & {
  version: number;
  mode: ImportMode;
  options: ImportOptions;
  preview: SheetPreview[] | null;
  sheet: string | null;
  headerRow: number | null;
  headings: string[];
  /** Column of the sheet (0, 1, …) to field. */
  mapping: Record<string, string> | null;
  progress: ImportProgress;
  failure: { message: string; detail?: Record<string, string | number> } | null;
  /** Why it is back in an earlier state: a key under `faults.*`. */
  notice: string | null;
  appliedBy: string | null;
  appliedAt: Date | null;
  undoneBy: string | null;
  undoneAt: Date | null;
  cancelledBy: string | null;
  cancelledAt: Date | null;
  may: ImportRights;
};
export type ImportRowView = {
  position: number;
  sheetRow: number;
  outcome: IntakeOutcome | null;
  label: string;
  cells: string[];
  faults: IntakeFault[];
  changes: IntakeChange[];
  /** The record that is there already. */
  record: { id: number; href: string; label: string } | null;
  decision: IntakeDecision | null;
  applied: { id: number; href: string } | null;
};
export type ImportUnit = { id: number; label: string };

const named = { select: { name: true } } as const;
export const progressSelect = {
  ...{ state: true, rowsTotal: true, rowsRead: true, rowsChecked: true, rowsApplied: true },
  ...{ countNew: true, countChanged: true, phaseStartedAt: true },
} satisfies Prisma.ImportBatchSelect;
export const itemSelect = {
  ...progressSelect,
  ...{ id: true, kind: true, createdAt: true },
  ...{ countUnchanged: true, countDuplicate: true, countFaulty: true },
  file: named,
  recordingUnit: named,
  createdBy: named,
} satisfies Prisma.ImportBatchSelect;
export const viewSelect = {
  ...itemSelect,
  ...{ version: true, mode: true, options: true, preview: true, sheet: true, headerRow: true },
  ...{
    headings: true,
    mapping: true,
    failure: true,
    notice: true,
    appliedAt: true,
    undoneAt: true,
    cancelledAt: true,
    purgedAt: true,
  },
  appliedBy: named,
  undoneBy: named,
  cancelledBy: named,
} satisfies Prisma.ImportBatchSelect;
export const rowSelect = {
  ...{ position: true, sheetRow: true, outcome: true, label: true, cells: true, faults: true },
  ...{ changes: true, decision: true, nounId: true, appliedId: true },
} satisfies Prisma.ImportRowSelect;

export function toItem(batch: Prisma.ImportBatchGetPayload<{ select: typeof itemSelect }>): ImportItem {
  const { id, kind, state, createdAt } = batch;
  return {
    ...{ id, kind, state, createdAt },
    fileName: batch.file.name,
    unitName: batch.recordingUnit.name,
    createdBy: batch.createdBy.name,
    total: batch.rowsTotal,
    counts: {
      new: batch.countNew,
      changed: batch.countChanged,
      unchanged: batch.countUnchanged,
      duplicate: batch.countDuplicate,
      faulty: batch.countFaulty,
      applied: batch.rowsApplied,
    },
  };
}

export function toRow(
  row: Prisma.ImportRowGetPayload<{ select: typeof rowSelect }>,
  { kind, state }: { kind: ImportKind; state: ImportState },
): ImportRowView {
  const { position, sheetRow, outcome, nounId, appliedId } = row;
  const label = maskNumbers(row.label ?? "");
  const faults = (row.faults ?? []) as IntakeFault[];
  const changes = (row.changes ?? []) as IntakeChange[];
  return {
    ...{ position, sheetRow, outcome, label },
    cells: row.cells.map(maskNumbers),
    faults: faults.map((fault) => ({ ...fault, value: maskNumbers(fault.value) })),
    changes: changes.map(({ column, before, after }) => ({
      column,
      before: maskNumbers(before),
      after: maskNumbers(after),
    })),
    record: nounId === null ? null : { id: nounId, href: hrefOf(kind, nounId), label },
    decision: row.decision as IntakeDecision | null,
    applied:
      appliedId === null || state === "undone" ? null : { id: appliedId, href: hrefOf(kind, appliedId) },
  };
}

export function maskedPreview(preview: SheetPreview[] | null): SheetPreview[] | null {
  return (
    preview && preview.map(({ name, rows }) => ({ name, rows: rows.map((cells) => cells.map(maskNumbers)) }))
  );
}
