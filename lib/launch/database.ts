import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { asSystem } from "@/lib/db/acting";
import { closeDatabase } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded";
import { migrateDatabase } from "@/lib/db/migrate";
import { closePool } from "@/lib/db/pool";
import { databaseSettings } from "@/lib/env";
import { setEnvironment } from "../env/early.mjs";
import { databaseTarget } from "./obstacles.mjs";
import { Refusal } from "./refusal.mjs";
import { showProgress } from "./step.mjs";

const OLDEST_POSTGRES = 15;
/** Milliseconds that a server may take to recover from a crash. */
const RECOVERY = 120_000;

export type DemonstrationAccount = { username: string; password: string; roleZh: string; roleEn: string };
export type OpenDatabase = { accounts: DemonstrationAccount[]; close(): Promise<void> };

/** Can we sign in where the settings point, and is it new enough? One sentence otherwise, before anything is built. */
export async function requireDatabase() {
  const { databaseUrl, databaseOwnerUrl } = databaseSettings();
  if (!databaseUrl) return;
  await requireServer("DATABASE_URL", databaseUrl);
  if (databaseOwnerUrl && databaseOwnerUrl !== databaseUrl)
    await requireServer("DATABASE_OWNER_URL", databaseOwnerUrl);
}

/** The configured database, or the embedded one with its demonstration data; migrated either way. */
export async function openDatabase(dataDir: string, stop: AbortSignal): Promise<OpenDatabase> {
  if (databaseSettings().databaseUrl) {
    await migrateDatabase();
    return { accounts: [], close: disconnect };
  }
  const embedded = await startServer(join(dataDir, "postgres"));
  const close = async () => {
    await disconnect();
    await embedded.stop();
  };
  try {
    stop.throwIfAborted();
    setEnvironment({ DATABASE_URL: embedded.appUrl, DATABASE_OWNER_URL: embedded.ownerUrl });
    await migrateDatabase();
    stop.throwIfAborted();
    return { accounts: await demonstration(embedded.ownerUrl, stop), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A server that comes up, after a crash of the whole machine too, first recovers: that is waited for. */
async function requireServer(variable: string, url: string) {
  const where = `${variable} at ${databaseTarget(url).name}`;
  for (let waited = 0; waited < RECOVERY && (await isRecovering(url)); waited += 500) {
    if (waited === 0) process.stdout.write(`Waiting for the database of ${where}, which is starting up …\n`);
    await sleep(500);
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version_num') AS version",
    );
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST_POSTGRES)
      throw new Refusal(
        `PostgreSQL ${OLDEST_POSTGRES} or newer is needed, and the one of ${where} is ${major}.`,
      );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      `The database of ${where} refused the connection (${(error as Error).message}): correct ${variable}.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

async function isRecovering(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return false;
  } catch (error) {
    return (error as pg.DatabaseError).code === "57P03";
  } finally {
    await client.end().catch(() => {});
  }
}

async function startServer(directory: string) {
  const start = () => startEmbedded({ directory });
  return existsSync(join(directory, "cluster")) ? start() : showProgress("Setting up the database", start);
}

export async function disconnect() {
  await Promise.allSettled([closeDatabase(), closePool()]);
}

/** Loaded once, into an empty database, in one transaction: all of it or nothing. */
async function demonstration(ownerUrl: string, stop: AbortSignal) {
  const { empty, loaded } = await look(ownerUrl);
  if (!empty && !loaded) return [];
  const [{ seedDemonstration }, { demonstrationAccounts }] = await Promise.all([
    import("@/prisma/seed/index"),
    import("@/prisma/seed/sign-ins"),
  ]);
  if (empty)
    await showProgress("Loading the demonstration data", (tell) =>
      Promise.race([asSystem(() => seedDemonstration(tell)), aborted(stop)]),
    );
  return demonstrationAccounts;
}

async function look(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean; loaded: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM users) AND NOT EXISTS (SELECT FROM organizations) AS empty,
        EXISTS (SELECT FROM audit_events WHERE event = 'demonstration.loaded') AS loaded`,
    );
    return rows[0] ?? { empty: false, loaded: false };
  } finally {
    await client.end();
  }
}

function aborted(stop: AbortSignal) {
  return new Promise<never>((_resolve, reject) =>
    stop.addEventListener("abort", () => reject(stop.reason as Error), { once: true }),
  );
}
