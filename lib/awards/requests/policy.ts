import { type Actor, hasRole, isRoot, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";

const keepers = ["recorder", "checker", "union_admin"] as const;

/** Whether people's requests are any business of the actor's. */
export function readsRequests(actor: Actor): boolean {
  return hasRole(actor, ...keepers);
}

/** Whether the actor has a record of their own to ask about. */
export function mayRequest(actor: Actor): boolean {
  return actor.employeeId !== null;
}

/** Requests of people whose union unit or unit lies in the actor's scope; who has no unit is heard at the root of a tree. */
export function visibleTo(actor: Actor): Prisma.AwardRequestWhereInput {
  const paths = scopePaths(actor, ...keepers);
  const atRoot = paths.some(isRoot);
  return {
    employee: {
      OR: [
        { unionUnit: unitUnder(paths) },
        { unit: unitUnder(paths) },
        ...(atRoot ? [{ unitId: null, unionUnitId: null }] : []),
      ],
    },
  };
}

export function ownRequests(actor: Actor): Prisma.AwardRequestWhereInput {
  return { employeeId: actor.employeeId ?? 0 };
}

/** Nobody answers a request of their own. */
export function answerableBy(actor: Actor): Prisma.AwardRequestWhereInput {
  return { AND: [visibleTo(actor), { NOT: ownRequests(actor) }] };
}
