import { createPublicKey, type KeyObject } from "node:crypto";
import type pg from "pg";
import { genesis, isSignedBy, keyIdOf, linkHash, type Checkpoint } from "./checkpoint";
import { readCheckpoints, readLinks, readPutIn } from "./chain";

/** What does not hold, and where. Ids are texts, since they may outgrow a double. */
export type Finding =
  | { kind: "event_changed" | "event_removed" | "event_put_in"; eventId: string }
  | { kind: "link_missing"; position: string }
  | {
      kind: "checkpoint_forged" | "checkpoint_unknown_key" | "checkpoint_apart" | "checkpoint_missing";
      checkpoint: number;
    };

export type Verdict = {
  /** Events in the chain, and those that no checkpoint has taken in yet. */
  chained: number;
  waiting: number;
  checkpoints: number;
  lastSealedAt: string | null;
  findings: Finding[];
  /** More was found than is listed. */
  cut: boolean;
};

const MOST = 1_000;

/**
 * Walks the whole chain: each event against its hash, each checkpoint against the chain and its signature. `keys` are the public
 * keys that are trusted; without any, those that the database itself names, which proves less. `kept` are checkpoints that were
 * taken elsewhere: each must still be there as it was.
 */
export async function verifyAudit(
  client: pg.ClientBase,
  { keys, kept = [] }: { keys?: readonly KeyObject[]; kept?: readonly Checkpoint[] } = {},
): Promise<Verdict> {
  const findings: Finding[] = [];
  let cut = false;
  const find = (finding: Finding) => {
    if (findings.length < MOST) findings.push(finding);
    else cut = true;
  };
  const checkpoints = await readCheckpoints(client);
  const hashes = await walk(client, new Set(checkpoints.map(({ position }) => position)), find);
  const trusted = keys ?? (await namedKeys(client));
  checkSignatures(checkpoints, trusted, hashes.at, find);
  for (const one of kept)
    if (!checkpoints.some((other) => isSame(one, other)))
      find({ kind: "checkpoint_missing", checkpoint: one.id });
  const closedId = checkpoints.at(-1)?.closedId ?? "0";
  for await (const eventId of readPutIn(client, closedId)) find({ kind: "event_put_in", eventId });
  const { rows } = await client.query<{ waiting: number }>(
    "SELECT count(*)::int AS waiting FROM audit_events e WHERE e.id > $1 AND NOT EXISTS (SELECT FROM audit_links l WHERE l.event_id = e.id)",
    [closedId],
  );
  return {
    ...{ chained: hashes.count, waiting: rows[0]!.waiting, checkpoints: checkpoints.length },
    ...{ lastSealedAt: checkpoints.at(-1)?.sealedAt ?? null, findings, cut },
  };
}

/** Every link by its own stored predecessor, so that one changed event is named alone and not all that follow. */
async function walk(client: pg.ClientBase, wanted: ReadonlySet<string>, find: (finding: Finding) => void) {
  const at = new Map<string, Buffer>();
  let before: Buffer = genesis;
  let [expected, count] = [1n, 0];
  for await (const { position, eventId, hash, text } of readLinks(client)) {
    for (; expected < BigInt(position); expected++)
      find({ kind: "link_missing", position: String(expected) });
    if (text === null) find({ kind: "event_removed", eventId });
    else if (!linkHash(before, text).equals(hash)) find({ kind: "event_changed", eventId });
    if (wanted.has(position)) at.set(position, hash);
    before = hash;
    expected++;
    count++;
  }
  return { at, count };
}

/** Checkpoints against their signatures and the chain. Their order is the chain's. */
export function checkSignatures(
  checkpoints: readonly Checkpoint[],
  keys: readonly KeyObject[],
  hashAt: ReadonlyMap<string, Buffer>,
  find: (finding: Finding) => void,
): void {
  const byId = new Map(keys.map((key) => [keyIdOf(key), key]));
  for (const one of checkpoints) {
    const key = byId.get(one.keyId);
    if (!key) find({ kind: "checkpoint_unknown_key", checkpoint: one.id });
    else if (!isSignedBy(one, key)) find({ kind: "checkpoint_forged", checkpoint: one.id });
    else if (!hashAt.get(one.position)?.equals(one.hash))
      find({ kind: "checkpoint_apart", checkpoint: one.id });
  }
}

async function namedKeys(client: pg.ClientBase): Promise<KeyObject[]> {
  const { rows } = await client.query<{ pem: string }>("SELECT public_key AS pem FROM audit_keys");
  return rows.map(({ pem }) => createPublicKey(pem));
}

function isSame(a: Checkpoint, b: Checkpoint): boolean {
  return (
    a.id === b.id && a.position === b.position && a.hash.equals(b.hash) && a.signature.equals(b.signature)
  );
}
