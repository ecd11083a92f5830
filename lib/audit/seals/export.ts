import { createPublicKey, type KeyObject } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type pg from "pg";
import { readCheckpoints, readLinks } from "./chain";
import { genesis, linkHash, type Checkpoint } from "./checkpoint";
import { checkSignatures, type Finding, type Verdict } from "./verify";

/**
 * Lines of JSON: every event's text in the order of the chain, then the checkpoints. With the public key this is all that
 * another machine needs to check the trail; `checkpointsOnly` leaves the events out.
 */
export async function* exportAudit(
  client: pg.ClientBase,
  { checkpointsOnly = false }: { checkpointsOnly?: boolean } = {},
): AsyncGenerator<string> {
  if (!checkpointsOnly)
    for await (const { position, eventId, text } of readLinks(client))
      yield line({ position, eventId, text });
  for (const { hash, signature, ...rest } of await readCheckpoints(client))
    yield line({ checkpoint: { ...rest, hash: hash.toString("hex"), signature: signature.toString("hex") } });
}

type Line =
  | { position: string; eventId: string; text: string | null }
  | { checkpoint: Omit<Checkpoint, "hash" | "signature"> & { hash: string; signature: string } };

/** Reads the checkpoints of an export. */
export async function readExportedCheckpoints(path: string): Promise<Checkpoint[]> {
  const found: Checkpoint[] = [];
  for await (const one of linesOf(path)) if ("checkpoint" in one) found.push(checkpointOf(one));
  return found;
}

/** Checks an export without any database: the events' chain, where the file holds it, and the checkpoints' signatures. */
export async function verifyExport(path: string, keys: readonly KeyObject[]): Promise<Verdict> {
  const findings: Finding[] = [];
  const checkpoints: Checkpoint[] = [];
  const hashes = new Map<string, Buffer>();
  let before: Buffer = genesis;
  let chained = 0;
  for await (const one of linesOf(path)) {
    if ("checkpoint" in one) checkpoints.push(checkpointOf(one));
    else if (one.text === null) findings.push({ kind: "event_removed", eventId: one.eventId });
    else {
      before = linkHash(before, one.text);
      hashes.set(one.position, before);
      chained++;
    }
  }
  const known = chained > 0 ? hashes : new Map(checkpoints.map(({ position, hash }) => [position, hash]));
  checkSignatures(checkpoints, keys, known, (finding) => void findings.push(finding));
  const { sealedAt = null } = checkpoints.at(-1) ?? {};
  return {
    chained,
    waiting: 0,
    checkpoints: checkpoints.length,
    lastSealedAt: sealedAt,
    findings,
    cut: false,
  };
}

/** All public keys of a PEM text; an export brings along every key that ever signed. Throws where there is none. */
export function readPublicKeys(pem: string): KeyObject[] {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g);
  if (!blocks) throw new TypeError("No public key in PEM");
  return blocks.map((block) => createPublicKey(block));
}

async function* linesOf(path: string): AsyncGenerator<Line> {
  for await (const text of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity }))
    if (text.trim()) yield JSON.parse(text) as Line;
}

function checkpointOf({ checkpoint }: Extract<Line, { checkpoint: unknown }>): Checkpoint {
  const { hash, signature, ...rest } = checkpoint;
  return { ...rest, hash: Buffer.from(hash, "hex"), signature: Buffer.from(signature, "hex") };
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
