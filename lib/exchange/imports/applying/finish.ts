import { recordEvent } from "@/lib/audit/record";
import type { Tx } from "@/lib/db/transaction";
import { Overtaken } from "../batch/overtaken";
import { intakeOptionsOf } from "../batch/queries";
import { tallyOf, type Work } from "../checking/verdicts";
import { keepRefused } from "../rows/commands";
import type { Refused } from "./chunk";

/** The last word of an import, in the transaction of its last rows. */
export async function finish(
  tx: Tx,
  { actor, batch, intake }: Work,
  applied: number,
  notice: string | null = null,
): Promise<void> {
  const after = { kind: batch.kind, file: batch.file.name, mode: batch.mode, rows: applied };
  await recordEvent(tx, actor, { event: "imports.applied", noun: "imports", nounId: batch.id, after });
  const { count } = await tx.importBatch.updateMany({
    where: { id: batch.id, state: "applying" },
    data: {
      ...{ state: "applied", rowsApplied: applied, notice, phaseStartedAt: null },
      ...{ appliedById: actor.userId, appliedAt: new Date(), version: { increment: 1 } },
    },
  });
  if (count === 0) throw new Overtaken();
  const news = { importId: batch.id, title: batch.file.name, unitId: batch.recordingUnitId, count: applied };
  await intake.announce?.(tx, actor, news, intakeOptionsOf(batch));
}

/** Rows that the database refused are faulty from now on, and the counts go with them. */
export async function refuseRows(tx: Tx, id: number, refused: Refused[]): Promise<void> {
  if (refused.length === 0) return;
  const rows = await tx.importRow.findMany({
    where: { batchId: id, position: { in: refused.map(({ position }) => position) }, outcome: { not: null } },
    select: { outcome: true },
  });
  const tally = tallyOf(rows.map(({ outcome }) => ({ outcome: outcome! })));
  await keepRefused(tx, id, refused);
  await tx.importBatch.update({
    where: { id },
    data: {
      countNew: { decrement: tally.new },
      countChanged: { decrement: tally.changed },
      countFaulty: { increment: tally.new + tally.changed },
      checkedSnapshot: null,
    },
  });
}
