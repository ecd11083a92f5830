import { db } from "@/lib/db/client";
import type { IntakeFault } from "@/lib/kernel/intake";

export type FaultyRow = { position: number; sheetRow: number; faults: IntakeFault[] };

/** Rows that were not taken, with their faults, a thousand at a time. The caller has looked the import up through scope. */
export async function* faultyRows(batchId: number): AsyncGenerator<FaultyRow[]> {
  for (let after = 0; ;) {
    // Raw SQL: a keyset read of JSON, which Prisma would take apart and build anew.
    const rows = await db.$queryRaw<FaultyRow[]>`
      SELECT position, sheet_row AS "sheetRow", faults FROM import_rows
      WHERE batch_id = ${batchId} AND position > ${after} AND faults IS NOT NULL AND applied_id IS NULL
      ORDER BY position LIMIT 1000`;
    if (rows.length > 0) yield rows;
    if (rows.length < 1000) return;
    after = rows.at(-1)!.position;
  }
}
