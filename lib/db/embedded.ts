import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lockFolder } from "./embedded-lock";
import {
  clearLeftover,
  halt,
  initialize,
  launch,
  type Server,
  type ServerOptions,
  superClient,
} from "./embedded-server";
import { EmbeddedDatabaseError } from "./faults";
import { isAlive } from "./processes";

export type EmbeddedOptions = {
  /** Where the cluster, its passwords and its log live; made when missing. */
  directory: string;
  /** Off in tests alone: a crash of the machine may then lose everything. */
  fsync?: boolean;
  maxConnections?: number;
};

export type Embedded = { ownerUrl: string; appUrl: string; stop(): Promise<void> };

type Passwords = { superuser: string; owner: string; app: string };

const DATABASE = "registry";

/** Starts PostgreSQL in a folder; it is started again should it die under us. */
export async function startEmbedded({
  directory,
  fsync = true,
  maxConnections = 100,
}: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(directory);
  const { unlock, passwords } = prepare(folder);
  const options: ServerOptions = { folder, superPassword: passwords.superuser, fsync, maxConnections };
  try {
    await clearLeftover(folder);
    await initialize(options);
    const server = await launch(options);
    await prepareDatabase(server.port, passwords).catch(async (error) => {
      await halt(server.pid);
      throw error;
    });
    return supervise(options, server, passwords, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function prepare(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const unlock = lockFolder(folder);
    try {
      return { unlock, passwords: readPasswords(folder) };
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (cause) {
    if (cause instanceof EmbeddedDatabaseError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new EmbeddedDatabaseError(
      "unwritable",
      `${folder} can't be written (${code}): make it writable, or choose another folder with DATA_DIR.`,
      { cause },
    );
  }
}

function readPasswords(folder: string): Passwords {
  const path = join(folder, "passwords.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Passwords;
  const password = () => randomBytes(24).toString("base64url");
  const fresh = { superuser: password(), owner: password(), app: password() };
  writeFileSync(path, JSON.stringify(fresh), { flag: "wx", mode: 0o600 });
  return fresh;
}

// Said anew at every start, so that a first start cut short is mended by the second.
async function prepareDatabase(port: number, { superuser, owner, app }: Passwords) {
  await withSuper(port, superuser, "postgres", async (run) => {
    const roles = await run("SELECT rolname AS name FROM pg_roles");
    for (const role of ["registry_owner", "registry_app"]) {
      if (!roles.includes(role)) await run(`CREATE ROLE ${role} LOGIN`);
    }
    // The owner makes databases: Prisma checks migrations in a shadow database.
    await run(`ALTER ROLE registry_owner CREATEDB PASSWORD '${owner}'`);
    await run(`ALTER ROLE registry_app PASSWORD '${app}'`);
    const databases = await run("SELECT datname AS name FROM pg_database");
    if (!databases.includes(DATABASE)) await run(`CREATE DATABASE ${DATABASE} OWNER registry_owner`);
  });
}

async function withSuper(
  port: number,
  password: string,
  database: string,
  use: (run: (sql: string) => Promise<string[]>) => Promise<void>,
) {
  const client = superClient(port, password, database);
  await client.connect();
  try {
    await use(async (sql) => (await client.query<{ name: string }>(sql)).rows.map((row) => row.name));
  } finally {
    await client.end();
  }
}

function supervise(
  options: ServerOptions,
  first: Server,
  { owner, app }: Passwords,
  unlock: () => void,
): Embedded {
  let server = first;
  let stopping = false;
  const url = (role: string, password: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${server.port}/${DATABASE}`;
  const urls = { ownerUrl: url("registry_owner", owner), appUrl: url("registry_app", app) };
  const card = join(options.folder, "connection.json");
  // For Prisma's CLI at another terminal.
  writeFileSync(card, JSON.stringify(urls), { mode: 0o600 });

  const revive = async () => {
    await server.ended;
    while (!stopping) {
      await clearLeftover(options.folder);
      const next = await launch(options, server.port).catch(() => null);
      if (!next) {
        await sleep(1_000);
        continue;
      }
      server = next;
      if (stopping) return halt(server.pid);
      await server.ended;
    }
  };
  const revival = revive();
  // process.exit() without stop(): the server still closes in its clean way.
  const onExit = () => {
    if (server.pid && isAlive(server.pid)) process.kill(server.pid, "SIGINT");
  };
  process.once("exit", onExit);

  return {
    ...urls,
    async stop() {
      if (stopping) return revival;
      stopping = true;
      process.off("exit", onExit);
      await halt(server.pid);
      await revival;
      rmSync(card, { force: true });
      unlock();
    },
  };
}
