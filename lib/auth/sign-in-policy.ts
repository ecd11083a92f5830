import { differences, recordEvent } from "@/lib/audit/record";
import { runCommand } from "@/lib/db/command";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { requireRecent } from "./confirmation";
import { type Actor, hasRole } from "./roles";
import { idleSince } from "./rules";
import { zSignInPolicy } from "./schema";

/** The one row that says how people sign in. */
export function readSignInPolicy(tx: Tx = db) {
  return tx.signInPolicy.findFirstOrThrow({
    where: { id: 1 },
    select: { factorRoles: true, idleMinutes: true, sessionHours: true, version: true },
  });
}

/** Condition on a session: whoever holds its cookie gets in at this moment. */
export async function openAt(now: Date): Promise<Prisma.SessionWhereInput> {
  const { idleMinutes, sessionHours } = await readSignInPolicy();
  return {
    endedAt: null,
    expiresAt: { gt: now },
    createdAt: { gt: new Date(now.getTime() - sessionHours * 3600_000) },
    lastSeenAt: { gt: idleSince(now, idleMinutes) },
  };
}

/** Who says how people sign in. */
export function canSetSignInPolicy(actor: Actor): boolean {
  return hasRole(actor, "security_admin");
}

/** Holds from the next request on, for sessions that are open as well. */
export async function changeSignInPolicy(actor: Actor, input: unknown): Promise<Result<void>> {
  if (!canSetSignInPolicy(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(zSignInPolicy, input);
  if (!parsed.ok) return parsed;
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  const { version, ...values } = parsed.value;
  return runCommand(async (tx) => {
    const before = await readSignInPolicy(tx);
    const changed = await tx.signInPolicy.updateMany({
      where: { id: 1, version },
      data: { ...values, version: { increment: 1 } },
    });
    if (changed.count === 0) return refuse({ code: "stale", current: await readSignInPolicy(tx) });
    await recordEvent(tx, actor, {
      event: "sign_in_policies.changed",
      noun: "sign_in_policies",
      nounId: 1,
      ...differences(before, values),
    });
    return ok();
  });
}
