import { type Actor, hasRole, ledgerReaders, scopeNodes } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";
import { canServeUnits } from "@/lib/organizations/policy";

export function canReadStudios(actor: Actor): boolean {
  return hasRole(actor, ...ledgerReaders);
}

export function canRecordStudios(actor: Actor): boolean {
  return canServeUnits(actor);
}

/** Studios of units that the actor serves (`unitsServedBy`), and those that people of the scope are or were in. */
export function visibleTo(actor: Actor, served: Prisma.OrganizationWhereInput): Prisma.StudioWhereInput {
  return {
    OR: [{ unit: served }, { scopes: { some: { unitId: { in: scopeNodes(actor, ...ledgerReaders) } } } }],
  };
}
