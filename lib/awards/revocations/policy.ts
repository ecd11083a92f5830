import { type Actor, hasRole, holdsOver } from "@/lib/auth/roles";
import { unitInScope } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";
import type { Role } from "@/lib/db/generated/enums";
import { conferredStates } from "../rules";
import type { AwardState } from "../schema";
import { isInForce, isWaiting, waitingStates } from "./rules";
import type { RevocationState } from "./schema";

const keepers = ["recorder", "checker", "union_admin"] as const;
const checkers = ["checker", "union_admin"] as const;

/** Whether cases are any business of the actor's. HR is told that an honor was revoked, not what somebody did. */
export function readsRevocations(actor: Actor): boolean {
  return hasRole(actor, ...keepers, "discipline");
}

/** Whether the actor revokes honors anywhere, and whether they confirm what others entered. */
export function revokes(actor: Actor): boolean {
  return hasRole(actor, "union_admin");
}
export function confirms(actor: Actor): boolean {
  return hasRole(actor, ...checkers);
}

/** Cases about awards that the actor sees as a keeper of the ledger or for the discipline office. */
export function visibleTo(actor: Actor): Prisma.AwardRevocationWhereInput {
  const found = (...roles: Role[]) => ({ units: { some: { organization: unitInScope(actor, ...roles) } } });
  return {
    award: {
      OR: [
        { id: { in: [] } },
        found(...keepers),
        { AND: [{ state: { in: [...conferredStates] } }, found("discipline")] },
      ],
    },
  };
}

/** Whether evidence is any business of the actor's. */
export function readsEvidence(actor: Actor): boolean {
  return hasRole(actor, "union_admin", "discipline");
}

/** Evidence: for the discipline office over one of the award's units, and the union's administrators over its recording unit. */
export function evidenceVisibleTo(actor: Actor): Prisma.AwardRevocationWhereInput {
  return {
    award: {
      OR: [
        { id: { in: [] } },
        { units: { some: { organization: unitInScope(actor, "discipline") } } },
        { recordingUnit: unitInScope(actor, "union_admin") },
      ],
    },
  };
}

/** Conditions that go into the guarded writes. */
export function recordableBy(actor: Actor): Prisma.AwardRevocationWhereInput {
  return { award: { recordingUnit: unitInScope(actor, "union_admin") } };
}
export function confirmableBy(actor: Actor): Prisma.AwardRevocationWhereInput {
  return {
    AND: [
      { award: { recordingUnit: unitInScope(actor, ...checkers) } },
      { NOT: { enteredByIds: { has: actor.userId } } },
    ],
  };
}

/** Cases that wait for the actor. */
export function waitingFor(actor: Actor): Prisma.AwardRevocationWhereInput {
  return { AND: [visibleTo(actor), confirmableBy(actor), { state: { in: [...waitingStates] } }] };
}

export type AwardStanding = { state: AwardState; recordingUnitPath: string };
export type CaseStanding = AwardStanding & {
  revocation: { state: RevocationState; enteredByIds: readonly number[] };
};

/** To confirm is for someone else than whoever entered any part of it. */
export function canConfirm(actor: Actor, { revocation, recordingUnitPath }: CaseStanding): boolean {
  return (
    isWaiting(revocation.state) &&
    holdsOver(actor, recordingUnitPath, ...checkers) &&
    !revocation.enteredByIds.includes(actor.userId)
  );
}

/** Takes back what one entered oneself, as long as nobody has confirmed it. */
export function canWithdraw(actor: Actor, { revocation, recordingUnitPath }: CaseStanding): boolean {
  return (
    isWaiting(revocation.state) &&
    holdsOver(actor, recordingUnitPath, "union_admin") &&
    revocation.enteredByIds.includes(actor.userId)
  );
}

export function canAnnul(actor: Actor, { revocation, recordingUnitPath }: CaseStanding): boolean {
  return revocation.state === "confirmed" && holdsOver(actor, recordingUnitPath, "union_admin");
}

export function canRecall(actor: Actor, { revocation, recordingUnitPath }: CaseStanding): boolean {
  return isInForce(revocation.state) && holdsOver(actor, recordingUnitPath, "union_admin");
}
