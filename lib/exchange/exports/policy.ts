import { type Actor, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";

/** Roles that bring the right to export, each over its own scope. Whoever is an exporter and no more reads no ledger, and exports none. */
const exportRoles = ["hr", "exporter", "union_admin"] as const;

/** Awards that the actor may take out, of those that the list shows; no condition where that is all of them. */
export function exportableBy(actor: Actor): Prisma.AwardWhereInput {
  const paths = scopePaths(actor, ...exportRoles);
  const all = scopePaths(actor, ...ledgerReaders).every((read) =>
    paths.some((path) => read.startsWith(path)),
  );
  return all ? {} : { units: { some: { organization: unitUnder(paths) } } };
}
