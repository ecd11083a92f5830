import type { Tx } from "@/lib/db/transaction";
import type {
  IntakeDecision,
  IntakeOutcome,
  IntakeRow,
  IntakeSecrets,
  IntakeUndo,
  IntakeWrite,
} from "@/lib/kernel/intake";
import { batchRows } from "../schema";

/** A row as it came, with what was found of it when it was looked at last. */
export type Came = IntakeRow & { sheetRow: number; outcome: IntakeOutcome | null };

// Raw SQL in this file: keyset reads of up to 100,000 rows, whose JSON Prisma would take apart and build anew row by row.

/** All rows of a batch in the order of the sheet, a thousand at a time. */
export async function* rowsOf(
  tx: Tx,
  batchId: number,
  mapping: Record<string, string>,
): AsyncGenerator<Came[]> {
  for (let after = 0; ;) {
    const rows = await tx.$queryRaw<Stored[]>`
      SELECT position, sheet_row AS "sheetRow", cells, decision, outcome::text AS outcome, secrets FROM import_rows
      WHERE batch_id = ${batchId} AND position > ${after} ORDER BY position LIMIT ${batchRows}`;
    if (rows.length > 0) yield rows.map((row) => toRow(row, mapping));
    if (rows.length < batchRows) return;
    after = rows.at(-1)!.position;
  }
}

/** The rows with these positions, as they came. */
export async function rowsAt(
  tx: Tx,
  batchId: number,
  positions: readonly number[],
  mapping: Record<string, string>,
): Promise<Came[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT position, sheet_row AS "sheetRow", cells, decision, outcome::text AS outcome, secrets FROM import_rows
    WHERE batch_id = ${batchId} AND position = ANY (${[...positions]}) ORDER BY position`;
  return rows.map((row) => toRow(row, mapping));
}

/** The next rows that wait to be written. */
export async function nextWrites(tx: Tx, batchId: number, after: number): Promise<IntakeWrite[]> {
  return tx.$queryRaw<IntakeWrite[]>`
    SELECT position, outcome::text AS outcome, "values", noun_id AS "nounId", noun_version AS "nounVersion", secrets FROM import_rows
    WHERE batch_id = ${batchId} AND position > ${after} AND applied_id IS NULL AND outcome IN ('new', 'changed')
    ORDER BY position LIMIT ${batchRows}`;
}

/** The rows with these positions that wait to be written. */
export async function writesAt(
  tx: Tx,
  batchId: number,
  positions: readonly number[],
): Promise<IntakeWrite[]> {
  return tx.$queryRaw<IntakeWrite[]>`
    SELECT position, outcome::text AS outcome, "values", noun_id AS "nounId", noun_version AS "nounVersion", secrets FROM import_rows
    WHERE batch_id = ${batchId} AND position = ANY (${[...positions]}) AND applied_id IS NULL
      AND outcome IN ('new', 'changed') ORDER BY position`;
}

/** The rows to be taken back before this position, the last of the sheet first. */
export async function nextUndos(tx: Tx, batchId: number, before: number): Promise<IntakeUndo[]> {
  return tx.$queryRaw<IntakeUndo[]>`
    SELECT position, outcome::text AS outcome, applied_id AS "nounId", applied_version AS "nounVersion", before, secrets FROM import_rows
    WHERE batch_id = ${batchId} AND position < ${before} AND applied_id IS NOT NULL
    ORDER BY position DESC LIMIT ${batchRows}`;
}

export async function countWritten(tx: Tx, batchId: number): Promise<number> {
  return tx.importRow.count({ where: { batchId, appliedId: { not: null } } });
}

type Stored = {
  position: number;
  sheetRow: number;
  cells: string[];
  decision: IntakeDecision | null;
  outcome: IntakeOutcome | null;
  secrets: IntakeSecrets | null;
};

function toRow({ cells, ...row }: Stored, mapping: Record<string, string>): Came {
  const fields = Object.entries(mapping).map(([column, key]) => [key, cells[Number(column)] ?? ""] as const);
  return { ...row, cells: Object.fromEntries(fields) };
}
