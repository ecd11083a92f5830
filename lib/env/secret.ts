import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SettingsError } from "./settings-error";

const KNOWN =
  /change.?me|change.?it|your.?(own.?)?secret|nextauth|placeholder|example|default|insecure|password|0123456789|abcdef/i;

/** Why a secret must not be used, or null. */
export function weakness(secret: string) {
  if (Buffer.byteLength(secret) < 32) return "is shorter than 32 bytes";
  if (KNOWN.test(secret) || new Set(secret).size < 10) return "looks like a default and can be guessed";
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
