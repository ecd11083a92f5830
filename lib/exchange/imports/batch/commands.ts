import { recordEvent } from "@/lib/audit/record";
import type { OrderedBy } from "@/lib/auth/behalf";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { transaction } from "@/lib/db/transaction";
import type { IntakeSecrets } from "@/lib/kernel/intake";
import { type Fault, faultMessageKey } from "@/lib/kernel/result";
import type { ImportState } from "../schema";
import { Overtaken } from "./overtaken";

type Progress = Prisma.ImportBatchUpdateManyMutationInput;

/** Writes down how far a phase has come, at once for all to see. @throws Overtaken where the batch has left the state or was cancelled. */
export async function reportProgress(id: number, state: ImportState, progress: Progress): Promise<void> {
  // Under the running transaction's eyes but outside of it: inside, nobody would see it before the end.
  // What was cancelled half-way may be undone later: then the cancelling is history.
  const wanted = state === "undoing" ? { id, state } : { id, state, cancelledAt: null };
  const { count } = await db.importBatch.updateMany({ where: wanted, data: progress });
  if (count === 0) throw new Overtaken();
}

type Row = { position: number; sheetRow: number; cells: string[]; secrets: IntakeSecrets | null };

/** Takes rows of the sheet in. Plain SQL: a COPY into a table with row-level security is refused whoever acts. */
export async function addRows(batchId: number, rows: readonly Row[]): Promise<void> {
  const added = rows.map(({ sheetRow, cells, ...row }) => ({
    ...row,
    sheet_row: sheetRow,
    cells: cells.map((cell) => cell.replaceAll("\0", "").toWellFormed()),
  }));
  await db.$executeRaw`
    INSERT INTO import_rows (batch_id, position, sheet_row, cells, secrets)
    SELECT ${batchId}, r.position, r.sheet_row, ARRAY(SELECT jsonb_array_elements_text(r.cells)), r.secrets
    FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb) AS r(position int, sheet_row int, cells jsonb, secrets jsonb)`;
}

/** Ends a phase. @throws Overtaken where the batch has left the state. */
export async function leaveState(id: number, from: ImportState, to: ImportState, more: Progress = {}) {
  const { count } = await db.importBatch.updateMany({
    where: { id, state: from },
    data: { ...more, state: to, phaseStartedAt: null, version: { increment: 1 } },
  });
  if (count === 0) throw new Overtaken();
}

/** Ends a phase with the reason why it came to nothing. */
export async function failImport(id: number, from: ImportState, fault: Fault): Promise<void> {
  const message = messageOf(fault);
  await leaveState(id, from, "failed", {
    failure: fault.detail ? { message, detail: fault.detail } : { message },
  });
}

/** The store has lost the bytes. */
export const fileGone: Fault = { code: "not_found", detail: { message: "fileMissing" } };

/** The sentence of a fault: of its first field, its own, or that of its kind. */
export function messageOf({ code, fields, detail }: Fault): string {
  const [first] = Object.values(fields ?? {}).flat();
  if (first) return first;
  return typeof detail?.message === "string" ? detail.message : faultMessageKey(code);
}

/** Nobody works on the batch any more: failed, or where rows of it were written before, applied as far as it came. */
export async function abandonImport(
  by: OrderedBy,
  id: number,
  state: ImportState,
  message: string,
): Promise<void> {
  await transaction(async (tx) => {
    const rowsApplied = await tx.importRow.count({ where: { batchId: id, appliedId: { not: null } } });
    const left = { phaseStartedAt: null, version: { increment: 1 } };
    const half = { ...left, state: "applied", notice: message, rowsApplied } as const;
    if (state === "undoing") return tx.importBatch.updateMany({ where: { id, state }, data: half });
    if (state !== "applying" || rowsApplied === 0)
      return tx.importBatch.updateMany({
        where: { id, state },
        data: { ...left, state: "failed", failure: { message } },
      });
    const { name } = await tx.user.findFirstOrThrow({ where: { id: by.userId }, select: { name: true } });
    const after = { rows: rowsApplied, stopped: message };
    const event = { event: "imports.applied", noun: "imports", nounId: id, after } as const;
    await recordEvent(tx, { ...by, name, grants: [] }, event);
    return tx.importBatch.updateMany({
      where: { id, state },
      data: { ...half, appliedById: by.userId, appliedAt: new Date() },
    });
  });
}
