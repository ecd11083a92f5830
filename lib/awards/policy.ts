import { type Actor, hasRole, holdsOver, holdsWhole, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { unitInScope } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";
import { conferredStates, isOpen, isStanding, standingStates, voidableStates } from "./rules";
import type { Role } from "@/lib/db/generated/enums";
import type { AwardState } from "./schema";

const keepers = ["recorder", "checker", "union_admin"] as const;
const observers = ["hr", "discipline"] as const;
const recorders = ["recorder", "union_admin"] as const;
const checkers = ["checker", "union_admin"] as const;

export function readsLedger(actor: Actor): boolean {
  return hasRole(actor, ...ledgerReaders);
}

export function canRecord(actor: Actor): boolean {
  return hasRole(actor, ...recorders);
}

export function mayCheck(actor: Actor): boolean {
  return hasRole(actor, ...checkers);
}

/** To export is a right of its own, which the readers of a ledger may hold beside. */
export function mayExport(actor: Actor): boolean {
  return readsLedger(actor) && hasRole(actor, "hr", "exporter", "union_admin");
}

const nothing = { id: { in: [] } } satisfies Prisma.AwardWhereInput;

/** Not the empty condition: within an OR Prisma takes that for none. */
const everything = { id: { gt: 0 } } satisfies Prisma.AwardWhereInput;

/** Awards that one of the actor's units finds: all of them for who keeps the ledger, conferred ones for who reads it. */
export function visibleTo(actor: Actor): Prisma.AwardWhereInput {
  // Each award is recorded by a unit of the union's tree.
  if (holdsWhole(actor, "union", ...keepers)) return everything;
  const within = (...roles: Role[]) => ({ units: { some: { organization: unitInScope(actor, ...roles) } } });
  const arms = [
    ...(hasRole(actor, ...keepers) ? [within(...keepers)] : []),
    ...(hasRole(actor, ...observers)
      ? [{ AND: [{ state: { in: [...conferredStates] } }, within(...observers)] }]
      : []),
  ];
  // Never an empty OR: Prisma drops one inside an AND, which would then hold for everything. And none around a single
  // condition: PostgreSQL begins with the units only where they are no alternative.
  return arms.length === 0 ? nothing : arms.length === 1 ? arms[0]! : { OR: arms };
}

export type LedgerNode = {
  id: number;
  path: string;
  /** Everything lies below it. */
  whole: boolean;
  /** In which states they are shown; null for all of them. */
  states: readonly AwardState[] | null;
};

/**
 * The one node whose awards are what `visibleTo` shows of the ledger, where there is one, and in which states. Most people hold one
 * scope, and a list within it is a range of an index (award_scopes).
 */
export function ledgerNode(actor: Actor): LedgerNode | null {
  const keeps = hasRole(actor, ...keepers);
  if (keeps && hasRole(actor, ...observers)) return null;
  const roles: readonly Role[] = keeps ? keepers : observers;
  const paths = scopePaths(actor, ...roles);
  const grant = actor.grants.find(({ role, path }) => path === paths[0] && roles.includes(role));
  if (paths.length !== 1 || !grant?.organizationId || !grant.path) return null;
  const states = keeps ? null : conferredStates;
  return { id: grant.organizationId, path: grant.path, whole: Boolean(grant.whole) && keeps, states };
}

/** The actor's own honors: received, or had a part in. Someone without an employee's record has none. */
export function ownAwards(actor: Actor): Prisma.AwardWhereInput {
  return { AND: [{ state: { in: [...conferredStates] } }, awardsOfEmployee(actor.employeeId ?? 0)] };
}

export function awardsOfEmployee(employeeId: number): Prisma.AwardWhereInput {
  return { OR: [{ recipients: { some: { employeeId } } }, { members: { some: { employeeId } } }] };
}

/**
 * Honors that stand: neither revoked as a whole nor, for a recipient or a member, struck. Statistics, the honor wall and
 * the verification of certificates ask by these, so that a revocation changes all of them in the moment it is confirmed.
 */
export const standingAwards = { state: { in: [...standingStates] } } satisfies Prisma.AwardWhereInput;
export const standingRecipients = {
  struckAt: null,
  award: standingAwards,
} satisfies Prisma.AwardRecipientWhereInput;
export const standingMembers = {
  struckAt: null,
  recipient: { struckAt: null },
  award: standingAwards,
} satisfies Prisma.AwardMemberWhereInput;

/** Units for which the actor may record awards. */
export function recordingUnits(actor: Actor): Prisma.OrganizationWhereInput {
  return unitInScope(actor, ...recorders);
}

/** Whether the unit with this path is one of them. */
export function canRecordFor(actor: Actor, path: string): boolean {
  return holdsOver(actor, path, ...recorders);
}

/** Conditions that go into the guarded writes. */
export function recordableBy(actor: Actor): Prisma.AwardWhereInput {
  return { recordingUnit: unitInScope(actor, ...recorders) };
}
export function checkableBy(actor: Actor): Prisma.AwardWhereInput {
  return {
    AND: [
      { recordingUnit: unitInScope(actor, ...checkers) },
      { NOT: { enteredByIds: { has: actor.userId } } },
    ],
  };
}

export type Standing = {
  state: AwardState;
  recordingUnitPath: string;
  enteredByIds: readonly number[];
  submittedById: number | null;
};

export function canEdit(actor: Actor, award: Standing): boolean {
  return isOpen(award.state) && holdsOver(actor, award.recordingUnitPath, ...recorders);
}

export const canSubmit = canEdit;

export function canWithdraw(actor: Actor, award: Standing): boolean {
  return (
    award.state === "submitted" &&
    award.submittedById === actor.userId &&
    holdsOver(actor, award.recordingUnitPath, ...recorders)
  );
}

/** To check is for someone else than whoever entered any part of it. */
export function canCheck(actor: Actor, award: Standing): boolean {
  return (
    award.state === "submitted" &&
    holdsOver(actor, award.recordingUnitPath, ...checkers) &&
    !award.enteredByIds.includes(actor.userId)
  );
}

/** A draft may be voided by who may edit it; what stood in the ledger, or waits for it, by the union's administrator. */
export function canVoid(actor: Actor, award: Standing): boolean {
  if (!voidableStates.some((state) => state === award.state)) return false;
  return isOpen(award.state)
    ? canEdit(actor, award)
    : holdsOver(actor, award.recordingUnitPath, "union_admin");
}

/** To open a case of revocation. */
export function canRevoke(
  actor: Actor,
  { state, recordingUnitPath }: Pick<Standing, "state" | "recordingUnitPath">,
): boolean {
  return isStanding(state) && holdsOver(actor, recordingUnitPath, "union_admin");
}

/** Until when a confirmed honor is valid may be corrected; the rest of it is frozen. */
export const canCorrectValidity = canRevoke;
export function correctableBy(actor: Actor): Prisma.AwardWhereInput {
  return { recordingUnit: unitInScope(actor, "union_admin") };
}

export type Rights = {
  edit: boolean;
  submit: boolean;
  withdraw: boolean;
  confirm: boolean;
  return: boolean;
  void: boolean;
  revoke: boolean;
  validity: boolean;
};

export function rightsOver(actor: Actor, award: Standing): Rights {
  const check = canCheck(actor, award);
  return {
    edit: canEdit(actor, award),
    submit: canSubmit(actor, award),
    withdraw: canWithdraw(actor, award),
    confirm: check,
    return: check,
    void: canVoid(actor, award),
    revoke: canRevoke(actor, award),
    validity: canCorrectValidity(actor, award),
  };
}
