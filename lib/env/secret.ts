import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SettingsError } from "./settings-error";

const KNOWN =
  /change.?me|change.?it|secret|nextauth|placeholder|example|default|insecure|password|honors|registry|qwerty|0123456789|1234567890|abcdef/i;
/** One piece, over and over. */
const REPEATED = /^(.{1,20}?)\1+.{0,20}$/s;

/** Why a secret must not be used, or null. */
export function weakness(secret: string) {
  if (Buffer.byteLength(secret) < 32) return "is shorter than 32 bytes";
  if (KNOWN.test(secret) || REPEATED.test(secret) || new Set(secret).size < 10)
    return "looks like a default and can be guessed";
  return null;
}

/** The embedded set-up's own secret, made at the first start and kept beside its database. */
export function embeddedSecret(dataDir: string) {
  const path = join(dataDir, "secret");
  const secret = keptIn(dataDir, path, () => randomBytes(48).toString("base64url"));
  const wrong = weakness(secret);
  if (wrong)
    throw new SettingsError(`The secret in ${path} ${wrong}: remove the file, and a new one is made.`);
  return secret;
}

/** The embedded set-up's own key for personal data. Without it what it sealed is lost: it belongs into every backup. */
export function embeddedDataKey(dataDir: string) {
  return keptIn(dataDir, join(dataDir, "personal-data-key"), () => randomBytes(32).toString("base64"));
}

/** Puts a new key before the embedded set-up's own, and answers its name. The others still open what they sealed. */
export function addEmbeddedKey(dataDir: string): string {
  const path = join(dataDir, "personal-data-key");
  const kept = embeddedDataKey(dataDir);
  const old = kept.includes(":") ? kept : `k1:${kept}`;
  const id = `k${Math.max(...[...old.matchAll(/(?:^|,)k(\d+):/g)].map(([, number]) => Number(number))) + 1}`;
  // Written beside and renamed: half a key would be all keys lost.
  writeFileSync(`${path}.new`, `${id}:${randomBytes(32).toString("base64")},${old}`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return id;
}

function keptIn(dataDir: string, path: string, make: () => string) {
  try {
    mkdirSync(dataDir, { recursive: true });
    write(path, make());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError(
      `DATA_DIR ${dataDir} can't be written (${code}): make it writable, or choose another folder.`,
    );
  }
  return readFileSync(path, "utf8").trim();
}

// Left alone where there is one: two starting at once must end with the same.
function write(path: string, text: string) {
  try {
    writeFileSync(path, text, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
