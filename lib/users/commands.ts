import { differences, recordEvent, systemActor } from "@/lib/audit/record";
import { hashPassword, newPassword } from "@/lib/auth/passwords";
import { passwordFault } from "@/lib/auth/password-rules";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canManageUsers } from "./policy";
import { findCurrent, isHeldWithout } from "./queries";
import { isAtWork } from "./rules";
import { changedUser, firstAdministrator, type NewAccount, newUser } from "./schema";

export async function createUser(actor: Actor, input: unknown): Promise<Result<NewAccount>> {
  if (!canManageUsers(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(newUser, input);
  if (!parsed.ok) return parsed;
  const { username, employeeId } = parsed.value;
  const initialPassword = newPassword();
  const passwordHash = await hashPassword(initialPassword);
  return runCommand(async (tx) => {
    const checked = await checkIdentity(tx, null, parsed.value);
    if (!checked.ok) return checked;
    const values = { username, name: checked.value.name, employeeId };
    const { id } = await tx.user.create({
      data: { ...values, passwordHash, mustChangePassword: true },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      event: "users.created",
      noun: "users",
      nounId: id,
      after: { ...values, employee: checked.value.employee },
    });
    return { ok: true, value: { id, username, initialPassword } };
  });
}

export async function changeUser(actor: Actor, input: unknown): Promise<Result<{ id: number }>> {
  if (!canManageUsers(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(changedUser, input);
  if (!parsed.ok) return parsed;
  const { id, version, username, employeeId } = parsed.value;
  return runCommand(async (tx) => {
    const before = await tx.user.findFirst({
      where: { id },
      select: { ...identity, employee: { select: { name: true } } },
    });
    if (!before) return refuse({ code: "not_found" });
    // The link makes the person's own honors visible: that is a right.
    if (actor.userId === id && before.employeeId !== employeeId)
      return refuseField("employeeId", "ownAccount");
    const checked = await checkIdentity(tx, id, parsed.value);
    if (!checked.ok) return checked;
    const values = { username, name: checked.value.name, employeeId };
    const changed = await tx.user.updateMany({
      where: { id, version },
      data: { ...values, version: { increment: 1 } },
    });
    if (changed.count === 0) return refuse({ code: "stale", current: await findCurrent(tx, id) });
    const old = { ...before, employee: before.employee?.name ?? null };
    const now = { ...values, employee: checked.value.employee };
    await recordEvent(tx, actor, {
      event: "users.changed",
      noun: "users",
      nounId: id,
      ...differences(old, now),
    });
    return { ok: true, value: { id } };
  });
}

/** The first account of an installation with this duty, from the terminal; refused while somebody can sign in with it. */
export async function createFirstAdministrator(
  input: unknown,
): Promise<Result<NewAccount & { mustChangePassword: boolean }>> {
  const parsed = parseInput(firstAdministrator, input);
  if (!parsed.ok) return parsed;
  const { username, name, password, role } = parsed.value;
  const fault = password === undefined ? null : passwordFault(password, [username, name]);
  if (fault) return refuseField("password", fault);
  const initialPassword = password ?? newPassword();
  const passwordHash = await hashPassword(initialPassword);
  const mustChangePassword = password === undefined;
  return runCommand(async (tx) => {
    if (await isHeldWithout(tx, role, null))
      return refuse({ code: "conflict", detail: { message: "administratorExists" } });
    const checked = await checkIdentity(tx, null, { username, name, employeeId: null });
    if (!checked.ok) return checked;
    const { id } = await tx.user.create({
      data: { username, name, passwordHash, mustChangePassword, roles: { create: { role } } },
      select: { id: true },
    });
    await recordEvent(tx, systemActor, {
      event: "users.created",
      noun: "users",
      nounId: id,
      after: { username, name, role },
    });
    return { ok: true, value: { id, username, initialPassword, mustChangePassword } };
  });
}

const identity = { username: true, name: true, employeeId: true, version: true } as const;
type Identity = { username: string; name: string; employeeId: number | null };

/** A free user name, and an employee at work without an account, whose name stands in for one that was left empty. */
async function checkIdentity(
  tx: Tx,
  id: number | null,
  { username, name, employeeId }: Identity,
): Promise<Result<{ name: string; employee: string | null }>> {
  const namesake = await tx.user.findFirst({ where: { username }, select: { id: true } });
  if (namesake && namesake.id !== id) return refuseField("username", "usernameTaken");
  if (employeeId === null)
    return name === "" ? refuseField("name", "required") : { ok: true, value: { name, employee: null } };
  const employee = await tx.employee.findFirst({
    where: { id: employeeId },
    select: { name: true, status: true, mergedIntoId: true, user: { select: { id: true } } },
  });
  if (!employee) return refuseField("employeeId", "badId");
  if (employee.user && employee.user.id !== id) return refuseField("employeeId", "employeeHasAccount");
  if (!employee.user && !isAtWork(employee)) return refuseField("employeeId", "employeeNotAtWork");
  return { ok: true, value: { name: name || employee.name, employee: employee.name } };
}
