import { SettingsError } from "./settings-error";

/** A key for personal data and the name that stands before everything it sealed. */
export type DataKey = { id: string; key: Buffer };

const REMEDY = 'set it to the output of "openssl rand -base64 32"';

/** Reads "BASE64", or "k2:BASE64,k1:BASE64": the first seals, all open. */
export function readDataKeys(text: string): DataKey[] {
  const keys = text.split(",").map((part) => {
    const [, id = "k1", code = ""] = /^\s*(?:(k[1-9]\d{0,5}):)?([A-Za-z0-9+/]+=*)\s*$/.exec(part) ?? [];
    return { id, key: Buffer.from(code, "base64") };
  });
  if (keys.some(({ key }) => key.length !== 32))
    throw new SettingsError(`PERSONAL_DATA_KEY must be 32 bytes in base64: ${REMEDY}.`);
  // All bytes alike, or text that somebody typed: no generator gives that.
  if (keys.some(({ key }) => new Set(key).size < 16 || /^[\x20-\x7e]+$/.test(key.toString("latin1"))))
    throw new SettingsError(`PERSONAL_DATA_KEY looks like a default and can be guessed: ${REMEDY}.`);
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new SettingsError(
      "PERSONAL_DATA_KEY names two keys alike: each needs its own, such as k2:… and k1:….",
    );
  return keys;
}

export function missingDataKey(): never {
  throw new SettingsError(`PERSONAL_DATA_KEY is missing: ${REMEDY}.`);
}
