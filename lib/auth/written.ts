import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { databaseSettings } from "@/lib/env";
import type { Actor } from "./roles";

/** In a statement that reads a session as `s`: up to where its user has written. Asked only where a replica stands beside. */
export function placeOfWrites(): Prisma.Sql {
  return databaseSettings().replicaUrl
    ? Prisma.sql`pg_wal_lsn_diff(s.written_up_to, '0/0')::bigint AS "writtenUpTo",`
    : Prisma.empty;
}

/**
 * Remembers, after a write of theirs is committed, how far the write-ahead log has come, in every browser that the person uses:
 * from here on a replica that has not come as far answers them nothing. The page drawn with the answer asks by the same actor.
 */
export async function rememberWrites(actor: Pick<Actor, "userId" | "writtenUpTo">): Promise<void> {
  if (!databaseSettings().replicaUrl) return;
  // Raw SQL for the log's place. Not waited for on the disk: a server that crashed before it was there has nothing to be ahead of.
  const [row] = await asSystem(
    () => db.$queryRaw<{ place: bigint }[]>`
      UPDATE sessions SET written_up_to = pg_current_wal_insert_lsn()
      FROM (SELECT set_config('synchronous_commit', 'off', true)) AS hurried
      WHERE user_id = ${actor.userId} AND ended_at IS NULL
      RETURNING pg_wal_lsn_diff(written_up_to, '0/0')::bigint AS place`,
  );
  if (row) actor.writtenUpTo = row.place;
}
