import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "./embedded";
import { isAlive } from "./processes";

let folder: string;
let running: Embedded[];
const start = async (directory = join(folder, "postgres"), fsync = false) => {
  const embedded = await startEmbedded({ directory, fsync });
  running.push(embedded);
  return embedded;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "honors-embedded-"));
  chmodSync(folder, 0o755);
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function ask<T = Record<string, unknown>>(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}
const postmaster = () =>
  Number(readFileSync(join(folder, "postgres", "cluster", "postmaster.pid"), "utf8").split("\n")[0]);

test("data and passwords outlive a stop; Chinese letters are letters; passwords are for the owner's eyes", async () => {
  const first = await start();
  await ask(first.ownerUrl, "CREATE TABLE kept (name text); INSERT INTO kept VALUES ('𠮷田·李')");
  const [letters] = await ask(
    first.ownerUrl,
    "SELECT '李' ~ '^[[:alpha:]]$' AS alpha, current_setting('server_encoding') AS encoding",
  );
  expect(letters).toEqual({ alpha: true, encoding: "UTF8" });
  await expect(ask(first.appUrl, "SELECT * FROM kept")).rejects.toThrow(/permission denied/);
  await expect(ask(first.appUrl.replace(/:[^:@]+@/, ":guess@"), "SELECT 1")).rejects.toThrow(/password/);
  for (const file of ["passwords.json", "connection.json", "server.log", "lock"]) {
    expect(statSync(join(folder, "postgres", file)).mode & 0o777).toBe(0o600);
  }
  await first.stop();
  const second = await start();
  expect(new URL(second.ownerUrl).password).toBe(new URL(first.ownerUrl).password);
  expect(await ask(second.ownerUrl, "SELECT name FROM kept")).toEqual([{ name: "𠮷田·李" }]);
});

test("a second start in the same folder is refused in a sentence, and the first goes on", async () => {
  const first = await start();
  const refusal = await start().catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: "EmbeddedDatabaseError", problem: "locked" });
  expect((refusal as Error).message).toMatch(
    /already in use by another run \(process \d+\): stop it first, or choose .* DATA_DIR\.$/,
  );
  expect(await ask(first.appUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("after kill -9 of the process the leftover server is stopped and every committed row is there", async () => {
  const script = join(folder, "holder.mts");
  const source = pathToFileURL(join(import.meta.dirname, "embedded.ts")).href;
  writeFileSync(
    script,
    `import { startEmbedded } from ${JSON.stringify(source)};
     const { ownerUrl } = await startEmbedded({ directory: ${JSON.stringify(join(folder, "postgres"))}, fsync: false });
     console.log(ownerUrl); setInterval(() => {}, 1000);`,
  );
  const holder = spawn(process.execPath, ["--import", "tsx", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(holder.stdout, "data")) as [Buffer];
  await ask(String(said).trim(), "CREATE TABLE kept AS SELECT 7 AS seven");
  const leftover = postmaster();
  holder.kill("SIGKILL");
  await once(holder, "exit");
  expect(isAlive(leftover)).toBe(true);
  const next = await start();
  expect(isAlive(leftover)).toBe(false);
  expect(await ask(next.ownerUrl, "SELECT seven FROM kept")).toEqual([{ seven: 7 }]);
});

test("after kill -9 of the server it comes back at the same address, with what it had confirmed", async () => {
  const embedded = await start(undefined, true);
  await ask(embedded.ownerUrl, "CREATE TABLE kept AS SELECT 7 AS seven");
  process.kill(postmaster(), "SIGKILL");
  await expect
    .poll(() => ask(embedded.ownerUrl, "SELECT seven FROM kept").catch((error: Error) => error.message), {
      timeout: 10_000,
      interval: 100,
    })
    .toEqual([{ seven: 7 }]);
});

test("a pid file that names a stranger does not keep the server from starting", async () => {
  await (await start()).stop();
  writeFileSync(
    join(folder, "postgres", "cluster", "postmaster.pid"),
    `${process.pid}\n${join(folder, "postgres", "cluster")}\n`,
  );
  writeFileSync(join(folder, "postgres", "lock"), JSON.stringify({ pid: process.pid, began: "long ago" }));
  expect(await ask((await start()).appUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a folder that can't be written is told from other faults", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(start(join(folder, "file", "postgres"))).rejects.toMatchObject({ problem: "unwritable" });
});
