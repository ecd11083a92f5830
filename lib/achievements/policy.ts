import { type Actor, hasRole, ledgerReaders, scopeNodes } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";
import { canServeUnits } from "@/lib/organizations/policy";

export function canReadAchievements(actor: Actor): boolean {
  return hasRole(actor, ...ledgerReaders);
}

export function canRecordAchievements(actor: Actor): boolean {
  return canServeUnits(actor);
}

/** Achievements of units that the actor serves (`unitsServedBy`), and those to which people of the scope contributed. */
export function visibleTo(actor: Actor, served: Prisma.OrganizationWhereInput): Prisma.AchievementWhereInput {
  return {
    OR: [
      { units: { some: { organization: served } } },
      { scopes: { some: { unitId: { in: scopeNodes(actor, ...ledgerReaders) } } } },
    ],
  };
}
