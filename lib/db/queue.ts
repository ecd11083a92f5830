import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type pg from "pg";

/** Makes or renews the schema in which jobs wait (graphile_worker), as the owner: the app's role makes no tables. */
export async function migrateQueue(client: pg.Client, ownerUrl: string) {
  if ((await presentVersion(client)) >= newestVersion()) return;
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 2, logger: new Logger(() => () => {}) });
}

async function presentVersion(client: pg.Client): Promise<number> {
  const { rows: tables } = await client.query<{ found: boolean }>(
    "SELECT to_regclass('graphile_worker.migrations') IS NOT NULL AS found",
  );
  if (!tables[0]?.found) return 0;
  const { rows } = await client.query<{ id: number | null }>(
    "SELECT max(id) AS id FROM graphile_worker.migrations",
  );
  return rows[0]?.id ?? 0;
}

// Loading the package to ask it costs a second start more than counting its files.
function newestVersion(): number {
  const root = dirname(createRequire(import.meta.url).resolve("graphile-worker/package.json"));
  const files = readdirSync(join(root, "sql")).filter((name) => /^\d{6}\.sql$/.test(name));
  return Math.max(...files.map((name) => Number(name.slice(0, 6))));
}
