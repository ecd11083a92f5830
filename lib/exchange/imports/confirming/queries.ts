import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { confirmableBy, visibleTo } from "../policy";

/** An applied import of awards that the actor may confirm, and who is told. */
export async function findConfirmable(actor: Actor, id: number) {
  const batch = await db.importBatch.findFirst({
    where: { AND: [{ id, state: "applied" }, visibleTo(actor), confirmableBy(actor)] },
    select: { createdById: true, appliedById: true, file: { select: { name: true } } },
  });
  if (!batch) return null;
  const userIds = [...new Set([batch.createdById, batch.appliedById ?? batch.createdById])];
  return { title: batch.file.name, userIds };
}

/** The awards of an import that wait to be confirmed, in the order of their ids. Raw SQL: rows know their record by number alone. */
export async function submittedAwards(importId: number, after: number, limit: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT a.id FROM import_rows r JOIN awards a ON a.id = r.applied_id
    WHERE r.batch_id = ${importId} AND a.state = 'submitted' AND a.id > ${after} ORDER BY a.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
