// Are node_modules what package-lock.json asks for? npm keeps a list of what it installed, written when all is done.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStamp, writeStamp } from "./fingerprint.mjs";

const stampOf = (root) => join(root, "node_modules", ".installed");

/** The lockfile and the kind of machine: native packages differ by it. */
export function installFingerprint(root) {
  const lockfile = readFileSync(join(root, "package-lock.json"));
  const libc = process.report.getReport().header.glibcVersionRuntime ? "glibc" : "other";
  return createHash("sha256")
    .update(lockfile)
    .update(`${process.platform}-${process.arch}-${libc}`)
    .digest("hex");
}

/** @param {string} root */
export function isInstalled(root) {
  if (!readStamp(join(root, "node_modules", ".package-lock.json"))) return false;
  const fresh = installFingerprint(root);
  if (readStamp(stampOf(root)) === fresh) return true;
  if (!matchesLockfile(root)) return false;
  // Someone ran npm install or npm ci by hand.
  writeStamp(stampOf(root), fresh);
  return true;
}

/** @param {string} root */
export function markInstalled(root) {
  writeStamp(stampOf(root), installFingerprint(root));
}

/** @param {string} root */
export function matchesLockfile(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link) continue;
    const own = present[path];
    if (own ? own.version !== entry.version || own.integrity !== entry.integrity : !entry.optional)
      return false;
  }
  return Object.keys(present).every((path) => path in wanted);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}
