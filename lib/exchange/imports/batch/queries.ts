import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { IntakeOptions } from "../intake";
import type { ImportState } from "../schema";

/** A batch as a job works on it. */
export type Batch = Prisma.ImportBatchGetPayload<{ select: typeof batchSelect }>;

/** The batch when it is in the state that a job was made for; null where another run, or a person, was faster. */
export async function findBatch(id: number, state: ImportState): Promise<Batch | null> {
  return db.importBatch.findFirst({ where: { id, state }, select: batchSelect });
}

/** The batch within a transaction that holds it already. */
export async function findBatchIn(tx: Tx, id: number): Promise<Batch> {
  return tx.importBatch.findFirstOrThrow({ where: { id }, select: batchSelect });
}

export function intakeOptionsOf({ options, recordingUnitId }: Batch): IntakeOptions {
  return { ...(options as Record<string, unknown>), unitId: recordingUnitId };
}

export function mappingOf({ mapping }: Pick<Batch, "mapping">): Record<string, string> {
  return (mapping ?? {}) as Record<string, string>;
}

/**
 * One run at a time works on a batch: a second, begun because the first was taken for dead, waits until the database has
 * let go of it. Raw SQL: Prisma has no word for locks, nor for how long a statement may take.
 */
export async function lockBatch(tx: Tx, id: number): Promise<void> {
  await tx.$executeRaw`SELECT set_config('statement_timeout', '600s', true), set_config('idle_in_transaction_session_timeout', '300s', true)`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lockOfBatches}::int, ${id}::int)`;
}

/** What this transaction sees of the others, as text: what was done after it can be told later. */
export async function currentSnapshot(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<[{ snapshot: string }]>`SELECT pg_current_snapshot()::text AS snapshot`;
  return row.snapshot;
}

export async function currentTransaction(tx: Tx): Promise<bigint> {
  const [row] = await tx.$queryRaw<[{ id: bigint }]>`SELECT current_transaction_id() AS id`;
  return row.id;
}

/** Whether others have put down an event of one of these nouns since the snapshot; what is not committed yet can't be seen. */
export async function hasChangedSince(
  tx: Tx,
  snapshot: string,
  nouns: readonly string[],
  own: readonly bigint[],
): Promise<boolean> {
  // The first condition is for the index: no transaction below it can be outside of the snapshot.
  const [row] = await tx.$queryRaw<[{ changed: boolean }]>`
    SELECT EXISTS (
      SELECT FROM audit_events
      WHERE transaction_id >= pg_snapshot_xmin(${snapshot}::pg_snapshot)::text::bigint
        AND NOT pg_visible_in_snapshot(transaction_id::text::xid8, ${snapshot}::pg_snapshot)
        AND noun = ANY (${[...nouns]}) AND transaction_id <> ALL (${[...own]}::bigint[])
        AND transaction_id <> current_transaction_id()
    ) AS changed`;
  return row.changed;
}

// Any number, the same for all processes; the second half of the lock is the batch.
const lockOfBatches = 7_226_043;

const batchSelect = {
  ...{ id: true, kind: true, state: true, mode: true, options: true, recordingUnitId: true },
  ...{ sheet: true, headerRow: true, mapping: true, rowsTotal: true, rowsApplied: true },
  ...{ countNew: true, countChanged: true, checkedSnapshot: true, cancelledAt: true, createdById: true },
  file: { select: { sha256: true, name: true } },
} satisfies Prisma.ImportBatchSelect;
