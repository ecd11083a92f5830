import { type Actor, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";

/** Roles that bring the right to export, each over its own scope. Whoever is an exporter and no more reads no ledger, and exports none. */
const exportRoles = ["hr", "exporter", "union_admin"] as const;

/** Whether the right to export reaches as far as the list does. */
export function reachesAll(actor: Actor): boolean {
  const paths = scopePaths(actor, ...exportRoles);
  return scopePaths(actor, ...ledgerReaders).every((read) => paths.some((path) => read.startsWith(path)));
}

/** Awards that the actor may take out, of those that the list shows; no condition where that is all of them. */
export function exportableBy(actor: Actor): Prisma.AwardWhereInput {
  if (reachesAll(actor)) return {};
  return { units: { some: { organization: unitUnder(scopePaths(actor, ...exportRoles)) } } };
}
