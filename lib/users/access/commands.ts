import { recordEvent } from "@/lib/audit/record";
import { requireRecent } from "@/lib/auth/confirmation";
import { hashPassword, newPassword } from "@/lib/auth/passwords";
import type { Actor } from "@/lib/auth/roles";
import { endSessions } from "@/lib/auth/sessions";
import { openAccount } from "@/lib/auth/throttle";
import { db } from "@/lib/db/client";
import { runCommand } from "@/lib/db/command";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { canActOn, canGrantTo, canReadUsers, canResetPassword } from "../policy";
import { findCurrent, isLastHolder } from "../queries";
import { disabledUser, endedSession, type NewAccount, userReason, userVersion } from "../schema";

export async function disableUser(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(disabledUser, input);
  if (!parsed.ok) return parsed;
  const { id, version, reason } = parsed.value;
  if (!canActOn(actor, id)) return refuseOther(actor, id);
  return runCommand(async (tx) => {
    if (await isLastHolder(tx, id))
      return refuse({ code: "conflict", detail: { message: "lastAdministrator" } });
    const now = new Date();
    const disabled = await tx.user.updateMany({
      where: { id, version, disabledAt: null },
      data: { disabledAt: now, version: { increment: 1 } },
    });
    if (disabled.count === 0) return refuseMissed(tx, id);
    const ended = await endSessions(tx, { userId: id }, "disabled", now);
    await recordEvent(tx, actor, {
      event: "users.disabled",
      noun: "users",
      nounId: id,
      reason,
      after: { sessionsEnded: ended.length },
    });
    return ok();
  });
}

export async function enableUser(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(userVersion, input);
  if (!parsed.ok) return parsed;
  const { id, version } = parsed.value;
  if (!canGrantTo(actor, id)) return refuseOther(actor, id);
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  return runCommand(async (tx) => {
    const enabled = await tx.user.updateMany({
      where: { id, version, disabledAt: { not: null } },
      data: { disabledAt: null, version: { increment: 1 } },
    });
    if (enabled.count === 0) return refuseMissed(tx, id);
    await recordEvent(tx, actor, { event: "users.enabled", noun: "users", nounId: id });
    return ok();
  });
}

export async function resetPassword(actor: Actor, input: unknown): Promise<Result<NewAccount>> {
  const parsed = parseInput(userVersion, input);
  if (!parsed.ok) return parsed;
  const { id, version } = parsed.value;
  if (!canResetPassword(actor, id, await rolesOf(db, id))) return refuseOther(actor, id);
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  const initialPassword = newPassword();
  const passwordHash = await hashPassword(initialPassword);
  return runCommand(async (tx) => {
    const now = new Date();
    const data = {
      passwordHash,
      passwordChangedAt: now,
      mustChangePassword: true,
      version: { increment: 1 },
    };
    const [changed] = await tx.user.updateManyAndReturn({
      where: { id, version },
      data,
      select: { username: true },
    });
    if (!changed) return refuseMissed(tx, id);
    // Asked again behind the row's lock, which a grant of one of the duties takes as well.
    if (!canResetPassword(actor, id, await rolesOf(tx, id))) return refuseOther(actor, id);
    const ended = await endSessions(tx, { userId: id }, "password_reset", now);
    await recordEvent(tx, actor, {
      event: "users.password_reset",
      noun: "users",
      nounId: id,
      after: { sessionsEnded: ended.length },
    });
    return { ok: true, value: { id, username: changed.username, initialPassword } };
  });
}

/** Lets an account in again that too many wrong passwords have closed. */
export async function unlockUser(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(userReason, input);
  if (!parsed.ok) return parsed;
  const { id, reason } = parsed.value;
  if (!canGrantTo(actor, id)) return refuseOther(actor, id);
  return runCommand(async (tx) => {
    const user = await tx.user.findFirst({ where: { id }, select: { id: true } });
    if (!user) return refuse({ code: "not_found" });
    const counters = await openAccount(tx, id);
    await recordEvent(tx, actor, {
      event: "users.unlocked",
      noun: "users",
      nounId: id,
      reason,
      after: { counters },
    });
    return ok();
  });
}

/** For who has lost both phone and recovery codes: the second factor is gone, and set up anew where a role demands it. */
export async function resetFactor(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(userReason, input);
  if (!parsed.ok) return parsed;
  const { id, reason } = parsed.value;
  if (!canGrantTo(actor, id)) return refuseOther(actor, id);
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  return runCommand(async (tx) => {
    const gone = await tx.secondFactor.deleteMany({ where: { userId: id } });
    if (gone.count === 0) return refuse({ code: "not_found" });
    await tx.recoveryCode.deleteMany({ where: { userId: id } });
    const ended = await endSessions(tx, { userId: id }, "factor_reset", new Date());
    const after = { sessionsEnded: ended.length };
    await recordEvent(tx, actor, { event: "users.factor_reset", noun: "users", nounId: id, reason, after });
    return ok();
  });
}

/** Takes back what single sign-on has bound to an account: the next one who comes with its work number binds it anew. */
export async function releaseIdentities(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(userReason, input);
  if (!parsed.ok) return parsed;
  const { id, reason } = parsed.value;
  if (!canGrantTo(actor, id)) return refuseOther(actor, id);
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  return runCommand(async (tx) => {
    const bound = await tx.userIdentity.findMany({
      where: { userId: id },
      select: { issuer: true, subject: true },
    });
    if (bound.length === 0) return refuse({ code: "not_found" });
    await tx.userIdentity.deleteMany({ where: { userId: id } });
    await endSessions(tx, { userId: id }, "ended_by_administrator", new Date());
    const before = { identities: bound.map(({ issuer, subject }) => `${issuer} ${subject}`) };
    await recordEvent(tx, actor, {
      event: "users.identity_released",
      noun: "users",
      nounId: id,
      reason,
      before,
    });
    return ok();
  });
}

/** Ends one session of an account, or all. */
export async function endUserSessions(actor: Actor, input: unknown): Promise<Result<{ ended: number }>> {
  const parsed = parseInput(endedSession, input);
  if (!parsed.ok) return parsed;
  const { userId, sessionId } = parsed.value;
  if (!canActOn(actor, userId) && !canGrantTo(actor, userId)) return refuseOther(actor, userId);
  return runCommand(async (tx) => {
    const ended = await endSessions(tx, { userId, id: sessionId }, "ended_by_administrator", new Date());
    if (ended.length === 0) return refuse({ code: "not_found" });
    await recordEvent(tx, actor, {
      event: "users.sessions_ended",
      noun: "users",
      nounId: userId,
      after: { sessions: ended },
    });
    return { ok: true, value: { ended: ended.length } };
  });
}

// What is the other duty's is told apart from the own account: both hold a role that reads accounts.
function refuseOther(actor: Actor, userId: number) {
  if (!canReadUsers(actor)) return refuse({ code: "forbidden" });
  return refuse({
    code: "forbidden",
    detail: { message: actor.userId === userId ? "ownAccount" : "otherDuty" },
  });
}

async function rolesOf(tx: Tx, userId: number): Promise<string[]> {
  return (await tx.userRole.findMany({ where: { userId }, select: { role: true } })).map(({ role }) => role);
}

/** Nothing was written: the account does not exist, or is no longer as the administrator saw it. */
async function refuseMissed(tx: Tx, id: number) {
  const current = await findCurrent(tx, id);
  return refuse(current ? { code: "stale", current } : { code: "not_found" });
}
