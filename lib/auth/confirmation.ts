import { recordEvent } from "@/lib/audit/record";
import { db } from "@/lib/db/client";
import { transaction } from "@/lib/db/transaction";
import { runCommand } from "@/lib/db/command";
import { parseInput } from "@/lib/kernel/fields";
import { type Fault, ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { isPassword } from "./passwords";
import type { Actor } from "./roles";
import { isRecent } from "./rules";
import { zConfirmation } from "./schema";
import { takeOneTimeCode } from "./second-factor";
import { countAttempt, forgiveAttempt } from "./throttle";

/**
 * For sensitive actions, after "may they?": a refusal unless whoever sits there gave the password or a one-time code within
 * the last minutes. The screen asks for it and sends the action again.
 */
export async function requireRecent(
  actor: Pick<Actor, "userId" | "sessionId">,
  now = new Date(),
): Promise<Fault | null> {
  const session = await db.session.findFirst({
    where: { id: actor.sessionId, userId: actor.userId, endedAt: null },
    select: { verifiedAt: true },
  });
  return session && isRecent(session.verifiedAt, now) ? null : { code: "unconfirmed" };
}

/** Whoever sits there gives the password or a one-time code again. */
export async function confirmIdentity(actor: Actor, input: unknown, now = new Date()): Promise<Result<void>> {
  const parsed = parseInput(zConfirmation, input);
  if (!parsed.ok) return parsed;
  const wrong = await checkProof(actor, parsed.value.proof, "proof", now);
  if (wrong) return wrong;
  return runCommand(async (tx) => {
    const confirmed = await tx.session.updateMany({
      where: { id: actor.sessionId, userId: actor.userId, endedAt: null },
      data: { verifiedAt: now },
    });
    if (confirmed.count === 0) return refuse({ code: "unauthenticated" });
    await recordEvent(tx, actor, { event: "auth.identity_confirmed", noun: "auth", nounId: actor.userId });
    return ok();
  });
}

/** A session left open must not become a place to try passwords: attempts count as at sign-in. */
export async function checkProof(
  actor: Actor,
  proof: string,
  field: "proof" | "current",
  now: Date,
): Promise<{ ok: false; fault: Fault } | null> {
  const attempt = { account: `own:${actor.userId}`, address: actor.address };
  const seconds = await countAttempt(attempt);
  if (seconds === null && (await isProof(actor.userId, proof, field === "proof", now))) {
    await forgiveAttempt(attempt);
    return null;
  }
  const event = seconds === null ? "auth.sign_in_failed" : "auth.throttled";
  const cause = field === "current" ? "current_password" : "confirmation";
  await transaction((tx) =>
    recordEvent(tx, actor, { event, noun: "auth", nounId: actor.userId, after: { cause } }),
  );
  if (seconds === null) return refuseField(field, field === "current" ? "passwordWrong" : "proofWrong");
  const minutes = Math.ceil(seconds / 60);
  return refuse({ code: "throttled", detail: { message: "throttledMinutes", minutes, seconds } });
}

// Six digits are no password (eight characters at least), so one field takes both.
async function isProof(userId: number, proof: string, orCode: boolean, now: Date): Promise<boolean> {
  if (orCode && /^\s*(\d\s*){6}$/.test(proof))
    return transaction((tx) => takeOneTimeCode(tx, userId, proof, now));
  const user = await db.user.findFirst({
    where: { id: userId },
    select: { passwordHash: true, disabledAt: true },
  });
  return isPassword(proof, user && !user.disabledAt ? user.passwordHash : null);
}
