import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { dataKeys } from "@/lib/env";
import type { DataKey } from "@/lib/env/data-keys";

/**
 * Secrets at rest: AES-256-GCM under a key from the environment, "k1:" + base64url(nonce, tag, ciphertext). `place` says where
 * the text belongs ("second_factors:12"): sealed text that was moved to another row does not open.
 */
export function seal(text: string, place: string): string {
  const [newest] = dataKeys();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", subkey(newest!, "seal"), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${newest!.id}:${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** @throws where the key is gone, the text was changed, or it is not the one of this place. */
export function open(sealed: string, place: string): string {
  const [id, code = ""] = sealed.split(":", 2);
  const key = dataKeys().find((one) => one.id === id);
  if (!key) throw new Error(`Sealed with a key that PERSONAL_DATA_KEY no longer names: ${id}`);
  const bytes = Buffer.from(code, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", subkey(key, "seal"), bytes.subarray(0, 12), {
    authTagLength: 16,
  })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** Whether a sealed text or a keyed hash is of an older key, and has to be made anew. */
export function isOfOldKey(text: string): boolean {
  return !text.startsWith(`${dataKeys()[0]!.id}:`);
}

/** The same text under the newest key. */
export function reseal(sealed: string, place: string): string {
  return isOfOldKey(sealed) ? seal(open(sealed, place), place) : sealed;
}

/** What one batch of a change of keys did: how many rows, and after which id to go on; null where none is left. */
export type Resealed = { count: number; last: number | null };

/** The name of the newest key, and what everything sealed or hashed with it begins with. */
export function newestKey(): { id: string; prefix: string } {
  const [newest] = dataKeys();
  return { id: newest!.id, prefix: `${newest!.id}:` };
}

/** For look-up of what must not be readable: the same text for one purpose gives the same hash, and nobody can try texts without the key. */
export function keyedHash(text: string, purpose: string): string {
  return hashUnder(dataKeys()[0]!, text, purpose);
}

/** The hash under every key that is still named: what was kept before a change of keys is found, too. */
export function keyedHashes(text: string, purpose: string): string[] {
  return dataKeys().map((key) => hashUnder(key, text, purpose));
}

function hashUnder(key: DataKey, text: string, purpose: string): string {
  const hash = createHmac("sha256", subkey(key, "hash")).update(JSON.stringify([purpose, text]));
  return `${key.id}:${hash.digest("base64url")}`;
}

// One key of the environment serves two algorithms: each gets its own.
function subkey(key: DataKey, use: "seal" | "hash"): Buffer {
  const known = subkeys.get(key) ?? {};
  subkeys.set(key, known);
  return (known[use] ??= Buffer.from(hkdfSync("sha256", key.key, "", `honors-registry ${use}`, 32)));
}

/** Derived once: an import seals, opens and hashes by the hundred thousand. */
const subkeys = new WeakMap<DataKey, Partial<Record<"seal" | "hash", Buffer>>>();
