import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { RetentionDays } from "./schema";

/** The one row of settings. */
export function readRetention(tx: Tx = db): Promise<RetentionDays & { version: number }> {
  return tx.retentionPolicy.findFirstOrThrow({
    where: { id: 1 },
    select: { workbookDays: true, sessionDays: true, inboxDays: true, attemptDays: true, version: true },
  });
}
