import { type Actor, hasRole } from "@/lib/auth/roles";
import { unitInScope } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";
import type { Role } from "@/lib/db/generated/enums";
import { importKinds, type ImportKind } from "./schema";

/** Who takes in what; each over their own scope. */
const importers: Record<ImportKind, readonly Role[]> = {
  organizations: ["union_admin"],
  employees: ["recorder", "union_admin", "hr"],
  titles: ["union_admin"],
  achievements: ["recorder", "union_admin"],
  awards: ["recorder", "union_admin"],
};

/** Who reads an import beside those who may make one: whoever checks what came in. */
const readers: Record<ImportKind, readonly Role[]> = {
  organizations: ["union_admin"],
  employees: ["recorder", "checker", "union_admin", "hr"],
  titles: ["union_admin"],
  achievements: ["recorder", "checker", "union_admin"],
  awards: ["recorder", "checker", "union_admin"],
};

export function canReadImports(actor: Actor): boolean {
  return hasRole(actor, "recorder", "checker", "union_admin", "hr");
}

export function mayImport(actor: Actor, kind: ImportKind): boolean {
  return hasRole(actor, ...importers[kind]);
}

export function importableKinds(actor: Actor): ImportKind[] {
  return importKinds.filter((kind) => mayImport(actor, kind));
}

/** Units for which the actor may take in rows of this kind. */
export function importUnits(actor: Actor, kind: ImportKind): Prisma.OrganizationWhereInput {
  return unitInScope(actor, ...importers[kind]);
}

/**
 * Imports that the actor sees: those of units in the scope of a role that reads the kind. Whoever made one holds such a
 * role, or has lost it, and with it the sight of what the rows tell of people.
 */
export function visibleTo(actor: Actor): Prisma.ImportBatchWhereInput {
  return underRoles(actor, readers);
}

/** Imports that the actor may take further: map, check, apply, cancel, undo. */
export function workableBy(actor: Actor): Prisma.ImportBatchWhereInput {
  return underRoles(actor, importers);
}

/** Imports whose submitted awards the actor may confirm; never their own entries, which the awards' own rule sees to. */
export function confirmableBy(actor: Actor): Prisma.ImportBatchWhereInput {
  return { AND: [{ kind: "awards" }, { recordingUnit: unitInScope(actor, "checker", "union_admin") }] };
}

function underRoles(actor: Actor, table: Record<ImportKind, readonly Role[]>): Prisma.ImportBatchWhereInput {
  const arms = importKinds
    .filter((kind) => hasRole(actor, ...table[kind]))
    .map((kind) => ({ AND: [{ kind }, { recordingUnit: unitInScope(actor, ...table[kind]) }] }));
  // Prisma drops an empty OR inside an AND, which would then hold for everything.
  return { OR: [{ id: { in: [] } }, ...arms] };
}
