import { recordEvent } from "@/lib/audit/record";
import { passwordFault } from "@/lib/auth/password-rules";
import { hashPassword } from "@/lib/auth/passwords";
import type { Actor } from "@/lib/auth/roles";
import { newRecoveryCode as newCode, readCode } from "@/lib/auth/second-factor";
import { unitInScope } from "@/lib/auth/scope";
import { hashOf } from "@/lib/auth/sessions";
import { countAttempt, forgiveAttempt } from "@/lib/auth/throttle";
import { db } from "@/lib/db/client";
import { runCommand } from "@/lib/db/command";
import { keyedHash, keyedHashes } from "@/lib/db/sealed";
import { transaction, type Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canIssueActivations, issuableBy, visibleTo } from "./policy";
import { expiryOfActivation, usernamesFor } from "./rules";
import { activation, cancelledActivation, mostSlips, newActivations, type Slips } from "./schema";

const codePurpose = "activation code";

/** Makes a slip for each of these people; an earlier one of theirs is void. */
export async function issueActivations(
  actor: Actor,
  input: unknown,
  now = new Date(),
): Promise<Result<Slips>> {
  if (!canIssueActivations(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(newActivations, input);
  if (!parsed.ok) return parsed;
  const { employees: ids, unitId } = parsed.value;
  if (ids.length === 0 && unitId === null) return refuseField("employees", "activationForWhom");
  return runCommand(async (tx) => {
    const unit =
      unitId === null
        ? null
        : await tx.organization.findFirst({
            where: { AND: [{ id: unitId, tree: "union" }, unitInScope(actor, "recorder", "union_admin")] },
            select: { path: true },
          });
    if (unitId !== null && !unit) return refuse({ code: "not_found" });
    const whom = [{ id: { in: ids } }, ...(unit ? [{ unionUnit: { path: { startsWith: unit.path } } }] : [])];
    const people = await tx.employee.findMany({
      where: { AND: [issuableBy(actor), { OR: whom }] },
      select: { id: true, name: true, workNumber: true, unionUnit: { select: { name: true } } },
      orderBy: [{ unionUnitId: "asc" }, { workNumber: "asc" }, { id: "asc" }],
      take: mostSlips + 1,
    });
    if (ids.some((id) => !people.some((person) => person.id === id)))
      return refuseField("employees", "activationNotPossible");
    if (people.length === 0) return refuseField("unitId", "activationNobody");
    if (people.length > mostSlips) return refuseField("unitId", `activationTooMany:${mostSlips}`);
    const cancelled = await tx.activation.updateMany({
      where: { employeeId: { in: people.map(({ id }) => id) }, usedAt: null, cancelledAt: null },
      data: { cancelledAt: now },
    });
    const expiresAt = expiryOfActivation(now);
    const codes = new Map(people.map(({ id }) => [id, newCode()]));
    await tx.activation.createMany({
      data: people.map(({ id }) => ({
        employeeId: id,
        codeHash: keyedHash(readCode(codes.get(id)!), codePurpose),
        issuedById: actor.userId,
        issuedAt: now,
        expiresAt,
      })),
    });
    await recordEvent(tx, actor, {
      event: "activations.issued",
      noun: "activations",
      nounId: null,
      after: {
        count: people.length,
        replaced: cancelled.count,
        unitId,
        employeeIds: people.map(({ id }) => id),
      },
    });
    const slips = people.map(({ id, name, workNumber, unionUnit }) => ({
      id,
      name,
      workNumber: workNumber!,
      unitName: unionUnit?.name ?? null,
      code: codes.get(id)!,
    }));
    return ok({ slips, expiresAt });
  });
}

/** A slip that was lost or given to the wrong person. */
export async function cancelActivation(
  actor: Actor,
  input: unknown,
  now = new Date(),
): Promise<Result<void>> {
  if (!canIssueActivations(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(cancelledActivation, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return runCommand(async (tx) => {
    const cancelled = await tx.activation.updateMany({
      where: { AND: [{ id, usedAt: null, cancelledAt: null }, visibleTo(actor)] },
      data: { cancelledAt: now },
    });
    if (cancelled.count === 0) return refuse({ code: "not_found" });
    await recordEvent(tx, actor, { event: "activations.cancelled", noun: "activations", nounId: id });
    return ok();
  });
}

/** Whence somebody comes who has no account yet. */
export type Visitor = { address: string };

/**
 * Makes the account of whoever holds a slip. A work number that nobody has, a wrong code, one that is used or too old: one
 * refusal, after the same work.
 */
export async function activateAccount(
  visitor: Visitor,
  input: unknown,
  now = new Date(),
): Promise<Result<{ username: string }>> {
  const parsed = parseInput(activation, input);
  if (!parsed.ok) return parsed;
  const { workNumber, code, password, again } = parsed.value;
  const fault = passwordFault(password, [workNumber]);
  if (fault) return refuseField("password", fault);
  if (password !== again) return refuseField("again", "passwordMismatch");
  const attempt = { account: `activate:${hashOf(workNumber.toLowerCase())}`, address: visitor.address };
  const seconds = await countAttempt(attempt);
  if (seconds !== null) {
    await recordFailure(visitor, "auth.throttled", workNumber);
    const minutes = Math.ceil(seconds / 60);
    return refuse({ code: "throttled", detail: { message: "throttledMinutes", minutes, seconds } });
  }
  const slip = await findSlip(workNumber, code, now);
  if (!slip) {
    await recordFailure(visitor, "auth.sign_in_failed", workNumber);
    return refuse({ code: "invalid", detail: { message: "activationWrong" } });
  }
  const { id, employee } = slip;
  const own = passwordFault(password, [employee.name, employee.pinyin]);
  if (own) return refuseField("password", own);
  const passwordHash = await hashPassword(password);
  const result = await runCommand(async (tx) => {
    const used = await tx.activation.updateMany({
      where: { id, usedAt: null, cancelledAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (used.count === 0) return refuse({ code: "invalid", detail: { message: "activationWrong" } });
    const username = await freeUsername(tx, workNumber, employee.id);
    const user = await tx.user.create({
      data: { username, name: employee.name, passwordHash, employeeId: employee.id },
      select: { id: true },
    });
    const whoever = {
      userId: user.id,
      sessionId: null,
      name: employee.name,
      grants: [],
      address: visitor.address,
    };
    const after = { username, name: employee.name, employeeId: employee.id };
    await recordEvent(tx, whoever, { event: "users.created", noun: "users", nounId: user.id, after });
    await recordEvent(tx, whoever, { event: "activations.used", noun: "activations", nounId: id, after });
    return ok({ username });
  });
  if (result.ok) await forgiveAttempt(attempt);
  return result;
}

function findSlip(workNumber: string, code: string, now: Date) {
  return db.activation.findFirst({
    where: {
      codeHash: { in: keyedHashes(readCode(code), codePurpose) },
      usedAt: null,
      cancelledAt: null,
      expiresAt: { gt: now },
      employee: { workNumber, status: { in: ["active", "seconded"] }, mergedIntoId: null, user: null },
    },
    select: { id: true, employee: { select: { id: true, name: true, pinyin: true } } },
  });
}

async function freeUsername(tx: Tx, workNumber: string, employeeId: number): Promise<string> {
  const names = usernamesFor(workNumber, employeeId);
  const taken = await tx.user.findMany({ where: { username: { in: names } }, select: { username: true } });
  return names.find((name) => !taken.some(({ username }) => username === name)) ?? names.at(-1)!;
}

function recordFailure(
  { address }: Visitor,
  event: "auth.sign_in_failed" | "auth.throttled",
  workNumber: string,
) {
  const nobody = { userId: null, sessionId: null, name: "", grants: [], address };
  const after = { username: [...workNumber].slice(0, 64).join(""), cause: "activation" };
  return transaction((tx) => recordEvent(tx, nobody, { event, noun: "auth", nounId: null, after }));
}
