import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/auth/roles";
import { canCreateEmployees, writableBy } from "../policy";

/** Who may look at whole ID and phone numbers: those who keep people's records, each over their own units. */
export function canReadIdentities(actor: Actor): boolean {
  return canCreateEmployees(actor);
}

export function identityReadableBy(actor: Actor): Prisma.EmployeeWhereInput {
  return writableBy(actor);
}
