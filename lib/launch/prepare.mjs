// Dependencies, Prisma's client and the build: each made when what it is made from has changed, else skipped.
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { actionsKey, npmProgram } from "../env/early.mjs";
import { clearStamp, fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { installFingerprint, isInstalled, markInstalled } from "./installed.mjs";
import { lockHolder, takeLock } from "./lock.mjs";
import { Refusal } from "./refusal.mjs";
import { runStep } from "./step.mjs";

const SCHEMA = ["prisma/schema.prisma", "prisma/models", "prisma.config.ts", "package-lock.json"];
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "next.config.js",
  "instrumentation.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  ...SCHEMA,
];
const NOT_BUILT = /\.test\.tsx?$|^lib\/(db\/generated|launch|checks)(\/|$)/;

const clientStamp = (root) => join(root, "lib/db/generated/.stamp");
const buildStamp = (root) => join(root, ".next/.stamp");
const schemaPrint = (root) => fingerprint(root, SCHEMA);
/** What a build was made from. @param {string} root */
export const sourcePrint = (root) => fingerprint(root, SOURCES, (path) => NOT_BUILT.test(path));

const isGenerated = (root) => readStamp(clientStamp(root)) === schemaPrint(root);
const isBuilt = (root) =>
  existsSync(join(root, ".next/BUILD_ID")) && readStamp(buildStamp(root)) === sourcePrint(root);
const isPrepared = (root, build) => isInstalled(root) && isGenerated(root) && (!build || isBuilt(root));

/** @param {{ root: string, build: boolean, stop?: AbortSignal }} options */
export async function prepare({ root, build, stop }) {
  if (isPrepared(root, build)) return;
  requireOwnFolder(root);
  const lock = await waitForLock(root, stop);
  const step = { cwd: root, stop, onChild: lock.setChild };
  try {
    // Looked at anew: another start may have done the work while this one waited.
    if (!isInstalled(root)) await install(root, step);
    if (!isGenerated(root)) await generate(root, step);
    if (build && !isBuilt(root)) await buildApplication(root, step);
  } finally {
    lock.release();
  }
}

async function install(root, step) {
  const npm = npmProgram();
  const [program, before] = npm?.endsWith(".js") ? [process.execPath, [npm]] : [npm ?? "npm", []];
  refuseWhileServing(root, "Dependencies changed");
  await runStep({
    ...step,
    title: "Installing dependencies",
    program,
    // Development packages too: one folder serves `npm start` and `npm test`, whatever NODE_ENV says.
    args: [...before, "ci", "--include=dev", "--no-audit", "--no-fund"],
    environment: { NODE_ENV: undefined, npm_config_omit: undefined, npm_config_production: undefined },
    remedy: "Without a way to a package registry, set npm's registry to one that can be reached.",
  });
  if (installFingerprint(root)) markInstalled(root);
}

async function generate(root, step) {
  clearStamp(clientStamp(root));
  await runStep({
    ...step,
    title: "Generating the database client",
    program: process.execPath,
    args: ["node_modules/prisma/build/index.js", "generate"],
  });
  writeStamp(clientStamp(root), schemaPrint(root));
}

async function buildApplication(root, step) {
  refuseWhileServing(root, "Sources changed");
  clearStamp(buildStamp(root));
  const print = sourcePrint(root);
  await runStep({
    ...step,
    title: "Building the application",
    program: process.execPath,
    args: ["node_modules/next/dist/bin/next", "build"],
    environment: { NODE_ENV: "production", ...actionsKey() },
  });
  writeStamp(buildStamp(root), print);
}

/** A running server reads its build and packages as it goes: they are not replaced under it. */
export function markServing(root, note) {
  try {
    return takeLock(join(folderOf(root), `serving-${process.pid}`), note).lock;
  } catch {
    // A checkout that this user can't write can't be rebuilt under the server by this user either.
    return undefined;
  }
}

function refuseWhileServing(root, what) {
  for (const name of readdirSync(folderOf(root)).filter((each) => /^serving-\d+$/.test(each))) {
    const holder = lockHolder(join(folderOf(root), name));
    if (holder)
      throw new Refusal(
        `${what}, but the server of process ${holder.pid} (port ${holder.note?.port}) still runs from this folder: stop it first.`,
      );
    rmSync(join(folderOf(root), name), { force: true });
  }
}

async function waitForLock(root, stop) {
  for (let waited = 0; ; waited++) {
    const { lock, holder } = takeLock(join(folderOf(root), "prepare.lock"));
    if (lock) return lock;
    if (waited === 0)
      process.stdout.write(`Waiting for process ${holder.pid}, which is preparing the same folder …\n`);
    await sleep(500);
    stop?.throwIfAborted();
  }
}

/** Locks of this checkout, whatever DATA_DIR is. */
function folderOf(root) {
  const folder = join(root, ".launch");
  mkdirSync(folder, { recursive: true });
  return folder;
}

function requireOwnFolder(root) {
  const written = ["", "node_modules", ".next", ".launch", "lib/db"]
    .map((name) => join(root, name))
    .filter((path) => existsSync(path));
  for (const path of written) {
    try {
      accessSync(path, constants.W_OK);
    } catch (error) {
      throw new Refusal(
        `${path} can't be written (${error.code}), and something has to be installed or built there: run this as the folder's owner.`,
      );
    }
  }
}
