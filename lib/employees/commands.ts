import type { AuditEventName } from "@/lib/audit/events";
import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { beginsAfter, isBefore } from "@/lib/organizations/rules";
import { checkPlace, employerAbove, findUnit } from "./assignments/queries";
import { keepNumbers } from "./identities/commands";
import { settleFacts } from "./identities/rules";
import { canCreateEmployees, writableBy } from "./policy";
import { listNamesakes, lockName } from "./queries";
import { inWords, isGone, keptReading, leftOnOf } from "./rules";
import {
  changedEmployee,
  changedStatus,
  type EmployeeFacts,
  newEmployee,
  partNumbers,
  transferredEmployee,
} from "./schema";

type Saved = { id: number };
type Present = NonNullable<Awaited<ReturnType<typeof find>>>;
type Data = Prisma.EmployeeUncheckedUpdateManyInput;

/** Enters a person. Where there are people of that name the refusal carries them, until they were compared. */
export async function createEmployee(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canCreateEmployees(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(newEmployee, input);
  if (!parsed.ok) return parsed;
  const { facts: told, idNumber, phone, documentChecked } = partNumbers(parsed.value);
  const settled = settleFacts(told, idNumber, null, documentChecked);
  if (!settled.ok) return settled;
  const { differentPerson, pinyin, status, statusDate, assignedFrom, ...facts } = settled.value;
  const leftOn = leftOnOf(status, statusDate);
  if (isGone(status) && !statusDate) return refuseField("statusDate", "required");
  if (isBefore(leftOn, facts.hiredOn)) return refuseField("statusDate", "endBeforeStart");
  if (isBefore(assignedFrom, facts.hiredOn)) return refuseField("assignedFrom", "assignedBeforeHire");
  return runCommand(async (tx) => {
    await lockName(tx, facts.name);
    const checked = await checkFacts(tx, actor, facts, null);
    if (!checked.ok) return checked;
    const namesakes = await listNamesakes(tx, actor, facts.name);
    if (namesakes.length > 0 && !differentPerson) {
      return refuse({
        code: "conflict",
        fields: { differentPerson: ["confirmRequired"] },
        detail: { message: "sameName" },
        current: namesakes,
      });
    }
    const { id } = await tx.employee.create({
      data: {
        ...facts,
        ...checked.value,
        ...keptReading(facts.name, pinyin),
        status,
        statusDate,
        leftOn,
        assignedFrom: assignedFrom ?? facts.hiredOn,
      },
      select: { id: true },
    });
    const kept = await keepNumbers(tx, actor, id, {
      ...(idNumber && { idNumber: idNumber.number }),
      ...(phone && { phone }),
    });
    if (!kept.ok) return kept;
    const created = await find(tx, actor, id);
    await recordEvent(tx, actor, {
      event: "employees.created",
      noun: "employees",
      nounId: id,
      after: created ? inWords(created) : {},
    });
    return ok({ id });
  });
}

/** Corrects what is known of a person. A unit or post corrected here is mended in its period: a transfer begins a new one. */
export async function changeEmployee(actor: Actor, input: unknown): Promise<Result<Saved>> {
  const parsed = parseInput(changedEmployee, input);
  if (!parsed.ok) return parsed;
  const { facts: told, forgetIdNumber, forgetPhone, documentChecked, ...given } = partNumbers(parsed.value);
  const { id, version, pinyin, ...typed } = told;
  return change(actor, { id, version }, "employees.changed", null, async (employee, tx) => {
    const hasIdNumber = employee.identity?.idNumberHash != null && !forgetIdNumber;
    const before = { idNumberLast4: employee.idNumberLast4, hasIdNumber };
    const settled = settleFacts(typed, given.idNumber, before, documentChecked);
    if (!settled.ok) return settled;
    const facts = settled.value;
    if (isBefore(employee.leftOn, facts.hiredOn)) return refuseField("hiredOn", "endBeforeStart");
    const checked = await checkFacts(tx, actor, facts, employee);
    if (!checked.ok) return checked;
    const kept = await keepNumbers(tx, actor, id, {
      ...(given.idNumber ? { idNumber: given.idNumber.number } : forgetIdNumber && { idNumber: null }),
      ...(given.phone ? { phone: given.phone } : forgetPhone && { phone: null }),
    });
    return kept.ok ? ok({ ...facts, ...checked.value, ...keptReading(facts.name, pinyin) }) : kept;
  });
}

/** A new unit, union unit or post from a day on; the database closes the present assignment and keeps it. */
export async function transferEmployee(actor: Actor, input: unknown): Promise<Result<Saved>> {
  const parsed = parseInput(transferredEmployee, input);
  if (!parsed.ok) return parsed;
  const { id, version, reason, assignedFrom, ...place } = parsed.value;
  return change(actor, { id, version }, "employees.transferred", reason, async (employee, tx) => {
    if (
      place.unitId === employee.unitId &&
      place.unionUnitId === employee.unionUnitId &&
      place.post === employee.post
    )
      return refuseField("unitId", "nothingChanged");
    if (isBefore(assignedFrom, employee.hiredOn)) return refuseField("assignedFrom", "assignedBeforeHire");
    if (!beginsAfter(assignedFrom, employee.assignments[0]?.validFrom ?? null))
      return refuseField("assignedFrom", "periodOrder");
    const checked = await checkPlace(tx, actor, place, employee);
    return checked.ok ? ok({ ...place, assignedFrom }) : checked;
  });
}

/** 离职, 退休 and 去世 end the employment on their date: from then on the work number may be given again. */
export async function changeStatus(actor: Actor, input: unknown): Promise<Result<Saved>> {
  const parsed = parseInput(changedStatus, input);
  if (!parsed.ok) return parsed;
  const { id, version, reason, status, statusDate } = parsed.value;
  if (isGone(status) && !statusDate) return refuseField("statusDate", "required");
  return change(actor, { id, version }, "employees.status_changed", reason, (employee) => {
    if (status === employee.status && statusDate === employee.statusDate)
      return refuseField("status", "nothingChanged");
    if (isBefore(statusDate, employee.hiredOn)) return refuseField("statusDate", "endBeforeStart");
    return ok({ status, statusDate, leftOn: leftOnOf(status, statusDate) });
  });
}

type Decide = (employee: Present, tx: Tx) => Result<Data> | Promise<Result<Data>>;

async function change(
  actor: Actor,
  { id, version }: { id: number; version: number },
  event: AuditEventName,
  reason: string | null,
  decide: Decide,
): Promise<Result<Saved>> {
  if (!canCreateEmployees(actor)) return refuse({ code: "forbidden" });
  return runCommand(async (tx) => {
    const before = await find(tx, actor, id);
    if (!before) return refuse({ code: "not_found" });
    if (before.version !== version) return stale(before);
    if (before.mergedIntoId !== null)
      return refuse({ code: "conflict", detail: { message: "subjectMerged" } });
    const decided = await decide(before, tx);
    if (!decided.ok) return decided;
    const { count } = await tx.employee.updateMany({
      where: { id, version },
      data: { ...decided.value, version: { increment: 1 } },
    });
    const after = await find(tx, actor, id);
    if (count === 0 || !after) return after ? stale(after) : refuse({ code: "not_found" });
    await recordEvent(tx, actor, {
      event,
      noun: "employees",
      nounId: id,
      ...differences(inWords(before), inWords(after)),
      reason,
    });
    return ok({ id });
  });
}

async function checkFacts(
  tx: Tx,
  actor: Actor,
  facts: Omit<EmployeeFacts, "pinyin">,
  before: Present | null,
): Promise<Result<{ employerId: number | null }>> {
  if (isBefore(facts.hiredOn, facts.birth)) return refuseField("hiredOn", "hiredBeforeBirth");
  const checked = await checkPlace(tx, actor, facts, before);
  if (!checked.ok) return checked;
  if (
    facts.employerId !== null &&
    facts.employerId !== before?.employerId &&
    !(await findUnit(tx, actor, facts.employerId, "company"))
  )
    return refuseField("employerId", "outOfScope");
  const employerId = facts.employerId ?? (await employerAbove(tx, checked.value.unitPath));
  // Without its employer a work number would be nobody's.
  return facts.workNumber !== null && employerId === null
    ? refuseField("employerId", "employerRequired")
    : ok({ employerId });
}

function find(tx: Tx, actor: Actor, id: number) {
  return tx.employee.findFirst({
    where: { AND: [{ id }, writableBy(actor)] },
    omit: { id: true, nameKey: true, initials: true, hiddenFromWall: true, createdAt: true, updatedAt: true },
    include: {
      employer: { select: { name: true } },
      unit: { select: { name: true } },
      unionUnit: { select: { name: true } },
      identity: { select: { idNumberHash: true, phoneMask: true } },
      assignments: { where: { validTo: null }, select: { validFrom: true } },
    },
  });
}

function stale({
  assignments: _assignments,
  identity: _identity,
  mergedIntoId: _merged,
  leftOn: _left,
  employer,
  unit,
  unionUnit,
  formerNames,
  ...employee
}: Present) {
  const item = (id: number | null, found: { name: string } | null) =>
    id === null ? "" : { id, label: found?.name ?? "" };
  return refuse({
    code: "stale",
    current: {
      ...employee,
      formerNames: formerNames.join("、"),
      employerId: item(employee.employerId, employer),
      unitId: item(employee.unitId, unit),
      unionUnitId: item(employee.unionUnitId, unionUnit),
    },
  });
}
