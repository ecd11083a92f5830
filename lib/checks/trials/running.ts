import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { calm } from "@/lib/db/connection";
import { childEnvironment } from "@/lib/env/early.mjs";
import { computedSeconds } from "./process";

export type Folder = { path: string; remove(): void };
export type Registry = {
  url: string;
  pid: number;
  /** Milliseconds from the start of the process to the first healthy answer. */
  ready: number;
  /** Seconds that the process itself computed meanwhile: what it would have taken on an idle machine. */
  computed: number;
  log(): string;
  /** kill -9 of the process that answers requests, and of nothing else. */
  kill(): Promise<void>;
  /** SIGTERM; tells how long the end took and with which code. */
  stop(): Promise<{ code: number | null; milliseconds: number }>;
};

/** Settings of the developer's shell stay outside; empty ones keep .env files out, too. */
const none = Object.fromEntries(
  [
    ...["HOST", "DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_REPLICA_URL", "FILES_DIR", "NEXTAUTH_SECRET"],
    ...[
      "PERSONAL_DATA_KEY",
      "NEXTAUTH_URL",
      "APP_URL",
      "TRUSTED_PROXIES",
      "TIME_ZONE",
      "WORKER",
      "DATABASE_POOL_SIZE",
      "CLAMD_ADDRESS",
    ],
  ].map((name) => [name, ""]),
);

/** A folder for a server's data that goes away; with `like` a copy of another one. */
export function dataFolder(like?: string): Folder {
  const path = mkdtempSync(join(tmpdir(), "honors-trial-"));
  // As root PostgreSQL runs as another user, who must get in.
  chmodSync(path, 0o755);
  // With owners and rights, which Node's own copy does not keep.
  if (like) execFileSync("cp", ["-a", `${like}/.`, path]);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the production server as `npm start` does, and waits until it answers. */
export async function startRegistry(
  dataDir: string,
  { port, ...environment }: { port?: number } & Record<string, string | number | undefined> = {},
): Promise<Registry> {
  const chosen = port ?? (await freePort());
  const url = `http://localhost:${chosen}`;
  let log = "";
  const began = performance.now();
  // Tied to us by its standard input: it ends even when we are killed.
  const server = spawn(process.execPath, ["lib/launch/start.mjs", "--tethered"], {
    env: childEnvironment({
      ...{ ...none, NODE_ENV: undefined, NODE_OPTIONS: undefined, VITEST: undefined },
      ...{ APP_URL: url, PORT: String(chosen), DATA_DIR: dataDir, ...environment },
    }),
    stdio: ["pipe", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (piece) => (log += piece));
  server.stdin.on("error", () => {});
  const ended = new Promise<number | null>((resolve) => server.once("exit", (code) => resolve(code)));
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    const asked = performance.now();
    server.kill(signal);
    return { code: await ended, milliseconds: performance.now() - asked };
  };
  await untilHealthy(url, ended, () => log);
  return {
    ...{ url, pid: server.pid!, ready: performance.now() - began, log: () => log },
    computed: computedSeconds(server.pid!),
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  };
}

/** The settings of a server that has a folder's database by address, with the secrets of the folder. */
export function settingsOf(dataDir: string, { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string }) {
  const kept = (name: string) => readFileSync(join(dataDir, name), "utf8").trim();
  return {
    ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: dataDir },
    ...{ NEXTAUTH_SECRET: kept("secret"), PERSONAL_DATA_KEY: kept("personal-data-key") },
  };
}

/** kill -9 of the PostgreSQL whose cluster lies in a folder. */
export function killDatabase(dataDir: string) {
  const [pid] = readFileSync(join(dataDir, "postgres", "cluster", "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
}

/** What `npm run audit:verify` says of a database. */
export function verifyTrail(settings: Record<string, string>) {
  return new Promise<string>((resolve, reject) => {
    const child = spawn(process.execPath, ["lib/launch/audit.mjs", "verify"], {
      env: childEnvironment({ ...none, ...settings, NODE_OPTIONS: undefined, NODE_ENV: undefined }),
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
    child.once("error", reject).once("close", () => resolve(said));
  });
}

/** The addresses of the embedded database that a server of this folder has running. */
export function databaseOf(dataDir: string): { ownerUrl: string; appUrl: string } {
  return JSON.parse(readFileSync(join(dataDir, "postgres", "connection.json"), "utf8")) as {
    ownerUrl: string;
    appUrl: string;
  };
}

export type Query = <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>;

/** Plain SQL for one piece of work, as whoever the address names. */
export async function withQuery<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const pool = calm(new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 }));
  try {
    return await work(
      async <R extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
        (await pool.query<R>(text, values)).rows,
    );
  } finally {
    await pool.end();
  }
}

export async function untilHealthy(
  url: string,
  ended: Promise<unknown>,
  log: () => string,
  patience = 120_000,
) {
  let over = false;
  void ended.then(() => (over = true));
  for (const deadline = performance.now() + patience; !over && performance.now() < deadline;) {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return;
    await sleep(20);
  }
  throw new Error(`The server does not answer:\n${log().slice(-3000)}`);
}

/** A server that recovers listens before it serves: whoever starts an app beside it, as a service manager does, waits for this much. */
export async function untilListening(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const listens = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.once("connect", () => (socket.destroy(), resolve(true))).once("error", () => resolve(false));
    });
  while (!(await listens())) await sleep(50);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
