import { differences, recordEvent } from "@/lib/audit/record";
import type { AuditEventName } from "@/lib/audit/events";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canCreateRoot, canCreateUnits, visibleTo, writableBy } from "./policy";
import { beginsAfter, isBefore, isCreditCode, kindsBelow, treeOf } from "./rules";
import {
  changedUnit,
  closedUnit,
  movedUnit,
  newUnit,
  renamedUnit,
  reopenedUnit,
  type Tree,
  type UnitKind,
} from "./schema";

type Saved = { id: number };
type Present = NonNullable<Awaited<ReturnType<typeof find>>>;

export async function createUnit(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!canCreateUnits(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(newUnit, input);
  if (!parsed.ok) return parsed;
  const unit = parsed.value;
  if (unit.creditCode && !isCreditCode(unit.creditCode)) return refuseField("creditCode", "badCreditCode");
  return runCommand(async (tx) => {
    const tree = treeOf(unit.kind);
    if (unit.parentId === null && !canCreateRoot(actor)) return refuseField("parentId", "required");
    const parent = unit.parentId === null ? null : await find(tx, actor, unit.parentId);
    const fault = unit.parentId === null ? null : parentFault(parent, unit.kind, tree);
    if (fault) return fault;
    const { id } = await tx.organization.create({
      data: { ...unit, tree, periodFrom: unit.validFrom },
      select: { id: true },
    });
    if (parent && !(await isOpen(tx, parent.id))) return refuseField("parentId", "unitClosed");
    await recordEvent(tx, actor, {
      event: "organizations.created",
      noun: "organizations",
      nounId: id,
      after: { ...unit, parent: parent?.name ?? null },
    });
    return ok({ id });
  });
}

/** Corrects facts that have no history. A name has one: see `renameUnit`. */
export async function changeUnit(actor: Actor, input: unknown): Promise<Result<Saved>> {
  const parsed = parseInput(changedUnit, input);
  if (!parsed.ok) return parsed;
  const { id, version, ...facts } = parsed.value;
  if (facts.creditCode && !isCreditCode(facts.creditCode)) return refuseField("creditCode", "badCreditCode");
  return change(actor, { id, version }, "organizations.changed", null, (unit) => {
    if (treeOf(facts.kind) !== unit.tree) return refuseField("kind", "wrongTree");
    if (unit.parent && !kindsBelow(unit.parent.kind, unit.tree).includes(facts.kind))
      return refuseField("kind", "unitKindBelow");
    if (isBefore(unit.validTo, facts.validFrom)) return refuseField("validFrom", "endBeforeStart");
    return ok(facts);
  });
}

/** The old name stays in the history; where the unit was put elsewhere on the same day, its new parent holds from then too. */
export async function renameUnit(actor: Actor, input: unknown): Promise<Result<Saved>> {
  const parsed = parseInput(renamedUnit, input);
  if (!parsed.ok) return parsed;
  const { id, version, name, shortName, parentId, periodFrom, reason } = parsed.value;
  return change(actor, { id, version }, "organizations.renamed", reason, async (unit, tx) => {
    if (name === unit.name) return refuseField("name", "nothingChanged");
    if (!beginsAfter(periodFrom, unit.periodFrom ?? unit.validFrom))
      return refuseField("periodFrom", "periodOrder");
    const moves = parentId !== null && parentId !== unit.parentId;
    const fault = moves ? parentFault(await find(tx, actor, parentId), unit.kind, unit.tree) : null;
    return fault ?? ok({ name, shortName, periodFrom, ...(moves && { parentId }) });
  });
}

/** Everything below goes along: the database carries the paths. */
export async function moveUnit(actor: Actor, input: unknown): Promise<Result<Saved>> {
  const parsed = parseInput(movedUnit, input);
  if (!parsed.ok) return parsed;
  const { id, version, parentId, periodFrom, reason } = parsed.value;
  return change(actor, { id, version }, "organizations.moved", reason, async (unit, tx) => {
    if (parentId === unit.parentId) return refuseField("parentId", "nothingChanged");
    if (!beginsAfter(periodFrom, unit.periodFrom ?? unit.validFrom))
      return refuseField("periodFrom", "periodOrder");
    return parentFault(await find(tx, actor, parentId), unit.kind, unit.tree) ?? ok({ parentId, periodFrom });
  });
}

export async function closeUnit(actor: Actor, input: unknown): Promise<Result<Saved>> {
  const parsed = parseInput(closedUnit, input);
  if (!parsed.ok) return parsed;
  const { id, version, validTo, successorId, reason } = parsed.value;
  return change(actor, { id, version }, "organizations.closed", reason, async (unit, tx) => {
    if (unit.validTo !== null) return refuse({ code: "conflict", detail: { message: "unitClosed" } });
    if (isBefore(validTo, unit.periodFrom ?? unit.validFrom)) return refuseField("validTo", "endBeforeStart");
    if (successorId === id) return refuseField("successorId", "unitOwnSuccessor");
    const successor =
      successorId === null
        ? null
        : await tx.organization.findFirst({
            where: { AND: [{ id: successorId, tree: unit.tree, validTo: null }, visibleTo(actor)] },
            select: { id: true },
          });
    return successorId !== null && !successor
      ? refuseField("successorId", "outOfScope")
      : ok({ validTo, successorId });
  });
}

/** Takes back a closing that was entered in error. */
export async function reopenUnit(actor: Actor, input: unknown): Promise<Result<Saved>> {
  const parsed = parseInput(reopenedUnit, input);
  if (!parsed.ok) return parsed;
  const { id, version, reason } = parsed.value;
  return change(actor, { id, version }, "organizations.changed", reason, (unit) =>
    unit.validTo === null
      ? refuse({ code: "conflict", detail: { message: "nothingChanged" } })
      : ok({ validTo: null, successorId: null }),
  );
}

type Decide = (
  unit: Present,
  tx: Tx,
) =>
  | Result<Prisma.OrganizationUncheckedUpdateManyInput>
  | Promise<Result<Prisma.OrganizationUncheckedUpdateManyInput>>;

async function change(
  actor: Actor,
  { id, version }: { id: number; version: number },
  event: AuditEventName,
  reason: string | null,
  decide: Decide,
): Promise<Result<Saved>> {
  if (!canCreateUnits(actor)) return refuse({ code: "forbidden" });
  return runCommand(async (tx) => {
    const before = await find(tx, actor, id);
    if (!before) return refuse({ code: "not_found" });
    if (before.version !== version) return stale(before);
    const decided = await decide(before, tx);
    if (!decided.ok) return decided;
    const { count } = await tx.organization.updateMany({
      where: { id, version },
      data: { ...decided.value, version: { increment: 1 } },
    });
    const after = await find(tx, actor, id);
    if (count === 0 || !after) return after ? stale(after) : refuse({ code: "not_found" });
    // After the write: it holds the lock that makes others wait, so what is read now stays.
    if (after.parentId !== before.parentId && after.parentId !== null && !(await isOpen(tx, after.parentId)))
      return refuseField("parentId", "unitClosed");
    if (
      after.validTo !== null &&
      (await tx.organization.count({ where: { parentId: id, validTo: null } })) > 0
    )
      return refuse({ code: "conflict", detail: { message: "unitHasOpenUnits" } });
    if (
      before.validTo !== null &&
      after.validTo === null &&
      after.parentId !== null &&
      !(await isOpen(tx, after.parentId))
    )
      return refuse({ code: "conflict", detail: { message: "unitAboveClosed" } });
    await recordEvent(tx, actor, {
      event,
      noun: "organizations",
      nounId: id,
      ...differences(told(before), told(after)),
      reason,
    });
    return ok({ id });
  });
}

function find(tx: Tx, actor: Actor, id: number) {
  return tx.organization.findFirst({
    where: { AND: [{ id }, writableBy(actor)] },
    select: {
      ...{
        id: true,
        tree: true,
        kind: true,
        name: true,
        shortName: true,
        code: true,
        creditCode: true,
        sort: true,
        parentId: true,
        successorId: true,
      },
      ...{ validFrom: true, validTo: true, periodFrom: true, version: true },
      parent: { select: { id: true, name: true, kind: true } },
      successor: { select: { name: true } },
    },
  });
}

/** What the history tells of a unit: names beside ids, so that it reads by itself. */
function told({ id: _id, tree: _tree, version: _version, parent, successor, ...unit }: Present) {
  return { ...unit, parent: parent?.name ?? null, successor: successor?.name ?? null };
}

function stale({ id: _id, tree: _tree, parent, successor, successorId, ...unit }: Present) {
  return refuse({
    code: "stale",
    current: {
      ...unit,
      parentId: parent && { id: parent.id, label: parent.name },
      successorId: successorId && { id: successorId, label: successor?.name },
    },
  });
}

function parentFault(parent: Present | null, kind: UnitKind, tree: Tree) {
  if (!parent) return refuseField("parentId", "outOfScope");
  if (parent.tree !== tree) return refuseField("parentId", "wrongTree");
  if (parent.validTo !== null) return refuseField("parentId", "unitClosed");
  return kindsBelow(parent.kind, tree).includes(kind) ? null : refuseField("parentId", "unitKindBelow");
}

async function isOpen(tx: Tx, id: number): Promise<boolean> {
  return (await tx.organization.count({ where: { id, validTo: null } })) > 0;
}
