import { type Actor, hasRole, ledgerReaders, scopeNodes } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";
import { canServeUnits } from "@/lib/organizations/policy";

export function canReadTeams(actor: Actor): boolean {
  return hasRole(actor, ...ledgerReaders);
}

export function canRecordTeams(actor: Actor): boolean {
  return canServeUnits(actor);
}

/** Teams of units that the actor serves (`unitsServedBy`), and those that people of the scope are or were in. */
export function visibleTo(actor: Actor, served: Prisma.OrganizationWhereInput): Prisma.TeamWhereInput {
  return {
    OR: [{ unit: served }, { scopes: { some: { unitId: { in: scopeNodes(actor, ...ledgerReaders) } } } }],
  };
}
