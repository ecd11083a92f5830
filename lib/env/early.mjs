// What the two commands must know before dependencies are installed, so plain JavaScript without imports of ours.
// index.ts checks every setting properly later; this reads only where to look first.
import { createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Reads .env.local and .env beside package.json, as Next does; what the shell has set wins. */
export function loadEnvFiles(root) {
  for (const name of [".env.local", ".env"]) {
    const file = resolve(root, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}

/** @param {string} root */
export function earlySettings(root) {
  return {
    port: process.env.PORT || "3000",
    host: process.env.HOST || undefined,
    dataDir: resolve(root, process.env.DATA_DIR || ".data"),
    databaseUrl: process.env.DATABASE_URL || undefined,
    adminPassword: process.env.ADMIN_PASSWORD || undefined,
  };
}

/** Where npm's own program lies when npm started us; the one on PATH otherwise. */
export function npmProgram() {
  return process.env.npm_execpath || undefined;
}

export function searchPath() {
  return process.env.PATH || "";
}

/** Settings of the end-to-end run alone. */
export function browserSettings() {
  return {
    chromium: process.env.PLAYWRIGHT_CHROMIUM_PATH || undefined,
    baseUrl: process.env.E2E_BASE_URL || undefined,
    dataDir: process.env.E2E_DATA_DIR || undefined,
  };
}

/**
 * By this key Next names and seals what pages hand to the browser for actions. Made of the instances' common secret, so that a page
 * of one machine's build posts to another's; without a secret each build has a key of its own.
 */
export function actionsKey() {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) return {};
  const key = createHmac("sha256", secret).update("server actions").digest("base64");
  return { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key };
}

/** How long the long checks last (`npm run test:checks`). */
export function trialSettings() {
  const read = (name, usual) => Number(process.env[name] || usual);
  return {
    seconds: read("TRIAL_SECONDS", 30),
    kills: read("TRIAL_KILLS", 50),
    minutes: read("TRIAL_MINUTES", 10),
    rows: read("TRIAL_ROWS", 200_000),
  };
}

/** The environment for a child process; `undefined` takes a variable away. */
export function childEnvironment(changes = {}) {
  const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...changes };
  for (const key of Object.keys(environment)) if (environment[key] === undefined) delete environment[key];
  return environment;
}

/** Passes settings on to code of this process that reads them later (Next, Prisma, lib/env). */
export function setEnvironment(changes) {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) delete process.env[key];
    else process.env[key] = value;
  }
}
