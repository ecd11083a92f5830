import { type Actor, hasRole, holdsOver, holdsWhole, isRoot, scopePaths } from "@/lib/auth/roles";
import { unitInScope, unitUnder } from "@/lib/auth/scope";
import { conferredStates } from "@/lib/awards/rules";
import type { AwardState } from "@/lib/awards/schema";
import type { Prisma } from "@/lib/db/generated/client";

const keepers = ["recorder", "checker", "union_admin"] as const;
const recorders = ["recorder", "union_admin"] as const;
const readers = [...keepers, "hr"] as const;

/** Not the empty condition: within an OR Prisma takes that for none. */
const everything = { id: { gt: 0 } } satisfies Prisma.TreatmentWhereInput;

/** Whether treatments of others are any business of the actor's. The discipline office is told of honors, not of money. */
export function readsTreatments(actor: Actor): boolean {
  return hasRole(actor, ...readers);
}

/** Whether the actor enters treatments anywhere. */
export function recordsTreatments(actor: Actor): boolean {
  return hasRole(actor, ...recorders);
}

/**
 * For who keeps the award's record, for union and personnel over the person's own unit, and for the person. Another unit that
 * shares the award sees the honor, not what it brings somebody of this one.
 */
export function visibleTo(actor: Actor): Prisma.TreatmentWhereInput {
  if (holdsWhole(actor, "union", ...keepers)) return everything;
  const paths = scopePaths(actor, ...readers);
  const unit = unitUnder(paths);
  // Outside workers have no unit: they are seen from the root of a tree.
  const outside = paths.some(isRoot) ? [{ employee: { unitId: null, unionUnitId: null } }] : [];
  return {
    OR: [
      { id: { in: [] } },
      { recordingUnit: unitInScope(actor, ...keepers) },
      { employee: { OR: [{ unit }, { unionUnit: unit }] } },
      ...outside,
      ...ownArm(actor),
    ],
  };
}

/** The actor's own; nobody else's, whatever they hold beside. */
export function ownTreatments(actor: Actor): Prisma.TreatmentWhereInput {
  return { employeeId: actor.employeeId ?? 0 };
}

/** Condition of the guarded writes: the award's record is the actor's to keep. */
export function writableBy(actor: Actor): Prisma.TreatmentWhereInput {
  return { recordingUnit: unitInScope(actor, ...recorders) };
}

export type AwardStanding = { state: AwardState; recordingUnitPath: string };

/** Only an honor that was conferred brings a treatment. */
export function canRegister(actor: Actor, { state, recordingUnitPath }: AwardStanding): boolean {
  return (
    conferredStates.some((conferred) => conferred === state) &&
    holdsOver(actor, recordingUnitPath, ...recorders)
  );
}

/** To change, stop and resume what was entered. */
export function canChange(actor: Actor, recordingUnitPath: string): boolean {
  return holdsOver(actor, recordingUnitPath, ...recorders);
}

function ownArm(actor: Actor): Prisma.TreatmentWhereInput[] {
  return actor.employeeId === null ? [] : [ownTreatments(actor)];
}
