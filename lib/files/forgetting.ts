import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { removeStored } from "./store";

/** Uploads that no record ever took are marked as gone. */
export async function forgetUnattached(tx: Tx, before: Date, now: Date): Promise<number> {
  const { count } = await tx.storedFile.updateMany({
    where: {
      createdAt: { lt: before },
      removedAt: null,
      documents: { none: {} },
      requests: { none: {} },
      imports: { none: {} },
      revocations: { none: {} },
    },
    data: { removedAt: now },
  });
  return count;
}

/** So long a look is had again at what was marked: a run may have been killed before its bytes went. */
const lookBack = 7 * 24 * 3600_000;
/** Bytes that came in again since are another's. */
const settled = 24 * 3600_000;

/** Removes the bytes of files that were marked as gone and that no other file shares. */
export async function removeForgotten(now: Date): Promise<number> {
  // Raw: Prisma has no word for "and no other row of the same hash".
  const gone = await db.$queryRaw<{ sha256: string }[]>`
    SELECT DISTINCT sha256 FROM stored_files f WHERE removed_at > ${new Date(now.getTime() - lookBack)}
      AND NOT EXISTS (SELECT FROM stored_files other WHERE other.sha256 = f.sha256 AND other.removed_at IS NULL)`;
  let removed = 0;
  for (const { sha256 } of gone)
    if (await removeStored(sha256, new Date(now.getTime() - settled))) removed += 1;
  return removed;
}
