import { type Actor, hasRole, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";

const givers = ["union_admin", "hr"] as const;

/** Whether the actor hands out other people's records. */
export function mayGiveDossiers(actor: Actor): boolean {
  return hasRole(actor, ...givers);
}

/** People whose full record the actor may have made: those of their units. */
export function givableBy(actor: Actor): Prisma.EmployeeWhereInput {
  const under = unitUnder(scopePaths(actor, ...givers));
  return { OR: [{ unit: under }, { unionUnit: under }] };
}
