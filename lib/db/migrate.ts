import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { databaseSettings } from "@/lib/env";
import { prismaEnvironment } from "@/lib/env/prisma-cli";
import { MigrationError } from "./faults";
import { migrateQueue } from "./queue";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
// Any number, the same for all: instances that start together migrate one after another.
const LOCK = 7_226_041;

/** Brings the database to the newest migration and gives the app's role its rights. */
export async function migrateDatabase({ ownerUrl, appUrl } = configured()) {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    // The CLI takes more than a second to say that there is nothing to do.
    if (await hasPending(client)) await deploy(ownerUrl);
    await migrateQueue(client, ownerUrl);
    const app = new URL(appUrl).username;
    if (app !== new URL(ownerUrl).username) await grant(client, decodeURIComponent(app));
  } finally {
    await client.end();
  }
}

/** Runs Prisma's own CLI; resolves to its exit code and what it said. */
export function runPrisma(args: string[], ownerUrl: string) {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("prisma/package.json")),
    "build",
    "index.js",
  );
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: ROOT,
      env: prismaEnvironment(ownerUrl),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", reject).once("close", (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

function configured() {
  const { databaseUrl, databaseOwnerUrl } = databaseSettings();
  if (!databaseUrl || !databaseOwnerUrl)
    throw new MigrationError("DATABASE_URL is not set, and no embedded database was started.");
  return { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl };
}

async function deploy(ownerUrl: string) {
  const { code, output } = await runPrisma(["migrate", "deploy"], ownerUrl);
  if (code !== 0) throw new MigrationError(`The migrations did not go through:\n${output}`);
}

async function hasPending(client: pg.Client) {
  const folders = readdirSync(join(ROOT, "prisma", "migrations"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const { rows: tables } = await client.query<{ found: string | null }>(
    "SELECT to_regclass('public._prisma_migrations')::text AS found",
  );
  if (!tables[0]?.found) return true;
  const sql =
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL";
  const applied = (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  return folders.some(({ name }) => !applied.includes(name));
}

async function grant(client: pg.Client, app: string) {
  const sql = readFileSync(join(ROOT, "lib", "db", "grants.sql"), "utf8").replaceAll(
    '"registry_app"',
    pg.escapeIdentifier(app),
  );
  await client.query(`BEGIN; ${sql}; COMMIT`);
}
