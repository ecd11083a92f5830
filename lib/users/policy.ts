import { type Actor, hasRole } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";
import { dutyRoles } from "./schema";

/** Duties apart (三员分立): the system administrator makes accounts, the security administrator gives rights, the auditor reads what both did. */
export function canManageUsers(actor: Actor): boolean {
  return hasRole(actor, "sysadmin");
}

/** Rights, locks, second factors and the rules of sign-in. */
export function canGrantRights(actor: Actor): boolean {
  return hasRole(actor, "security_admin");
}

export function canReadUsers(actor: Actor): boolean {
  return canManageUsers(actor) || canGrantRights(actor);
}

/** Nobody gives, takes, disables or resets at their own account: another one does. */
export function canActOn(actor: Actor, userId: number): boolean {
  return canManageUsers(actor) && actor.userId !== userId;
}

export function canGrantTo(actor: Actor, userId: number): boolean {
  return canGrantRights(actor) && actor.userId !== userId;
}

/** A new password opens an account: those of the other two duties are not the system administrator's to open. */
export function canResetPassword(actor: Actor, userId: number, roles: readonly string[]): boolean {
  const apart = dutyRoles.some((role) => role !== "sysadmin" && roles.includes(role));
  return apart ? canGrantTo(actor, userId) : canActOn(actor, userId);
}

/** What the actor may do to an account. */
export function rightsOver(actor: Actor, userId: number, roles: readonly string[]) {
  return {
    change: canManageUsers(actor),
    disable: canActOn(actor, userId),
    grant: canGrantTo(actor, userId),
    resetPassword: canResetPassword(actor, userId, roles),
    endSessions: canActOn(actor, userId) || canGrantTo(actor, userId),
  };
}

/** Accounts that the actor sees. */
export function visibleTo(actor: Actor): Prisma.UserWhereInput {
  return canReadUsers(actor) ? {} : { id: { in: [] } };
}

/** Accounts of people who are at work, or that belong to no employee. */
export const ofPeopleAtWork: Prisma.UserWhereInput = {
  OR: [{ employeeId: null }, { employee: { status: { in: ["active", "seconded"] }, mergedIntoId: null } }],
};
