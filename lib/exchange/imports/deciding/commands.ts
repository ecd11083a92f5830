import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import type { IntakeOutcome } from "@/lib/kernel/intake";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { findBatchIn, mappingOf } from "../batch/queries";
import { openSession, tallyOf } from "../checking/verdicts";
import { intakeOf } from "../kinds";
import { workableBy } from "../policy";
import { keepVerdicts } from "../rows/commands";
import { rowsAt } from "../rows/queries";
import { decideInput } from "../schema";

type Decided = { id: number; version: number; outcome: IntakeOutcome };

/** Keeps what a person decided about a row, and checks that row again at once; the whole is checked again before it is written. */
export async function decideRow(actor: Actor, input: unknown): Promise<Result<Decided>> {
  const parsed = parseInput(decideInput, input);
  if (!parsed.ok) return parsed;
  const { id, position, decision } = parsed.value;
  return runCommand(async (tx) => {
    const where = { AND: [{ id, state: "checked" as const }, workableBy(actor)] };
    // Taken first: decisions about one import stand in line, and its counts add up.
    const guard = { checkedSnapshot: null, version: { increment: 1 } };
    if ((await tx.importBatch.updateMany({ where, data: guard })).count === 0)
      return refuse({ code: "not_found" });
    const batch = await findBatchIn(tx, id);
    const { count } = await tx.importRow.updateMany({
      where: { batchId: id, position },
      data: { decision: decision as Prisma.InputJsonValue },
    });
    if (count === 0) return refuse({ code: "not_found" });
    const rows = await rowsAt(tx, id, [position], mappingOf(batch));
    const intake = intakeOf(batch.kind);
    const session = await openSession(tx, { batch, actor, intake, signal: new AbortController().signal });
    const verdicts = await intake.check(tx, session, rows);
    await keepVerdicts(tx, id, verdicts);
    const before = tallyOf(rows.map(({ outcome }) => ({ outcome: outcome ?? "faulty" })));
    const now = tallyOf(verdicts);
    const { version } = await tx.importBatch.update({
      where: { id },
      data: {
        countNew: { increment: now.new - before.new },
        countChanged: { increment: now.changed - before.changed },
        countUnchanged: { increment: now.unchanged - before.unchanged },
        countDuplicate: { increment: now.duplicate - before.duplicate },
        countFaulty: { increment: now.faulty - before.faulty },
      },
      select: { version: true },
    });
    return ok({ id, version, outcome: verdicts[0]?.outcome ?? "faulty" });
  });
}
