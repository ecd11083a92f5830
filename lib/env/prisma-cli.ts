import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

// No look-up of newer versions, no telemetry: inner networks reach no such host.
const QUIET = { CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

/** What prisma.config.ts needs; it also points the CLI to the engine that needs no download. */
export function prismaCli(engine: string) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= engine;
  for (const [name, value] of Object.entries(QUIET)) process.env[name] ??= value;
  const { DATABASE_OWNER_URL, DATABASE_URL, SHADOW_DATABASE_URL } = process.env;
  return {
    url: DATABASE_OWNER_URL || DATABASE_URL || embeddedOwnerUrl(),
    shadowDatabaseUrl: SHADOW_DATABASE_URL || undefined,
  };
}

/** The environment in which the CLI works on one database. */
export function prismaEnvironment(ownerUrl: string): NodeJS.ProcessEnv {
  return { ...process.env, ...QUIET, DATABASE_OWNER_URL: ownerUrl, NO_COLOR: "1" };
}

// The embedded server, where one is running.
function embeddedOwnerUrl() {
  const card = join(resolve(process.env.DATA_DIR || ".data"), "postgres", "connection.json");
  try {
    return (JSON.parse(readFileSync(card, "utf8")) as { ownerUrl: string }).ownerUrl;
  } catch {
    return undefined;
  }
}
