import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import type { IntakeOutcome, IntakeVerdict } from "@/lib/kernel/intake";
import { type Batch, intakeOptionsOf, mappingOf } from "../batch/queries";
import type { Intake } from "../intake";
import { type Came, rowsOf } from "../rows/queries";

/** A batch, who works on it, and the noun that knows what its rows mean. */
export type Work = { batch: Batch; actor: Actor; intake: Intake; signal: AbortSignal };

/** The noun's session for this batch: its catalogs, and where it asks for that a look over the whole sheet. */
export async function openSession(tx: Tx, { batch, actor, intake, signal }: Work): Promise<unknown> {
  const session = await intake.open(tx, actor, intakeOptionsOf(batch));
  if (intake.survey)
    for await (const rows of rowsOf(tx, batch.id, mappingOf(batch))) {
      signal.throwIfAborted();
      intake.survey(session, rows);
    }
  return session;
}

/** What the noun says of every row, a thousand at a time. */
export async function* verdictsOf(
  tx: Tx,
  work: Work,
): AsyncGenerator<{ rows: Came[]; verdicts: IntakeVerdict[] }> {
  const { batch, intake, signal } = work;
  const session = await openSession(tx, work);
  for await (const rows of rowsOf(tx, batch.id, mappingOf(batch))) {
    signal.throwIfAborted();
    yield { rows, verdicts: await intake.check(tx, session, rows) };
  }
}

export type Tally = Record<IntakeOutcome, number>;

export function tallyOf(verdicts: readonly Pick<IntakeVerdict, "outcome">[]): Tally {
  const tally: Tally = { new: 0, changed: 0, unchanged: 0, duplicate: 0, faulty: 0 };
  for (const { outcome } of verdicts) tally[outcome]++;
  return tally;
}
