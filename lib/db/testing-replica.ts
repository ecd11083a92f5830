import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { vi } from "vitest";
import { setEnvironment } from "@/lib/env/early.mjs";
import { closeDatabase } from "./client";
import { startEmbedded } from "./embedded";
import { halt, launch, superClient } from "./embedded-server";
import { migrateDatabase } from "./migrate";
import { closePool } from "./pool";

export type Replica = {
  /** An address of the primary, as the replica has it. */
  like: (url: string) => string;
  /** Plain SQL there as the superuser, who may hold the replay up. */
  tell: (sql: string) => Promise<Record<string, unknown>[]>;
  stop: () => Promise<void>;
  /** On the same port as before. */
  start: () => Promise<void>;
  remove: () => Promise<void>;
};

type OwnerSql = <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;
export type Replicated = {
  replica: Replica;
  ownerSql: OwnerSql;
  /** What stands on the primary now has come over. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
};

/** A primary of its own, filled by `plant`, and a streaming replica beside it; the settings name both. */
export async function startReplicated(plant: (ownerSql: OwnerSql) => Promise<unknown>): Promise<Replicated> {
  const folder = mkdtempSync(join(tmpdir(), "honors-primary-"));
  chmodSync(folder, 0o755);
  const directory = join(folder, "postgres");
  const primary = await startEmbedded({ directory, fsync: false });
  await migrateDatabase(primary);
  const ownerSql: OwnerSql = async (text, values) =>
    withClient(
      new pg.Client({ connectionString: primary.ownerUrl }),
      async (client) => (await client.query(text, values)).rows,
    );
  setEnvironment({ DATABASE_URL: primary.appUrl, DATABASE_OWNER_URL: primary.ownerUrl });
  await plant(ownerSql);
  const replica = await startReplica(directory, primary.ownerUrl);
  setEnvironment({ DATABASE_REPLICA_URL: replica.like(primary.appUrl) });
  return {
    ...{ replica, ownerSql },
    async settled() {
      const [row] = await ownerSql<{ place: string }>("SELECT pg_current_wal_insert_lsn()::text AS place");
      const reached = `SELECT pg_last_wal_replay_lsn() >= '${row!.place}' AS reached`;
      await vi.waitUntil(async () => (await replica.tell(reached))[0]!.reached, { timeout: 30_000 });
    },
    async close() {
      setEnvironment({ DATABASE_REPLICA_URL: "" });
      await Promise.all([closeDatabase(), closePool()]);
      await replica.remove();
      await primary.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A streaming replica of an embedded server that runs in `folder`: a base backup by PostgreSQL's own functions, as the package brings no pg_basebackup. */
export async function startReplica(folder: string, primaryUrl: string): Promise<Replica> {
  const place = mkdtempSync(join(tmpdir(), "honors-replica-"));
  // As root PostgreSQL runs as another user, who must get in.
  chmodSync(place, 0o755);
  const { superuser: password } = JSON.parse(readFileSync(join(folder, "passwords.json"), "utf8")) as {
    superuser: string;
  };
  const { port } = new URL(primaryUrl);
  await withClient(superClient(Number(port), password), async (client) => {
    await client.query("ALTER SYSTEM SET wal_keep_size = '512MB'");
    await client.query("SELECT pg_reload_conf(), pg_backup_start('replica', fast => true)");
    const cluster = join(place, "cluster");
    copy(join(folder, "cluster"), cluster);
    const { rows } = await client.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop(false)");
    writeFileSync(join(cluster, "backup_label"), rows[0]!.labelfile);
    writeFileSync(join(cluster, "standby.signal"), "");
    appendFileSync(
      join(cluster, "postgresql.auto.conf"),
      `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres password=${password}'\nhot_standby_feedback = on\n`,
    );
    for (const name of ["backup_label", "standby.signal"]) asOwner(cluster, join(cluster, name));
  });
  const options = { folder: place, superPassword: password, fsync: false, maxConnections: 100 };
  let server = await launch(options);
  return {
    like: (url) => Object.assign(new URL(url), { port: String(server.port) }).href,
    tell: (sql) =>
      withClient(
        superClient(server.port, password),
        async (client) => (await client.query<Record<string, unknown>>(sql)).rows,
      ),
    stop: () => halt(server.pid),
    async start() {
      server = await launch(options, server.port);
    },
    async remove() {
      await halt(server.pid);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** With owners and rights, which Node's own copy does not keep; files that the running server takes away meanwhile are no matter. */
function copy(from: string, to: string) {
  try {
    execFileSync("cp", ["-a", from, to], { stdio: "ignore" });
  } catch {
    // A file that was gone before it was copied.
  }
  rmSync(join(to, "postmaster.pid"), { force: true });
  rmSync(join(to, "pg_wal"), { recursive: true, force: true });
  mkdirSync(join(to, "pg_wal"), { mode: 0o700 });
  asOwner(to, join(to, "pg_wal"));
}

function asOwner(like: string, path: string) {
  execFileSync("chown", [`--reference=${like}`, path]);
}

async function withClient<T>(client: pg.Client, work: (client: pg.Client) => Promise<T>): Promise<T> {
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
