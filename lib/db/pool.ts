import type pg from "pg";
import { databaseSettings } from "@/lib/env";
import { SettingsError } from "@/lib/env/settings-error";
import { openPool } from "./connection";

const held = globalThis as { registryPool?: { url: string; pool: pg.Pool } };

/**
 * A few plain connections beside Prisma's, for what it has no word for: streamed reads and the
 * throttle's counters. Six: four exports may run at once (lib/exchange) and never take what sign-in waits for.
 */
export function pool(): pg.Pool {
  const { databaseUrl: url } = databaseSettings();
  if (!url) throw new SettingsError("DATABASE_URL is not set, and no embedded database was started.");
  if (held.registryPool?.url !== url) {
    void held.registryPool?.pool.end();
    held.registryPool = { url, pool: openPool(url, { max: 6 }) };
  }
  return held.registryPool.pool;
}

export async function closePool() {
  const { registryPool } = held;
  held.registryPool = undefined;
  await registryPool?.pool.end();
}
