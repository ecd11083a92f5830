import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

// Type oids.
const CHAR = 18;
const VARCHAR = 1043;

/** What the engine takes its connections from: the database itself and shadow ones. */
export function adapterFactory(datasource) {
  return bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    // Without a database the engine still compares schemas: it is asked for nothing then.
    connect: () => (datasource.url ? open(settings(datasource.url)) : noDatabase()),
    connectToShadowDb: () =>
      datasource.shadowDatabaseUrl ? openGivenShadow(datasource) : openNewShadow(datasource),
  });
}

export async function connectable({ url }) {
  const config = settings(url);
  try {
    await withClient(config, (client) => client.query("SELECT 1"));
  } catch (error) {
    throw explain(error, config);
  }
}

export async function createDatabase({ url }) {
  const { database, ...config } = settings(url);
  await withClient({ ...config, database: "postgres" }, (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`),
  ).catch((error) => {
    throw explain(error, { ...config, database });
  });
  return database;
}

// The parts of the URL, never the URL: a connection string beats `database`, and the
// shadow database would silently be the main one.
function settings(url) {
  if (!url) throw Object.assign(new Error("No database is given: set DATABASE_URL."), { code: "P1012" });
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get("host") ?? decodeURIComponent(hostname).replace(/^\[|\]$/g, ""),
    port: Number(port) || 5432,
    user: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    database: decodeURIComponent(pathname.slice(1)) || "postgres",
    schema: searchParams.get("schema") ?? "public",
    ssl: {
      require: { rejectUnauthorized: false },
      "no-verify": { rejectUnauthorized: false },
      "verify-full": true,
    }[searchParams.get("sslmode")],
    connectionTimeoutMillis: 10_000,
    // One connection, so that locks and settings of the session hold for all statements.
    max: 1,
  };
}

// The engine asks whom it talks to even to compare two schema files.
function noDatabase() {
  const { Boolean, Text, Int32 } = ColumnTypeEnum;
  const introduction = {
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [Boolean, Text, Int32],
    rows: [[true, "PostgreSQL 18", 180000]],
  };
  const missing = async () => {
    throw new Error("No database is given: set DATABASE_URL, or start the embedded one.");
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    queryRaw: async ({ sql }) => (sql.includes("server_version_num") ? introduction : missing()),
    executeRaw: missing,
    executeScript: missing,
    startTransaction: missing,
    dispose: async () => {},
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  };
}

async function open({ schema, ...config }, close = async () => {}) {
  const adapter = await new PrismaPg(config, { schema }).connect();
  const pool = adapter.underlyingDriver();
  reportChars(adapter);
  // One simple query: the adapter's own splits at every semicolon, inside functions too.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error) => adapter.onError(error));
  };
  adapter.dispose = async () => {
    if (!pool.ending) await pool.end();
    await close();
  };
  return adapter;
}

// The catalog is full of "char" columns, whose type the adapter doesn't know; the engine
// wants each as one character.
function reportChars(adapter) {
  const { performIO, queryRaw } = adapter;
  const found = new WeakMap();
  adapter.performIO = async (query) => {
    const result = await performIO.call(adapter, query);
    // Several statements at once, as in `db execute`, give no single list of columns.
    const chars = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
    for (const index of chars) result.fields[index].dataTypeID = VARCHAR;
    found.set(query, chars);
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw.call(adapter, query);
    for (const index of found.get(query)) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

async function openNewShadow({ url }) {
  const config = settings(url);
  const name = pg.escapeIdentifier(`prisma_migrate_shadow_db_${randomUUID()}`);
  await withClient(config, (client) => client.query(`CREATE DATABASE ${name}`));
  return open({ ...config, database: name.slice(1, -1) }, () =>
    withClient(config, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  );
}

async function openGivenShadow({ shadowDatabaseUrl }) {
  const config = settings(shadowDatabaseUrl);
  await withClient(config, (client) =>
    client.query("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public"),
  );
  return open(config);
}

async function withClient({ schema: _schema, max: _max, ...config }, use) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

// Prisma's codes: the CLI decides by them, P1003 for instance makes it create the database.
function explain(error, { host, port, database, user }) {
  const at = `${host}:${port}`;
  const [code, message] = {
    "3D000": ["P1003", `Database \`${database}\` does not exist on the database server at \`${at}\`.`],
    "28P01": ["P1000", `Authentication failed against the database server at \`${at}\` for \`${user}\`.`],
    28000: ["P1010", `User \`${user}\` was denied access on the database \`${database}\`.`],
    "42P04": ["P1009", `Database \`${database}\` already exists on the database server at \`${at}\`.`],
  }[error.code] ?? ["P1001", `Can't reach database server at \`${at}\`: ${error.message || error.code}`];
  return Object.assign(new Error(message), { code });
}
