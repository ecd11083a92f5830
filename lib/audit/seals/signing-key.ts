import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { settings } from "@/lib/env";
import { SettingsError } from "@/lib/env/settings-error";

/**
 * The Ed25519 key that signs checkpoints: AUDIT_SIGNING_KEY_FILE, or one that this installation makes for itself at the first
 * seal and keeps in DATA_DIR. Several instances may have different ones; each signs under its own name.
 * @throws SettingsError when the file is there and holds no such key.
 */
export function signingKey(): KeyObject {
  const path = settings().auditKeyFile;
  const pem = readKey(path) ?? makeKey(path);
  const key = parse(pem);
  if (key?.asymmetricKeyType !== "ed25519")
    throw new SettingsError(`The audit key in ${path} is no Ed25519 private key in PEM (PKCS #8).`);
  return key;
}

function readKey(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

// Left alone where there is one: two that start at once must end with the same.
function makeKey(path: string): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, privateKey.export({ type: "pkcs8", format: "pem" }), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(path, "utf8");
}

function parse(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
