import { execFile, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { EmbeddedDatabaseError } from "./faults";
import { commandOf, isAlive, waitForEnd } from "./processes";
import { type Account, serverAccount } from "./server-account";
import { serverPrograms } from "./server-programs";

export type ServerOptions = { folder: string; superPassword: string; fsync: boolean; maxConnections: number };
export type Server = { pid: number; port: number; ended: Promise<void> };

const SUPERUSER = "postgres";

export function superClient(port: number, password: string, database = "postgres") {
  return new pg.Client({ host: "127.0.0.1", port, user: SUPERUSER, password, database });
}

/** Makes the cluster once. Built aside and renamed, so that a half-made one is never used. */
export async function initialize({ folder, superPassword, fsync }: ServerOptions) {
  const data = join(folder, "cluster");
  if (existsSync(data)) return;
  const { root, initdb } = serverPrograms();
  const account = serverAccount([root, folder]);
  const fresh = join(folder, "cluster.new");
  const passwordFile = join(folder, "password.new");
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, superPassword, { mode: 0o600 });
  give(account, fresh, passwordFile);
  // The builtin C.UTF-8: Chinese letters count as letters on every machine alike, whatever
  // locales it has, and text sorts by code point.
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const args = [
    `--pgdata=${fresh}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
  ];
  try {
    const [program, all] = account.wrap(initdb, [
      ...args,
      ...locale,
      "--no-instructions",
      ...(fsync ? [] : ["--no-sync"]),
    ]);
    await promisify(execFile)(program, all, { ...identity(account), cwd: "/", env: environment() });
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split("\n").at(-1) ?? String(cause);
    throw new EmbeddedDatabaseError(
      "failed",
      `The embedded database could not be set up in ${folder}: ${said}`,
      { cause },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, data);
}

/** Starts the server on a free loopback port, or on `port`, and waits until it answers. */
export async function launch(options: ServerOptions, port?: number): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    const server = start(options, chosen);
    if (await answers(server, options.superPassword)) return server;
    await halt(server.pid);
    // Another program may have taken the port in between; a killed server's shared memory
    // may take a moment to go.
    if (attempt === 3) throw startFailure(options.folder);
    await sleep(300);
  }
}

/** Ends a server in the clean way: sessions are closed, then the last checkpoint written. */
export async function halt(pid: number) {
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitForEnd(pid, patience)) return;
  }
}

/** A server that outlived a killed parent is stopped; a dead one's pid file is taken away. */
export async function clearLeftover(folder: string) {
  const data = join(folder, "cluster");
  const pidFile = join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  // Told by its command line: after a reboot the number may belong to anything.
  if (pid > 1 && isAlive(pid) && commandOf(pid).includes(data)) await halt(pid);
  rmSync(pidFile, { force: true });
}

function start({ folder, fsync, maxConnections }: ServerOptions, port: number): Server {
  const { root, postgres } = serverPrograms();
  const data = join(folder, "cluster");
  const account = serverAccount([root, data]);
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: maxConnections,
    shared_buffers: `${sharedMegabytes()}MB`,
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    // Details and statements of an error hold what the row held: its log is no place for personal data.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
  };
  if (!fsync) Object.assign(settings, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(join(folder, "server.log"), "w", 0o600);
  const [program, args] = account.wrap(postgres, ["-D", data, ...flags]);
  // Its own session: Ctrl-C reaches us alone, and we stop it after the last request.
  const child = spawn(program, args, {
    ...identity(account),
    cwd: "/",
    env: environment(),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => resolve()).once("error", () => resolve()),
  );
  return { pid: child.pid ?? 0, port, ended };
}

async function answers({ pid, port, ended }: Server, password: string) {
  let over = pid === 0;
  void ended.then(() => (over = true));
  const deadline = Date.now() + 60_000;
  while (!over && Date.now() < deadline) {
    const client = superClient(port, password);
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return !over;
    } catch (error) {
      // A wrong password is an answer too, and no waiting mends it.
      if ((error as { code?: string }).code === "28P01") return false;
      await sleep(50);
    }
  }
  return false;
}

function startFailure(folder: string) {
  const log = join(folder, "server.log");
  const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
  const fatal = lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? "it said nothing";
  return new EmbeddedDatabaseError(
    "failed",
    `The embedded database in ${folder} did not start: ${fatal} (see ${log}).`,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function give({ uid, gid }: Account, ...paths: string[]) {
  if (uid === undefined || gid === undefined) return;
  for (const path of paths) chownSync(path, uid, gid);
}

// With a wrapping program the wrapper changes the account itself.
function identity(account: Account) {
  const wrapped = account.wrap("", [])[0] !== "";
  return wrapped || account.uid === undefined ? {} : { uid: account.uid, gid: account.gid };
}

/** An eighth of the machine's memory, as long as that is neither too little for a list nor much for a machine with other work. */
function sharedMegabytes(): number {
  return Math.min(1024, Math.max(128, Math.floor(totalmem() / 2 ** 23)));
}

// Nothing of ours goes to the server: its environment shows in its settings and core files.
function environment() {
  return { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
}
