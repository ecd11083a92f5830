import { recordEvent } from "@/lib/audit/record";
import { hashPassword, newPassword } from "@/lib/auth/passwords";
import type { Actor } from "@/lib/auth/roles";
import { endSessions } from "@/lib/auth/sessions";
import { runCommand } from "@/lib/db/command";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canActOn, canManageUsers } from "../policy";
import { findCurrent, isOtherAdministrator } from "../queries";
import { isScoped, scopeFault } from "../rules";
import {
  disabledUser,
  endedSession,
  type NewAccount,
  newGrant,
  userVersion,
  withdrawnGrant,
} from "../schema";

export async function disableUser(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(disabledUser, input);
  if (!parsed.ok) return parsed;
  const { id, version, reason } = parsed.value;
  if (!canActOn(actor, id)) return refuseOther(actor);
  return runCommand(async (tx) => {
    if (!(await isOtherAdministrator(tx, id)))
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
  if (!canActOn(actor, id)) return refuseOther(actor);
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
  if (!canActOn(actor, id)) return refuseOther(actor);
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

export async function grantRole(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(newGrant, input);
  if (!parsed.ok) return parsed;
  const { userId, role } = parsed.value;
  if (!canActOn(actor, userId)) return refuseOther(actor);
  const organizationId = isScoped(role) ? parsed.value.organizationId : null;
  return runCommand(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { id: true } });
    if (!user) return refuse({ code: "not_found" });
    const unit =
      organizationId === null
        ? null
        : await tx.organization.findUnique({
            where: { id: organizationId },
            select: { name: true, tree: true },
          });
    const fault = scopeFault(role, unit);
    if (fault) return refuseField("organizationId", organizationId !== null && !unit ? "badId" : fault);
    if (
      await tx.userRole.findFirst({
        where: { AND: [{ userId, role }, { organizationId }] },
        select: { id: true },
      })
    )
      return refuseField("role", "roleTwice");
    await tx.userRole.create({ data: { userId, role, organizationId, grantedById: actor.userId } });
    await recordEvent(tx, actor, {
      event: "users.role_granted",
      noun: "users",
      nounId: userId,
      after: { role, unitId: organizationId, unit: unit?.name ?? null },
    });
    return ok();
  });
}

export async function withdrawRole(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(withdrawnGrant, input);
  if (!parsed.ok) return parsed;
  const { userId, grantId } = parsed.value;
  if (!canActOn(actor, userId)) return refuseOther(actor);
  return runCommand(async (tx) => {
    const grant = await tx.userRole.findFirst({
      where: { id: grantId, userId },
      select: { role: true, organizationId: true, organization: { select: { name: true } } },
    });
    if (!grant) return refuse({ code: "not_found" });
    if (grant.role === "sysadmin" && !(await isOtherAdministrator(tx, userId)))
      return refuse({ code: "conflict", detail: { message: "lastAdministrator" } });
    const gone = await tx.userRole.deleteMany({ where: { id: grantId, userId } });
    if (gone.count === 0) return refuse({ code: "not_found" });
    const before = { role: grant.role, unitId: grant.organizationId, unit: grant.organization?.name ?? null };
    await recordEvent(tx, actor, { event: "users.role_withdrawn", noun: "users", nounId: userId, before });
    return ok();
  });
}

/** Ends one session of an account, or all. */
export async function endUserSessions(actor: Actor, input: unknown): Promise<Result<{ ended: number }>> {
  const parsed = parseInput(endedSession, input);
  if (!parsed.ok) return parsed;
  const { userId, sessionId } = parsed.value;
  if (!canActOn(actor, userId)) return refuseOther(actor);
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

function refuseOther(actor: Actor) {
  return refuse({ code: "forbidden", ...(canManageUsers(actor) && { detail: { message: "ownAccount" } }) });
}

/** Nothing was written: the account does not exist, or is no longer as the administrator saw it. */
async function refuseMissed(tx: Tx, id: number) {
  const current = await findCurrent(tx, id);
  return refuse(current ? { code: "stale", current } : { code: "not_found" });
}
