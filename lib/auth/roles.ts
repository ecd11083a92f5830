import type { Role, Tree } from "@/lib/db/generated/enums";

/** A role held over a node of one of the trees and everything below it; auditor and sysadmin hold theirs over the whole system. */
export type Grant = {
  role: Role;
  organizationId: number | null;
  tree: Tree | null;
  path: string | null;
  /** The tree that the node is the one root of: everything in it lies below. */
  whole?: Tree | null;
};

/** Who acts: made by lib/auth alone and re-read from the database at every request. */
export type Actor = {
  userId: number;
  sessionId: number;
  username: string;
  name: string;
  employeeId: number | null;
  mustChangePassword: boolean;
  /** Has a second factor, and came in with it. */
  hasFactor?: boolean;
  /** Holds a role that demands a second factor, and has none yet. */
  factorDue?: boolean;
  grants: Grant[];
  address: string;
  /** The place in the database's log up to which they have written; kept where a replica stands beside. */
  writtenUpTo?: bigint | null;
};

/** Roles that read the ledger within their scope. */
export const ledgerReaders = [
  "recorder",
  "checker",
  "union_admin",
  "hr",
  "discipline",
] as const satisfies Role[];

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role));
}

/** Whether it is the path of a node that has none above it. */
export function isRoot(path: string): boolean {
  return path.split("/").length === 3;
}

/** Paths of the nodes over which the actor holds one of the roles, nodes below another of them left out. */
export function scopePaths(actor: Actor, ...roles: Role[]): string[] {
  const paths = actor.grants.flatMap((grant) =>
    roles.includes(grant.role) && grant.path ? [grant.path] : [],
  );
  return [...new Set(paths)].filter(
    (path) => !paths.some((other) => other !== path && path.startsWith(other)),
  );
}

/** The nodes themselves, by their ids. */
export function scopeNodes(actor: Actor, ...roles: Role[]): number[] {
  return scopePaths(actor, ...roles).map((path) => Number(path.split("/").at(-2)));
}

/** Whether the actor holds one of the roles over the unit with this path. */
export function holdsOver(actor: Actor, path: string, ...roles: Role[]): boolean {
  return scopePaths(actor, ...roles).some((scope) => path.startsWith(scope));
}

/** Whether the actor holds one of the roles over everything that belongs to a tree. */
export function holdsWhole(actor: Actor, tree: Tree, ...roles: Role[]): boolean {
  return actor.grants.some((grant) => grant.whole === tree && roles.includes(grant.role));
}
