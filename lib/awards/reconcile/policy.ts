import { type Actor, hasRole, holdsOver } from "@/lib/auth/roles";
import { unitInScope } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";
import { visibleTo as visibleAwards } from "../policy";

const keepers = ["recorder", "checker", "union_admin"] as const;
const recorders = ["recorder", "union_admin"] as const;

/** Whether names that wait to be placed are any business of the actor's. */
export function readsUnresolved(actor: Actor): boolean {
  return hasRole(actor, ...keepers);
}

export function visibleTo(actor: Actor): Prisma.UnresolvedRecipientWhereInput {
  return { recordingUnit: unitInScope(actor, ...keepers) };
}

/** Goes into the guarded write. */
export function resolvableBy(actor: Actor): Prisma.UnresolvedRecipientWhereInput {
  return { recordingUnit: unitInScope(actor, ...recorders) };
}

export function canResolve(actor: Actor, recordingUnitPath: string): boolean {
  return holdsOver(actor, recordingUnitPath, ...recorders);
}

/** Old awards in sight that lack what an honor rests on: who granted it, or the paper. */
export function lackingBasis(actor: Actor): Prisma.AwardWhereInput {
  return {
    AND: [
      visibleAwards(actor),
      { source: { in: ["legacy", "import"] }, state: { not: "void" } },
      { OR: [{ grantingBodies: { none: {} } }, { documents: { none: {} } }] },
    ],
  };
}
