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

/**
 * The awards of the next rows of an import, as far as they wait to be confirmed, and the last of those rows; null behind the last. Rows
 * first, then awards: right after an import PostgreSQL knows nothing yet of how many rows there are, and planned a join of the two badly.
 */
export async function submittedAwards(
  importId: number,
  after: number,
  limit: number,
): Promise<{ ids: number[]; last: number } | null> {
  const rows = await db.importRow.findMany({
    where: { batchId: importId, position: { gt: after }, appliedId: { not: null } },
    orderBy: { position: "asc" },
    take: limit,
    select: { position: true, appliedId: true },
  });
  if (rows.length === 0) return null;
  const awards = await db.award.findMany({
    where: { id: { in: rows.map(({ appliedId }) => appliedId!) }, state: "submitted" },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return { ids: awards.map(({ id }) => id), last: rows.at(-1)!.position };
}

/** Whether an award of the import still waits to be confirmed. Raw SQL: looked up row by row up to the first, never joined. */
export async function hasSubmittedAwards(importId: number): Promise<boolean> {
  const [found] = await db.$queryRaw<[{ waits: boolean }]>`
    SELECT EXISTS (SELECT FROM import_rows r WHERE r.batch_id = ${importId} AND r.applied_id IS NOT NULL
      AND (SELECT a.state FROM awards a WHERE a.id = r.applied_id) = 'submitted') AS waits`;
  return found.waits;
}
