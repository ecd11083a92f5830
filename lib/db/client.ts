import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { databaseSettings } from "@/lib/env";
import { SettingsError } from "@/lib/env/settings-error";
import { standsAside } from "./aside";
import { openPool } from "./connection";
import { type Prisma, PrismaClient } from "./generated/client";
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

/**
 * A read by a text that Prisma or we wrote, over Prisma's own connections and, where it is asked often, prepared. One with
 * `keepsPlan` is about single records, and planned once for whichever they are.
 */
export async function ask<Row extends object>({ text, values }: Sql, keepsPlan = false): Promise<Row[]> {
  const query = { name: statementName({ sql: text }), text, values, keepsPlan };
  return (await connected().pool.query<Row>(query)).rows;
}

/**
 * A read of ours about single records, in a transaction or by itself. By itself it goes past Prisma, whose way there and back costs the
 * processor as much as PostgreSQL's answer; numbers, texts and JSON come out the same.
 */
export function askIn<Row extends object>(tx: Prisma.TransactionClient, sql: Prisma.Sql): Promise<Row[]> {
  return tx === db ? ask<Row>(sql, true) : tx.$queryRaw<Row[]>(sql);
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
  await Promise.all([registryClient && close(registryClient), registryReplica && close(registryReplica)]);
}

// Prisma ends the connections where it opened them, and not where `ask` alone was used.
async function close({ client, pool }: Connected) {
  await client.$disconnect();
  if (!pool.ending) await pool.end();
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
