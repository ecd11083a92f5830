import { recordEvent, systemActor } from "@/lib/audit/record";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { transaction } from "@/lib/db/transaction";
import type { ImportState } from "../schema";

const running: ImportState[] = ["checking", "applying", "undoing"];

/**
 * Clears imports that came in before a day: workbook, preview and cells go, the counts and which row became which record
 * stay. One transaction an import; one that nobody brought to an end is cancelled.
 */
export async function purgeImports(before: Date, now: Date, signal: AbortSignal): Promise<number> {
  let purged = 0;
  for (;;) {
    signal.throwIfAborted();
    const batch = await db.importBatch.findFirst({
      where: { createdAt: { lt: before }, purgedAt: null, state: { notIn: running } },
      orderBy: { id: "asc" },
      select: { id: true, state: true, fileId: true, rowsTotal: true, file: { select: { name: true } } },
    });
    if (!batch) return purged;
    purged += await transaction((tx) => purge(tx, batch, now), { timeout: 120_000 });
  }
}

type Old = {
  id: number;
  state: ImportState;
  fileId: number;
  rowsTotal: number | null;
  file: { name: string };
};

async function purge(tx: Prisma.TransactionClient, { id, state, fileId, rowsTotal, file }: Old, now: Date) {
  const ended = state === "applied" || state === "undone" || state === "cancelled" || state === "failed";
  const { count } = await tx.importBatch.updateMany({
    where: { id, state, purgedAt: null },
    data: {
      purgedAt: now,
      preview: Prisma.DbNull,
      notice: "importPurged",
      ...(!ended && { state: "cancelled" as const, cancelledAt: now, phaseStartedAt: null }),
      version: { increment: 1 },
    },
  });
  // Somebody went on with it at this moment: it is looked at again tomorrow.
  if (count === 0) return 0;
  await tx.$executeRaw`
    UPDATE import_rows SET cells = '{}', label = NULL, "values" = NULL, faults = NULL, changes = NULL, decision = NULL, before = NULL, secrets = NULL
    WHERE batch_id = ${id}`;
  await tx.storedFile.update({ where: { id: fileId }, data: { removedAt: now } });
  await recordEvent(tx, systemActor, {
    event: "imports.purged",
    noun: "imports",
    nounId: id,
    before: { file: file.name, rows: rowsTotal },
  });
  return 1;
}
