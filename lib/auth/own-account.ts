import { recordEvent } from "@/lib/audit/record";
import { runCommand } from "@/lib/db/command";
import { db } from "@/lib/db/client";
import { parseInput } from "@/lib/kernel/fields";
import { refuse, refuseField, type Result } from "@/lib/kernel/result";
import { checkProof } from "./confirmation";
import { passwordFault } from "./password-rules";
import { hashPassword } from "./passwords";
import type { Actor } from "./roles";
import { zOwnPassword, zOwnSession } from "./schema";
import { endSessions, renewSession, type Ticket } from "./sessions";

/** A new password ends all other sessions and gives this one a new token: whoever knew the old one is out. */
export async function changeOwnPassword(actor: Actor, input: unknown): Promise<Result<Ticket>> {
  const parsed = parseInput(zOwnPassword, input);
  if (!parsed.ok) return parsed;
  const { current, password, again } = parsed.value;
  const user = await db.user.findFirstOrThrow({
    where: { id: actor.userId },
    select: {
      username: true,
      name: true,
      passwordHash: true,
      employee: { select: { name: true, pinyin: true, workNumber: true } },
    },
  });
  const wrong = await checkProof(actor, current, "current", new Date());
  if (wrong) return wrong;
  const fault = passwordFault(password, [
    user.username,
    user.name,
    user.employee?.name,
    user.employee?.pinyin,
    user.employee?.workNumber,
  ]);
  if (fault) return refuseField("password", fault);
  if (password.normalize("NFC") === current.normalize("NFC")) return refuseField("password", "passwordSame");
  if (password !== again) return refuseField("again", "passwordMismatch");
  const passwordHash = await hashPassword(password);
  return runCommand(async (tx) => {
    const now = new Date();
    const data = {
      passwordHash,
      passwordChangedAt: now,
      mustChangePassword: false,
      version: { increment: 1 },
    };
    const changed = await tx.user.updateMany({
      where: { id: actor.userId, passwordHash: user.passwordHash, disabledAt: null },
      data,
    });
    const ticket = await renewSession(tx, actor, now);
    if (changed.count === 0 || !ticket) return refuse({ code: "unauthenticated" });
    const ended = await endSessions(
      tx,
      { userId: actor.userId, except: actor.sessionId },
      "password_changed",
      now,
    );
    await recordEvent(tx, actor, {
      event: "users.password_changed",
      noun: "users",
      nounId: actor.userId,
      after: { sessionsEnded: ended.length },
    });
    return { ok: true, value: ticket };
  });
}

/** Ends one of the actor's other sessions, or all of them; this one ends by signing out. */
export async function endOwnSessions(actor: Actor, input: unknown): Promise<Result<{ ended: number }>> {
  const parsed = parseInput(zOwnSession, input);
  if (!parsed.ok) return parsed;
  const { sessionId } = parsed.value;
  return runCommand(async (tx) => {
    const which = { userId: actor.userId, id: sessionId, except: actor.sessionId };
    const ended = await endSessions(tx, which, "ended_by_user", new Date());
    if (ended.length === 0) return refuse({ code: "not_found" });
    await recordEvent(tx, actor, {
      event: "users.sessions_ended",
      noun: "users",
      nounId: actor.userId,
      after: { sessions: ended },
    });
    return { ok: true, value: { ended: ended.length } };
  });
}
