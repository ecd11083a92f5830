import type { Role } from "@/lib/db/generated/enums";
import type { Prisma } from "@/lib/db/generated/client";
import { type Actor, scopePaths } from "@/lib/auth/roles";

/** Condition on a unit: it lies in the actor's scope of one of these roles. With no such role it holds for nothing. */
export function unitInScope(actor: Actor, ...roles: Role[]): Prisma.OrganizationWhereInput {
  return unitUnder(scopePaths(actor, ...roles));
}

/** Condition on a unit: it is one of these nodes or lies below one. An empty list holds for nothing. */
export function unitUnder(paths: string[]): Prisma.OrganizationWhereInput {
  // Prisma drops an empty OR inside an AND, which would then hold for everything.
  return paths.length === 0
    ? { id: { in: [] } }
    : { OR: paths.map((path) => ({ path: { startsWith: path } })) };
}

/** Condition on a unit: it is one of these nodes, or above one. Paths name every node above ("/1/12/"). */
export function unitAbove(paths: string[]): Prisma.OrganizationWhereInput {
  const ids = paths.flatMap((path) => path.split("/").filter(Boolean).map(Number));
  return { id: { in: [...new Set(ids)] } };
}
