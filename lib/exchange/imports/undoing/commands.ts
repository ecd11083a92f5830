import { recordEvent } from "@/lib/audit/record";
import { DatabaseRefusal } from "@/lib/db/faults";
import { faultOfRefusal } from "@/lib/db/rules";
import { transaction, type Tx } from "@/lib/db/transaction";
import type { IntakeBlocked } from "@/lib/kernel/intake";
import { maxId } from "@/lib/kernel/ids";
import { leaveState, messageOf, reportProgress } from "../batch/commands";
import { Overtaken } from "../batch/overtaken";
import { lockBatch } from "../batch/queries";
import { openSession, type Work } from "../checking/verdicts";
import { keepBlocked } from "../rows/commands";
import { countWritten, nextUndos } from "../rows/queries";
import { longest } from "../tasks";

/** So many rows that stand in the way are named; the rest comes to light once they are settled. */
const maxNamed = 1000;

class Blocked extends Error {
  constructor(readonly rows: IntakeBlocked[]) {
    super("blocked");
  }
}

/** Takes back every row in one transaction, or none where one can't be: then the rows in the way say why. */
export async function undoImport(work: Work, reason: string): Promise<void> {
  const { id } = work.batch;
  try {
    await transaction((tx) => undoAll(tx, work, reason), longest);
  } catch (error) {
    if (error instanceof Blocked) return restore(id, error.rows, "importUndoBlocked");
    if (error instanceof DatabaseRefusal) return restore(id, [], messageOf(faultOfRefusal(error)));
    throw error;
  }
}

async function undoAll(tx: Tx, work: Work, reason: string): Promise<void> {
  const { batch, actor, intake, signal } = work;
  await lockBatch(tx, batch.id);
  const total = await countWritten(tx, batch.id);
  const begin = { rowsApplied: total, phaseStartedAt: new Date() };
  await reportProgress(batch.id, "undoing", begin);
  const session = await openSession(tx, work);
  const blocked: IntakeBlocked[] = [];
  let undone = 0;
  for (let before = maxId; ;) {
    signal.throwIfAborted();
    const rows = await nextUndos(tx, batch.id, before);
    if (rows.length === 0) break;
    before = rows.at(-1)!.position;
    blocked.push(...(await intake.undo(tx, session, rows, reason)));
    if (blocked.length >= maxNamed) break;
    undone += rows.length;
    await reportProgress(batch.id, "undoing", { rowsApplied: total - undone });
  }
  if (blocked.length > 0) throw new Blocked(blocked);
  const before = { kind: batch.kind, file: batch.file.name, rows: total };
  await recordEvent(tx, actor, {
    event: "imports.undone",
    noun: "imports",
    nounId: batch.id,
    before,
    reason,
  });
  const { count } = await tx.importBatch.updateMany({
    where: { id: batch.id, state: "undoing" },
    data: {
      ...{ state: "undone", rowsApplied: 0, notice: null, phaseStartedAt: null },
      ...{ undoneById: actor.userId, undoneAt: new Date(), version: { increment: 1 } },
    },
  });
  if (count === 0) throw new Overtaken();
}

async function restore(id: number, blocked: IntakeBlocked[], notice: string): Promise<void> {
  await transaction(async (tx) => {
    await keepBlocked(tx, id, blocked.slice(0, maxNamed));
    await reportProgressIn(tx, id);
  });
  await leaveState(id, "undoing", "applied", { notice });
}

async function reportProgressIn(tx: Tx, id: number) {
  const rowsApplied = await countWritten(tx, id);
  await tx.importBatch.update({ where: { id }, data: { rowsApplied } });
}
