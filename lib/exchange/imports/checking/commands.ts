import { db } from "@/lib/db/client";
import { transaction, type Tx } from "@/lib/db/transaction";
import type { IntakeVerdict } from "@/lib/kernel/intake";
import { refusalOf } from "../../sheets/refusal";
import { failImport, fileGone, leaveState, reportProgress } from "../batch/commands";
import { Overtaken } from "../batch/overtaken";
import { type Batch, currentSnapshot, lockBatch } from "../batch/queries";
import { keepVerdicts } from "../rows/commands";
import { longest } from "../tasks";
import { loadRows } from "./loading";
import { tallyOf, verdictsOf, type Work } from "./verdicts";

/** The dry run: every row is read and checked, nothing is written but what was found. It always begins from the beginning. */
export async function checkImport(work: Work): Promise<void> {
  const { batch, intake, signal } = work;
  await reportProgress(batch.id, "checking", { phaseStartedAt: new Date() });
  if (batch.rowsTotal === null) {
    await db.importRow.deleteMany({ where: { batchId: batch.id } });
    try {
      const rowsTotal = await loadRows(batch, intake.columns, signal);
      if (rowsTotal === null) return await failImport(batch.id, "checking", fileGone);
      await reportProgress(batch.id, "checking", { rowsTotal, phaseStartedAt: new Date() });
    } catch (error) {
      const fault = refusalOf(error);
      if (!fault) throw error;
      return failImport(batch.id, "checking", fault);
    }
  }
  // Everything is compared with one moment: whatever is committed after it is known by the snapshot.
  const checkedSnapshot = await transaction((tx) => compare(tx, work), {
    ...longest,
    isolationLevel: "RepeatableRead",
  });
  await leaveState(batch.id, "checking", "checked", { checkedSnapshot });
}

async function beginAnew({ id }: Batch) {
  await reportProgress(id, "checking", {
    ...{ rowsChecked: 0, countNew: 0, countChanged: 0, countUnchanged: 0, countDuplicate: 0, countFaulty: 0 },
    checkedSnapshot: null,
    phaseStartedAt: new Date(),
  });
}

async function compare(tx: Tx, work: Work): Promise<string> {
  const { id } = work.batch;
  await lockBatch(tx, id);
  await beginAnew(work.batch);
  const snapshot = await currentSnapshot(tx);
  // While one thousand is kept the next is being checked: two connections, two cores.
  let keeping = Promise.resolve();
  for await (const { verdicts } of verdictsOf(tx, work)) {
    await keeping;
    keeping = keep(id, verdicts);
    keeping.catch(() => {});
  }
  await keeping;
  return snapshot;
}

/** Outside of the snapshot's transaction, so that everybody sees it at once. */
async function keep(id: number, verdicts: IntakeVerdict[]): Promise<void> {
  const tally = tallyOf(verdicts);
  await transaction(async (tx) => {
    await keepVerdicts(tx, id, verdicts);
    const { count } = await tx.importBatch.updateMany({
      where: { id, state: "checking" },
      data: {
        rowsChecked: { increment: verdicts.length },
        countNew: { increment: tally.new },
        countChanged: { increment: tally.changed },
        countUnchanged: { increment: tally.unchanged },
        countDuplicate: { increment: tally.duplicate },
        countFaulty: { increment: tally.faulty },
      },
    });
    if (count === 0) throw new Overtaken();
  });
}
