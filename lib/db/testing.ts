import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { setEnvironment } from "@/lib/env/early.mjs";
import { closeDatabase, db } from "./client";
import { calm, openPool } from "./connection";
import { closePool } from "./pool";

type Row = Record<string, unknown>;
type Sql = <T extends Row = Row>(text: string, values?: unknown[]) => Promise<T[]>;

export type TestDatabase = {
  /** The same `db` that commands use: Prisma as the app's role. */
  db: typeof db;
  /** Plain SQL as the owner of the tables, and as the role the app works as. */
  ownerSql: Sql;
  appSql: Sql;
  urls: { ownerUrl: string; appUrl: string };
  close(): Promise<void>;
};

let current: Promise<TestDatabase> | undefined;

/** The test file's own database: migrated, with what migrations insert, and closed by itself at the end. */
export function testDatabase(): Promise<TestDatabase> {
  return (current ??= cloneTemplate());
}

async function cloneTemplate(): Promise<TestDatabase> {
  const template = inject("template");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const original = new URL(template.ownerUrl).pathname.slice(1);
  await administer(template.ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${original}`);
  const urls = {
    ownerUrl: withDatabase(template.ownerUrl, name),
    appUrl: withDatabase(template.appUrl, name),
  };
  setEnvironment({
    DATABASE_URL: urls.appUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
    PERSONAL_DATA_KEY: randomBytes(32).toString("base64"),
  });
  const owner = calm(new pg.Pool({ connectionString: urls.ownerUrl, max: 4 }));
  const app = openPool(urls.appUrl, { max: 4 });
  return {
    db,
    urls,
    ownerSql: sqlOn(owner),
    appSql: sqlOn(app),
    async close() {
      if (!current) return;
      current = undefined;
      await Promise.all([closeDatabase(), closePool(), owner.end(), app.end()]);
      await drop(template.ownerUrl, name);
    },
  };
}

function sqlOn(pool: pg.Pool): Sql {
  return async <T extends Row>(text: string, values?: unknown[]) => (await pool.query<T>(text, values)).rows;
}

// By force, for whoever a test has left connected. That stumbles over an autovacuum worker, whom the owner may not end; without
// force the server sends it away by itself.
async function drop(ownerUrl: string, name: string) {
  try {
    await administer(ownerUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== "42501") throw error;
    await administer(ownerUrl, `DROP DATABASE ${name}`);
  }
}

// From beside: a database that someone is connected to can't be cloned.
async function administer(ownerUrl: string, sql: string) {
  const client = new pg.Client({ connectionString: withDatabase(ownerUrl, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string) {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
