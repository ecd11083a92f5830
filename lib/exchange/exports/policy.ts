import { type Actor } from "@/lib/auth/roles";
import { unitInScope } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";

/** Roles that bring the right to export, each over its own scope. Whoever is an exporter and no more reads no ledger, and exports none. */
export const exportRoles = ["hr", "exporter", "union_admin"] as const;

/** Awards that the actor may take out, of those that the list shows. */
export function exportableBy(actor: Actor): Prisma.AwardWhereInput {
  return { units: { some: { organization: unitInScope(actor, ...exportRoles) } } };
}
