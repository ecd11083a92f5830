import type { Prisma } from "@/lib/db/generated/client";
import { type Actor, hasRole, isRoot, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";

type EmployeeRole = (typeof ledgerReaders)[number];

const writers = ["recorder", "union_admin", "hr"] as const satisfies EmployeeRole[];

/** Whether lists and records of people are any business of the actor's; one's own record is read at /me. */
export function canReadEmployees(actor: Actor): boolean {
  return hasRole(actor, ...ledgerReaders);
}

/** Accounts are linked to people, so their administrator searches them too. */
export function canPickEmployees(actor: Actor): boolean {
  return hasRole(actor, "sysadmin") || canReadEmployees(actor);
}

export function canCreateEmployees(actor: Actor): boolean {
  return hasRole(actor, ...writers);
}

/** Records that the actor sees: people whose unit or union unit lies in scope, and the actor's own. */
export function visibleTo(actor: Actor): Prisma.EmployeeWhereInput {
  const own = actor.employeeId === null ? [] : [{ id: actor.employeeId }];
  return { OR: [...own, inScope(scopePaths(actor, ...ledgerReaders))] };
}

/** People whom the actor may pick: for the administrator of accounts, everybody. */
export function pickableBy(actor: Actor): Prisma.EmployeeWhereInput {
  // Not the empty condition: within an OR Prisma takes that for none.
  return hasRole(actor, "sysadmin") ? { id: { gt: 0 } } : visibleTo(actor);
}

/** Records that the actor keeps. */
export function writableBy(actor: Actor): Prisma.EmployeeWhereInput {
  return inScope(scopePaths(actor, ...writers));
}

/** Whether a record that belongs to units with these paths would be one that the actor keeps. */
export function canKeepIn(actor: Actor, paths: string[]): boolean {
  const scope = scopePaths(actor, ...writers);
  return paths.length > 0
    ? paths.some((path) => scope.some((one) => path.startsWith(one)))
    : scope.some(isRoot);
}

/** Outside workers have no unit: they are seen from the root of a tree. */
function inScope(paths: string[]): Prisma.EmployeeWhereInput {
  const outside = paths.some(isRoot) ? [{ unitId: null, unionUnitId: null }] : [];
  return { OR: [{ unit: unitUnder(paths) }, { unionUnit: unitUnder(paths) }, ...outside] };
}
