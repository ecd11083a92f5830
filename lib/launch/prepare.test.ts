import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fingerprint } from "./fingerprint.mjs";
import { isInstalled, markInstalled, matchesLockfile } from "./installed.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "prepare-"));
  mkdirSync(join(root, "node_modules"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const lockfile = (packages: object) =>
  write("package-lock.json", JSON.stringify({ packages: { "": {}, ...packages } }));
const installed = (packages: object) =>
  write("node_modules/.package-lock.json", JSON.stringify({ packages }));
const zod = { "node_modules/zod": { version: "4.0.0", integrity: "sha512-a" } };

it("changes its print with a file's content, name or absence, and not with what is skipped", () => {
  mkdirSync(join(root, "lib"));
  write("lib/a.ts", "1");
  const print = () => fingerprint(root, ["lib", "missing.ts"], (path) => path.endsWith(".test.ts"));
  const first = print();
  write("lib/a.test.ts", "x");
  expect(print()).toBe(first);
  write("lib/a.ts", "2");
  expect(print()).not.toBe(first);
  write("lib/a.ts", "1");
  expect(print()).toBe(first);
  write("missing.ts", "");
  expect(print()).not.toBe(first);
});

it("takes an installation by hand for what it is", () => {
  lockfile({ ...zod, "node_modules/for-another-system": { version: "1.0.0", optional: true } });
  expect(isInstalled(root)).toBe(false);
  installed(zod);
  expect(isInstalled(root)).toBe(true);
});

it("installs anew when the lockfile moved on or the installation was cut short", () => {
  lockfile(zod);
  installed(zod);
  markInstalled(root);
  lockfile({ "node_modules/zod": { version: "4.0.1", integrity: "sha512-b" } });
  expect(isInstalled(root)).toBe(false);
  lockfile(zod);
  rmSync(join(root, "node_modules/.package-lock.json"));
  expect(isInstalled(root)).toBe(false);
});

it("sees a package that is missing, and one too many", () => {
  lockfile(zod);
  installed({});
  expect(matchesLockfile(root)).toBe(false);
  installed({ ...zod, "node_modules/extra": { version: "1.0.0" } });
  expect(matchesLockfile(root)).toBe(false);
});
