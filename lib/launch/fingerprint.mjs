// What a step was made from, as one hash: the step is done again when it differs from the stamp of last time.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {string} root
 * @param {string[]} entries files and folders below root; missing ones count as missing
 * @param {(path: string) => boolean} [skip] by path below root
 */
export function fingerprint(root, entries, skip = () => false) {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (skip(path)) return;
    const entry = statSync(join(root, path), { throwIfNoEntry: false });
    if (entry?.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    } else
      hash
        .update(`${path}\0${entry ? entry.size : "missing"}\0`)
        .update(entry ? readFileSync(join(root, path)) : "");
  };
  for (const entry of entries) visit(entry);
  return hash.digest("hex");
}

/** @returns {string | null} */
export function readStamp(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
}

/** Written last, when the work is whole; taken away first, before it begins. */
export const writeStamp = (file, value) => writeFileSync(file, `${value}\n`);
export const clearStamp = (file) => rmSync(file, { force: true });
