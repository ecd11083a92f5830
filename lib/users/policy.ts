import { type Actor, hasRole } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";

/** Accounts and rights are the system administrator's alone. */
export function canManageUsers(actor: Actor): boolean {
  return hasRole(actor, "sysadmin");
}

/** Nobody gives, takes, disables or resets at their own account: another administrator does. */
export function canActOn(actor: Actor, userId: number): boolean {
  return canManageUsers(actor) && actor.userId !== userId;
}

/** Accounts that the actor sees. */
export function visibleTo(actor: Actor): Prisma.UserWhereInput {
  return canManageUsers(actor) ? {} : { id: { in: [] } };
}

/** Accounts of people who are at work, or that belong to no employee. */
export const ofPeopleAtWork: Prisma.UserWhereInput = {
  OR: [{ employeeId: null }, { employee: { status: { in: ["active", "seconded"] }, mergedIntoId: null } }],
};
