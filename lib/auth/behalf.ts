import { z } from "zod";
import { db } from "@/lib/db/client";
import { grantsOfUser } from "./grants";
import type { Actor, Grant } from "./roles";

/** Who ordered work that is done later, kept with it: whose rights count is asked of the database when it is done. */
export const orderedBy = z.object({
  userId: z.number().int().positive(),
  sessionId: z.number().int().positive(),
  address: z.string(),
});
export type OrderedBy = z.output<typeof orderedBy>;

export function orderOf({ userId, sessionId, address }: Actor): OrderedBy {
  return { userId, sessionId, address };
}

type Found = Pick<Actor, "username" | "name" | "employeeId" | "mustChangePassword"> & { grants: Grant[] };

/**
 * The actor on whose behalf a job works, with the roles of this moment; null for an account that is shut or whose holder
 * has left. Signing out does not call back what was ordered: the session is named for the audit alone.
 */
export async function actorOnBehalf({ userId, sessionId, address }: OrderedBy): Promise<Actor | null> {
  // Raw SQL for the same reason and in the same words as the look-up of a session: one statement for all of it.
  const rows = await db.$queryRaw<Found[]>`
    SELECT u.username, u.name, u.employee_id AS "employeeId", u.must_change_password AS "mustChangePassword",
           ${grantsOfUser}
    FROM users u LEFT JOIN employees e ON e.id = u.employee_id
    WHERE u.id = ${userId} AND u.disabled_at IS NULL
      AND (e.id IS NULL OR (e.status IN ('active', 'seconded') AND e.merged_into_id IS NULL))`;
  return rows[0] ? { userId, sessionId, address, ...rows[0] } : null;
}
