import { transaction, type Tx } from "@/lib/db/transaction";
import type { IntakeWrite } from "@/lib/kernel/intake";
import { reportProgress } from "../../batch/commands";
import { Overtaken } from "../../batch/overtaken";
import {
  currentSnapshot,
  currentTransaction,
  hasChangedSince,
  lockBatch,
  mappingOf,
} from "../../batch/queries";
import { openSession, tallyOf, type Work } from "../../checking/verdicts";
import { keepVerdicts, keepWritten } from "../../rows/commands";
import { countWritten, nextWrites, rowsAt, writesAt } from "../../rows/queries";
import { longest } from "../../tasks";
import { writeChunk } from "../chunk";
import { finish, refuseRows } from "../finish";

/** What a run knows from one batch to the next. */
type Memory = {
  /** The moment that verdicts are true for; null where rows are to be checked again before they are written. */
  snapshot: string | null;
  /** The session of this run's own verdicts; none while those that people saw still hold. */
  checker: unknown;
  writer: unknown;
  /** This run's transactions, whose events are no news. */
  own: bigint[];
  after: number;
  leftOut: boolean;
};

/**
 * Writes a thousand rows a transaction; a run that follows a killed one goes on with those that were not written. What
 * changed since the check is checked again, and rows that turned out otherwise, or were refused, are left out.
 */
export async function applyInBatches(work: Work): Promise<void> {
  const { batch } = work;
  if (batch.cancelledAt) return end(work, false);
  await reportProgress(batch.id, "applying", { phaseStartedAt: new Date() });
  // After a killed run the events of its batches can't be told from those of others.
  const snapshot = batch.rowsApplied > 0 ? null : batch.checkedSnapshot;
  let memory: Memory = { snapshot, checker: null, writer: null, own: [], after: 0, leftOut: false };
  try {
    for (let next: Memory | null = memory; next; next = await writeNext(work, memory)) {
      work.signal.throwIfAborted();
      memory = next;
    }
  } catch (error) {
    // Cancelled between two batches: what was written stays, and is told.
    if (!(error instanceof Overtaken)) throw error;
  }
  await end(work, memory.leftOut);
}

function writeNext(work: Work, memory: Memory): Promise<Memory | null> {
  let attempts = 0;
  return transaction((tx) => {
    // Undone for another's sake: what the sessions remember of it never was.
    const undone = attempts++ > 0 ? { snapshot: null, writer: null } : {};
    return writeBatch(tx, work, { ...memory, ...undone });
  }, longest);
}

async function writeBatch(tx: Tx, work: Work, memory: Memory): Promise<Memory | null> {
  const { batch, intake } = work;
  await lockBatch(tx, batch.id);
  const waiting = await nextWrites(tx, batch.id, memory.after);
  if (waiting.length === 0) return null;
  const rows = await stillTrue(tx, work, memory, waiting);
  const sessions = {
    current: async () => (memory.writer ??= await openSession(tx, work)),
    forget: () => (memory.writer = null),
  };
  const { written, refused } = await writeChunk(tx, intake, sessions, rows);
  if ((await keepWritten(tx, batch.id, written)) !== written.length) throw new Overtaken();
  await refuseRows(tx, batch.id, refused);
  const { count } = await tx.importBatch.updateMany({
    where: { id: batch.id, state: "applying", cancelledAt: null },
    data: { rowsApplied: { increment: written.length } },
  });
  if (count === 0) throw new Overtaken();
  return {
    ...memory,
    own: [...memory.own, await currentTransaction(tx)],
    after: waiting.at(-1)!.position,
    leftOut: memory.leftOut || written.length < waiting.length,
  };
}

/** The rows whose verdict holds at this moment, checked again if it may not. */
async function stillTrue(tx: Tx, work: Work, memory: Memory, waiting: IntakeWrite[]): Promise<IntakeWrite[]> {
  const { batch, intake } = work;
  const { snapshot, own } = memory;
  if (snapshot === null || (await hasChangedSince(tx, snapshot, intake.dependsOn, own))) {
    memory.snapshot = await currentSnapshot(tx);
    memory.checker = await openSession(tx, work);
  }
  if (memory.checker === null) return waiting;
  const positions = waiting.map(({ position }) => position);
  const cells = await rowsAt(tx, batch.id, positions, mappingOf(batch));
  const verdicts = await intake.check(tx, memory.checker, cells);
  await keepVerdicts(tx, batch.id, verdicts);
  const [before, now] = [tallyOf(waiting), tallyOf(verdicts)];
  await tx.importBatch.update({
    where: { id: batch.id },
    data: {
      countNew: { increment: now.new - before.new },
      countChanged: { increment: now.changed - before.changed },
      countUnchanged: { increment: now.unchanged },
      countDuplicate: { increment: now.duplicate },
      countFaulty: { increment: now.faulty },
    },
  });
  const seen = new Map(waiting.map(({ position, outcome }) => [position, outcome]));
  const rows = await writesAt(tx, batch.id, positions);
  return rows.filter(({ position, outcome }) => seen.get(position) === outcome);
}

/** Done or cancelled: what was written is told; where nothing was, nothing came of it. */
async function end(work: Work, leftOut: boolean): Promise<void> {
  const { id } = work.batch;
  await transaction(async (tx) => {
    await lockBatch(tx, id);
    const written = await countWritten(tx, id);
    if (written > 0) return finish(tx, work, written, leftOut ? "importRowsLeftOut" : null);
    const cancelled = await tx.importBatch.count({ where: { id, cancelledAt: { not: null } } });
    const left = { phaseStartedAt: null, version: { increment: 1 } };
    await tx.importBatch.updateMany({
      where: { id, state: "applying" },
      data:
        cancelled > 0
          ? { ...left, state: "cancelled" }
          : { ...left, state: "checked", notice: "importChangedSince" },
    });
  }, longest);
}
