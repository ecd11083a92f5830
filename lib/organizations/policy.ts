import type { Prisma } from "@/lib/db/generated/client";
import type { Role } from "@/lib/db/generated/enums";
import {
  type Actor,
  hasRole,
  holdsOver,
  holdsWhole,
  isRoot,
  ledgerReaders,
  scopePaths,
} from "@/lib/auth/roles";
import { unitInScope, unitUnder } from "@/lib/auth/scope";
import { type Tree, trees } from "./schema";

/** Whether units are any business of the actor's at all. */
export function canReadUnits(actor: Actor): boolean {
  return hasRole(actor, "sysadmin", "security_admin", ...ledgerReaders);
}

/**
 * Units that the actor sees: those in scope, and of the other tree those where people of the scope belong. Over the root
 * of one tree stands who sees all of the other: a new unit has no people yet. Accounts are given scopes anywhere.
 */
export function visibleTo(actor: Actor): Prisma.OrganizationWhereInput {
  if (seesEverything(actor)) return all;
  const others = otherTrees(actor);
  const scope = unitUnder(scopePaths(actor, ...ledgerReaders));
  return {
    OR: [
      scope,
      ...others.map((tree) => ({ tree })),
      { unions: { some: { unionUnit: scope } } },
      { workplaces: { some: { unit: scope } } },
    ],
  };
}

/** Whether no unit is hidden from the actor. */
export function seesEverything(actor: Actor): boolean {
  return trees.every((tree) => seesWholeTree(actor, tree));
}

/** Whether the actor sees every unit of a tree. */
export function seesWholeTree(actor: Actor, tree: Tree): boolean {
  return (
    hasRole(actor, "sysadmin", "security_admin") ||
    otherTrees(actor).includes(tree) ||
    holdsWhole(actor, tree, ...ledgerReaders)
  );
}

/** Who keeps what belongs to a unit: its teams, studios and achievements. */
export const unitKeepers = ["recorder", "union_admin"] as const satisfies Role[];

/** Whether the actor keeps any unit's at all; which units, `servedUnits` says. */
export function canServeUnits(actor: Actor): boolean {
  return hasRole(actor, ...unitKeepers);
}

/** Whether the actor holds one of the roles over a whole tree: what belongs to no unit's people yet is theirs. */
export function isOverRoot(actor: Actor, tree: Tree, ...roles: Role[]): boolean {
  return actor.grants.some(
    (grant) => roles.includes(grant.role) && grant.tree === tree && grant.path && isRoot(grant.path),
  );
}

/** Units whose data the actor keeps. */
export function writableBy(actor: Actor): Prisma.OrganizationWhereInput {
  return hasRole(actor, "sysadmin") ? all : unitInScope(actor, "union_admin");
}

/** Whether the actor keeps the data of the unit with this path. */
export function canWriteUnit(actor: Actor, path: string): boolean {
  return hasRole(actor, "sysadmin") || holdsOver(actor, path, "union_admin");
}

/** Whether the actor may make new units anywhere, or in one of the trees. */
export function canCreateUnits(actor: Actor, tree?: Tree): boolean {
  const keeps = (grant: Actor["grants"][number]) =>
    grant.role === "union_admin" && (tree === undefined || grant.tree === tree);
  return hasRole(actor, "sysadmin") || actor.grants.some(keeps);
}

/** A new root of a tree is a new enterprise in the registry. */
export function canCreateRoot(actor: Actor): boolean {
  return hasRole(actor, "sysadmin");
}

function otherTrees(actor: Actor): Tree[] {
  const atRoot = actor.grants.filter(
    (grant) => ledgerReaders.some((role) => role === grant.role) && grant.path && isRoot(grant.path),
  );
  return trees.filter((tree) => atRoot.some((grant) => grant.tree !== tree));
}

/** Not the empty condition: within an OR Prisma takes that for none. */
const all: Prisma.OrganizationWhereInput = { id: { gt: 0 } };
