import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { settleSearchKeys } from "@/lib/db/settle-keys";
import { transaction, type Tx } from "@/lib/db/transaction";
import type { IntakeWrite } from "@/lib/kernel/intake";
import { reportProgress } from "../batch/commands";
import { Overtaken } from "../batch/overtaken";
import { type Batch, hasChangedSince, lockBatch } from "../batch/queries";
import { openSession, verdictsOf, type Work } from "../checking/verdicts";
import { keepVerdicts, keepWritten } from "../rows/commands";
import { nextWrites } from "../rows/queries";
import { longest, orderCheck } from "../tasks";
import { type Refused, type Sessions, writeChunk } from "./chunk";
import { finish, refuseRows } from "./finish";

/** Rows are not what they were when the person looked at them: they look again. */
class NotAsChecked extends Error {
  constructor(readonly refused: Refused[] = []) {
    super("not as checked");
  }
}

/** Writes all that the check said was new or changed in one transaction, or nothing. */
export async function applyAll(work: Work): Promise<void> {
  const { batch, actor } = work;
  await reportProgress(batch.id, "applying", { rowsApplied: 0, phaseStartedAt: new Date() });
  try {
    await transaction((tx) => writeAll(tx, work), longest);
    await settleSearchKeys();
  } catch (error) {
    if (!(error instanceof NotAsChecked)) throw error;
    await lookAgain(batch, actor, error.refused);
  }
}

async function writeAll(tx: Tx, work: Work): Promise<void> {
  const { batch, intake, signal } = work;
  await lockBatch(tx, batch.id);
  const { checkedSnapshot } = batch;
  const again =
    checkedSnapshot === null || (await hasChangedSince(tx, checkedSnapshot, intake.dependsOn, []));
  if (again) await checkAgain(tx, work);
  const sessions = sessionsOf(tx, work);
  const session = await sessions.current();
  // Verdicts of this very transaction are known to itself alone: then nothing is looked at from beside it.
  const next = (after: number): Promise<Next> =>
    again ? nextWrites(tx, batch.id, after).then((rows) => ({ rows })) : lookAhead(work, session, after);
  let ahead: Promise<Next> | null = null;
  let applied = 0;
  for (let after = 0; ;) {
    signal.throwIfAborted();
    const { rows, prepared } = await (ahead ?? next(after));
    if (rows.length === 0) break;
    after = rows.at(-1)!.position;
    // While one thousand is written the next is made ready: two connections, two cores.
    ahead = again ? null : next(after);
    ahead?.catch(() => {});
    const { written, refused } = await writeChunk(tx, intake, sessions, rows, prepared);
    if (refused.length > 0) throw new NotAsChecked(refused);
    if ((await keepWritten(tx, batch.id, written)) !== rows.length) throw new Overtaken();
    applied += rows.length;
    await reportProgress(batch.id, "applying", { rowsApplied: applied });
  }
  await finish(tx, work, applied);
}

type Next = { rows: IntakeWrite[]; prepared?: unknown };

/** The next rows, and ready where the noun can do that. Read from outside of the transaction that writes. */
async function lookAhead({ batch, intake }: Work, session: unknown, after: number): Promise<Next> {
  const rows = await nextWrites(db, batch.id, after);
  return { rows, prepared: rows.length > 0 ? await intake.prepare?.(db, session, rows) : undefined };
}

/** In the same transaction as what follows: verdicts of this very moment, kept if all of them are those that were seen. */
async function checkAgain(tx: Tx, work: Work): Promise<void> {
  for await (const { rows, verdicts } of verdictsOf(tx, work)) {
    const seen = new Map(rows.map(({ position, outcome }) => [position, outcome]));
    if (verdicts.some(({ position, outcome }) => seen.get(position) !== outcome)) throw new NotAsChecked();
    await keepVerdicts(tx, work.batch.id, verdicts);
  }
}

/** Nothing was written: the rows are checked again for the person to look at, or those named that were refused. */
async function lookAgain(batch: Batch, actor: Actor, refused: Refused[]): Promise<void> {
  const named = refused.length > 0;
  await transaction(async (tx) => {
    const { count } = await tx.importBatch.updateMany({
      where: { id: batch.id, state: "applying" },
      data: {
        state: named ? "checked" : "checking",
        rowsApplied: 0,
        notice: named ? "importRowsRefused" : "importChangedSince",
        phaseStartedAt: null,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new Overtaken();
    await refuseRows(tx, batch.id, refused);
    if (!named) await orderCheck(tx, batch.id, actor);
  });
}

function sessionsOf(tx: Tx, work: Work): Sessions {
  let session: Promise<unknown> | null = null;
  return {
    current: () => (session ??= openSession(tx, work)),
    forget: () => (session = null),
  };
}
