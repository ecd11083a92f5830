import type pg from "pg";
import { databaseSettings } from "@/lib/env";
import { SettingsError } from "@/lib/env/settings-error";
import { standsAside } from "./aside";
import { openPool } from "./connection";

type Opened = { url: string; pool: pg.Pool };

const held = globalThis as { registryPool?: Opened; registryReplicaPool?: Opened };

/**
 * A few plain connections beside Prisma's, for what it has no word for: streamed reads and the
 * throttle's counters. Six: four exports may run at once (lib/exchange) and never take what sign-in waits for.
 * Within a read that may be old they are the replica's, as many again (lib/db/replica).
 */
export function pool(): pg.Pool {
  const { databaseUrl, replicaUrl } = databaseSettings();
  if (!databaseUrl) throw new SettingsError("DATABASE_URL is not set, and no embedded database was started.");
  const [place, url] =
    replicaUrl && standsAside()
      ? (["registryReplicaPool", replicaUrl] as const)
      : (["registryPool", databaseUrl] as const);
  const known = held[place];
  if (known?.url === url) return known.pool;
  void known?.pool.end();
  return (held[place] = { url, pool: openPool(url, { max: 6 }) }).pool;
}

export async function closePool() {
  const { registryPool, registryReplicaPool } = held;
  held.registryPool = held.registryReplicaPool = undefined;
  await Promise.all([registryPool?.pool.end(), registryReplicaPool?.pool.end()]);
}
