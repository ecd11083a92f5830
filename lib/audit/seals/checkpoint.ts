import { createHash, createPublicKey, sign, verify, type KeyObject } from "node:crypto";

/** What the chain begins with. */
export const genesis: Buffer = Buffer.alloc(32);

/** A checkpoint: the chain up to a position, signed. Numbers are texts, since they may outgrow a double. */
export type Checkpoint = {
  id: number;
  position: string;
  hash: Buffer;
  closedId: string;
  /** ISO 8601, in UTC */
  sealedAt: string;
  keyId: string;
  signature: Buffer;
};

/** The hash of an event in its chain: SHA-256 over the hash before it and the event's text (audit_event_text in the database). */
export function linkHash(before: Buffer, text: string): Buffer {
  return createHash("sha256").update(before).update(text, "utf8").digest();
}

/** SHA-256 of the public key's DER, in hexadecimal: what a checkpoint names its key by. */
export function keyIdOf(key: KeyObject): string {
  const open = key.type === "private" ? createPublicKey(key) : key;
  return createHash("sha256")
    .update(open.export({ type: "spki", format: "der" }))
    .digest("hex");
}

/** Signs with Ed25519 (RFC 8032). */
export function signCheckpoint(
  made: Omit<Checkpoint, "keyId" | "signature">,
  key: KeyObject,
): Pick<Checkpoint, "keyId" | "signature"> {
  const keyId = keyIdOf(key);
  return { keyId, signature: sign(null, textOf({ ...made, keyId }), key) };
}

export function isSignedBy(checkpoint: Checkpoint, publicKey: KeyObject): boolean {
  return (
    keyIdOf(publicKey) === checkpoint.keyId &&
    verify(null, textOf(checkpoint), publicKey, checkpoint.signature)
  );
}

function textOf({ id, position, hash, closedId, sealedAt, keyId }: Omit<Checkpoint, "signature">): Buffer {
  const lines = [
    "honors-registry audit checkpoint 1",
    id,
    position,
    hash.toString("hex"),
    closedId,
    sealedAt,
    keyId,
  ];
  return Buffer.from(lines.join("\n"), "utf8");
}
