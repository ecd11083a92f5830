import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { decidableBy } from "./policy";
import { getPublicity } from "./queries";
import { decidedPublicity, type PublicityScope } from "./schema";

/** A person says what may be shown of them; for somebody without an account the union puts down what it was told, and how. */
export async function decidePublicity(
  actor: Actor,
  input: unknown,
): Promise<Result<{ scope: PublicityScope; allowed: boolean }>> {
  const parsed = parseInput(decidedPublicity, input);
  if (!parsed.ok) return parsed;
  const { id, scope, allowed, note } = parsed.value;
  const bySelf = actor.employeeId === id;
  return runCommand(async (tx) => {
    // Decisions of one person stand in line. FOR UPDATE has no form in Prisma.
    const where = { AND: [{ id }, { mergedIntoId: null }, decidableBy(actor)] };
    if ((await tx.employee.count({ where })) === 0) return refuse({ code: "not_found" });
    if (!bySelf && note === null) return refuseField("note", "required");
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('publicity'), ${id}::int)`;
    const before = (await getPublicity(id, tx)).find((one) => one.scope === scope)!;
    if (before.decided?.bySelf && before.allowed === false && allowed && !bySelf)
      return refuse({ code: "conflict", detail: { message: "publicityDecidedBySelf" } });
    await tx.publicityDecision.create({
      data: { employeeId: id, scope, allowed, decidedById: actor.userId, bySelf, note },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      event: "employees.publicity_decided",
      noun: "employees",
      nounId: id,
      before: { scope, allowed: before.allowed },
      after: { scope, allowed, bySelf },
      reason: note,
    });
    return ok({ scope, allowed });
  });
}
