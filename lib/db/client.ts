import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { databaseSettings } from "@/lib/env";
import { SettingsError } from "@/lib/env/settings-error";
import { standsAside } from "./aside";
import { openPool } from "./connection";
import { PrismaClient } from "./generated/client";
import type { Sql } from "./read-sql";
import { statementName } from "./statement-names";

type Connected = { url: string; client: PrismaClient; pool: pg.Pool };

// One for the process: Next loads this module anew for every bundle and at every reload.
const held = globalThis as { registryClient?: Connected; registryReplica?: Connected };

/**
 * Prisma, as the app's role. Connects at the first use, to the database that DATABASE_URL names by then, or to its replica
 * within a read that may be old (lib/db/replica).
 */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    const { client } = connected();
    const value: unknown = Reflect.get(client, property);
    return typeof value === "function" ? value.bind(client) : value;
  },
  has: (_target, property) => property in connected().client,
});

/** A read by a text that Prisma or we wrote, over Prisma's own connections and, where it is asked often, prepared. */
export async function ask<Row extends object>({ text, values }: Sql): Promise<Row[]> {
  return (await connected().pool.query<Row>({ name: statementName({ sql: text }), text, values })).rows;
}

function clientOn(pool: pg.Pool) {
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    statementNameGenerator: statementName,
  });
  return new PrismaClient({
    adapter,
    errorFormat: "minimal",
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}

/** Closes the connections; the next use opens new ones. */
export async function closeDatabase() {
  const { registryClient, registryReplica } = held;
  held.registryClient = held.registryReplica = undefined;
  await Promise.all([registryClient?.client.$disconnect(), registryReplica?.client.$disconnect()]);
}

function connected(): Connected {
  const { databaseUrl, replicaUrl, poolSize } = databaseSettings();
  if (!databaseUrl) throw new SettingsError("DATABASE_URL is not set, and no embedded database was started.");
  const [place, url] =
    replicaUrl && standsAside()
      ? (["registryReplica", replicaUrl] as const)
      : (["registryClient", databaseUrl] as const);
  const known = held[place];
  if (known?.url === url) return known;
  void known?.client.$disconnect();
  const pool = openPool(url, { max: poolSize });
  return (held[place] = { url, pool, client: clientOn(pool) });
}
