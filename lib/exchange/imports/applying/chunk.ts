import { DatabaseRefusal } from "@/lib/db/faults";
import { faultOfRefusal } from "@/lib/db/rules";
import type { Tx } from "@/lib/db/transaction";
import { translateFault } from "@/lib/db/translate";
import type { IntakeWrite, IntakeWritten } from "@/lib/kernel/intake";
import { messageOf } from "../batch/commands";
import type { Intake } from "../intake";

export type Refused = { position: number; message: string };
export type Outcome = { written: IntakeWritten[]; refused: Refused[] };

/** A noun's session, opened anew when what it remembers has been undone. */
export type Sessions = { current(): Promise<unknown>; forget(): void };

/**
 * Writes rows within the transaction. Where a rule of the database refuses, the rows are tried in halves until the one at
 * fault stands alone: it is named, the others are written.
 */
export async function writeChunk(
  tx: Tx,
  intake: Intake,
  sessions: Sessions,
  rows: IntakeWrite[],
  prepared?: unknown,
): Promise<Outcome> {
  if (rows.length === 0) return { written: [], refused: [] };
  await tx.$executeRaw`SAVEPOINT chunk`;
  try {
    const written = await intake.apply(tx, await sessions.current(), rows, prepared);
    // The rules that wait for the commit speak now, while it is known whom they speak of.
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
    await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
    await tx.$executeRaw`RELEASE SAVEPOINT chunk`;
    return { written, refused: changedMeanwhile(rows, written) };
  } catch (error) {
    const refusal = translateFault(error);
    if (!(refusal instanceof DatabaseRefusal)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT chunk`;
    await tx.$executeRaw`RELEASE SAVEPOINT chunk`;
    sessions.forget();
    const [only] = rows;
    if (rows.length === 1)
      return {
        written: [],
        refused: [{ position: only!.position, message: messageOf(faultOfRefusal(refusal)) }],
      };
    const middle = Math.ceil(rows.length / 2);
    const first = await writeChunk(tx, intake, sessions, rows.slice(0, middle));
    const second = await writeChunk(tx, intake, sessions, rows.slice(middle));
    return { written: [...first.written, ...second.written], refused: [...first.refused, ...second.refused] };
  }
}

function changedMeanwhile(rows: IntakeWrite[], written: IntakeWritten[]): Refused[] {
  if (written.length === rows.length) return [];
  const done = new Set(written.map(({ position }) => position));
  return rows
    .filter(({ position }) => !done.has(position))
    .map(({ position }) => ({ position, message: "importRecordChanged" }));
}
