import type pg from "pg";
import type { Checkpoint } from "./checkpoint";

const PAGE = 5_000;

export type Link = { position: string; eventId: string; hash: Buffer; text: string | null };

/** The chain in its order, a page at a time; `text` is null where the event is gone. */
export async function* readLinks(client: pg.ClientBase): AsyncGenerator<Link> {
  for (let after = "0"; ;) {
    const { rows } = await client.query<Link>(
      `SELECT l.position::text, l.event_id::text AS "eventId", l.hash, CASE WHEN e.id IS NOT NULL THEN audit_event_text(e) END AS text
       FROM audit_links l LEFT JOIN audit_events e ON e.id = l.event_id
       WHERE l.position > $1 ORDER BY l.position LIMIT ${PAGE}`,
      [after],
    );
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.position;
  }
}

export async function readCheckpoints(client: pg.ClientBase): Promise<Checkpoint[]> {
  const { rows } = await client.query<Omit<Checkpoint, "sealedAt"> & { sealedAt: Date }>(
    `SELECT id, position::text, hash, closed_id::text AS "closedId", sealed_at AS "sealedAt", key_id AS "keyId", signature
     FROM audit_seals ORDER BY id`,
  );
  return rows.map((row) => ({ ...row, sealedAt: row.sealedAt.toISOString() }));
}

/** Events that no checkpoint knows although everything of their age was taken in: somebody put them in later. */
export async function* readPutIn(client: pg.ClientBase, closedId: string): AsyncGenerator<string> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT e.id::text FROM audit_events e
     WHERE e.id <= $1 AND NOT EXISTS (SELECT FROM audit_links l WHERE l.event_id = e.id) ORDER BY e.id LIMIT 10000`,
    [closedId],
  );
  for (const { id } of rows) yield id;
}
