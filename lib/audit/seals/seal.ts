import { createPublicKey, type KeyObject } from "node:crypto";
import type pg from "pg";
import { pool } from "@/lib/db/pool";
import { genesis, keyIdOf, linkHash, signCheckpoint } from "./checkpoint";

/** Any number, the same for all: one seals at a time. */
const LOCK = 7_226_042;
const CHUNK = 5_000;
/** Events that one checkpoint takes in at most, so that its transaction stays short. */
export const mostEvents = 100_000;

/**
 * Takes the events since the last checkpoint into the chain and signs a new one. Works beside the writers, never among them:
 * it waits for nobody and nobody waits for it. Returns how many events it took in; 0 when another instance is at it.
 */
export async function sealEvents(key: KeyObject, now = new Date()): Promise<number> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const sealed = await sealIn(client, key, now);
    await client.query("COMMIT");
    return sealed;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

type Last = { position: string; hash: Buffer; closedId: string };

async function sealIn(client: pg.ClientBase, key: KeyObject, now: Date): Promise<number> {
  const { rows: locked } = await client.query<{ mine: boolean }>(
    "SELECT pg_try_advisory_xact_lock($1) AS mine",
    [LOCK],
  );
  if (!locked[0]!.mine) return 0;
  const seals = await lastSeals(client);
  const last: Last = seals[0] ?? { position: "0", hash: genesis, closedId: "0" };
  const horizon = await lookAround(client);
  const closedId = closedNow(seals, last, horizon);

  let { hash } = last;
  let position = BigInt(last.position);
  let [sealed, after] = [0, last.closedId];
  while (sealed < mostEvents) {
    const events = await newEvents(client, last.closedId, after);
    if (events.length === 0) break;
    const links = events.map(({ id, text }) => ({
      id,
      position: ++position,
      hash: (hash = linkHash(hash, text)),
    }));
    await client.query(
      "INSERT INTO audit_links (position, event_id, hash) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])",
      [links.map((one) => one.position), links.map(({ id }) => id), links.map((one) => one.hash)],
    );
    sealed += events.length;
    after = events.at(-1)!.id;
  }
  if (sealed === 0) return 0;
  // What was left for the next checkpoint is not closed yet.
  const closed = sealed < mostEvents ? closedId : last.closedId;
  await writeSeal(client, { position: String(position), hash, closedId: closed }, horizon, key, now);
  return sealed;
}

type Seal = Last & { sequence: string; snapshotXmax: string };

async function lastSeals(client: pg.ClientBase): Promise<Seal[]> {
  const { rows } = await client.query<Seal>(
    `SELECT position::text, hash, closed_id::text AS "closedId", sequence::text, snapshot_xmax::text AS "snapshotXmax"
     FROM audit_seals ORDER BY id DESC LIMIT 2`,
  );
  return rows;
}

type Horizon = { sequence: string; xmin: string; xmax: string };

/** The sequence first: whatever id it had given out by then belongs to a transaction that is over, or is seen to run. */
async function lookAround(client: pg.ClientBase): Promise<Horizon> {
  const { rows: sequences } = await client.query<{ sequence: string }>(
    "SELECT last_value::text AS sequence FROM audit_events_id_seq",
  );
  const { rows } = await client.query<{ xmin: string; xmax: string }>(
    "SELECT pg_snapshot_xmin(s)::text AS xmin, pg_snapshot_xmax(s)::text AS xmax FROM pg_current_snapshot() AS s",
  );
  return { ...sequences[0]!, ...rows[0]! };
}

/**
 * Up to which id nothing is on its way any more: what the sequence had given out two checkpoints ago, once every transaction
 * that was there a checkpoint ago is over. (One checkpoint between the two, as an id is given out shortly before its transaction
 * has a number.) After a restore from a dump transactions count from the start again, and the question begins anew.
 */
function closedNow([newer, older]: readonly Seal[], last: Last, horizon: Horizon): string {
  if (!newer || !older || BigInt(horizon.xmin) < BigInt(newer.snapshotXmax)) return last.closedId;
  return BigInt(older.sequence) > BigInt(last.closedId) ? older.sequence : last.closedId;
}

/**
 * Committed events outside the chain, in the order of their ids. One whose transaction is still open is not seen; it is taken in by
 * a later checkpoint, whatever came after it.
 */
async function newEvents(client: pg.ClientBase, closedId: string, after: string) {
  const { rows } = await client.query<{ id: string; text: string }>(
    `SELECT e.id::text, audit_event_text(e) AS text FROM audit_events e
     WHERE e.id > greatest($1::bigint, $2::bigint) AND NOT EXISTS (SELECT FROM audit_links l WHERE l.event_id = e.id)
     ORDER BY e.id LIMIT ${CHUNK}`,
    [closedId, after],
  );
  return rows;
}

async function writeSeal(
  client: pg.ClientBase,
  made: Last,
  { sequence, xmax }: Horizon,
  key: KeyObject,
  now: Date,
) {
  const publicKey = createPublicKey(key).export({ type: "spki", format: "pem" });
  await client.query("INSERT INTO audit_keys (id, public_key) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    keyIdOf(key),
    publicKey,
  ]);
  const { rows } = await client.query<{ id: number }>("SELECT nextval('audit_seals_id_seq')::int AS id");
  const sealedAt = now.toISOString();
  const { keyId, signature } = signCheckpoint({ id: rows[0]!.id, ...made, sealedAt }, key);
  await client.query(
    `INSERT INTO audit_seals (id, position, hash, closed_id, sequence, snapshot_xmax, sealed_at, key_id, signature)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [rows[0]!.id, made.position, made.hash, made.closedId, sequence, xmax, sealedAt, keyId, signature],
  );
}
