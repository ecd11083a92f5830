import { type Actor, hasRole, scopePaths } from "@/lib/auth/roles";
import { unitUnder } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";

/** The union hands out slips: to its own members, whom it knows. */
export function canIssueActivations(actor: Actor): boolean {
  return hasRole(actor, "recorder", "union_admin");
}

/** Employees of the actor's union units. */
function membersOf(actor: Actor): Prisma.EmployeeWhereInput {
  return { unionUnit: unitUnder(scopePaths(actor, "recorder", "union_admin")) };
}

/** Those among them to whom a slip can be given: at work, with a work number, without an account. */
export function issuableBy(actor: Actor): Prisma.EmployeeWhereInput {
  return {
    AND: [
      membersOf(actor),
      { status: { in: ["active", "seconded"] }, mergedIntoId: null, workNumber: { not: null }, user: null },
    ],
  };
}

/** Slips that the actor sees. */
export function visibleTo(actor: Actor): Prisma.ActivationWhereInput {
  return { employee: membersOf(actor) };
}
