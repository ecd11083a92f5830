import type { Actor } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";
import { writableBy } from "../policy";

/** Whose decision the actor puts down: the own one, and what people of their units told the union. */
export function decidableBy(actor: Actor): Prisma.EmployeeWhereInput {
  const own = actor.employeeId === null ? [] : [{ id: actor.employeeId }];
  return { OR: [...own, writableBy(actor)] };
}
