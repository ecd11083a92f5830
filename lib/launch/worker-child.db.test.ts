import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test, vi } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { isAlive } from "@/lib/db/processes";
import { setEnvironment } from "../env/early.mjs";
import { keepWorker } from "./worker-child";

const { ownerSql } = await testDatabase();
setEnvironment({ DATA_DIR: tmpdir() });
// A process takes its time to start, beside everything else on two cores.
vi.setConfig({ testTimeout: 200_000 });

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
let worker: ReturnType<typeof keepWorker> | undefined;
afterAll(() => worker?.stop(5000));

/** pg_locks tells of every database on the server; other tests have workers of their own. */
const presences = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 7226042
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** A worker that is up holds the lock by which others know that it lives. */
const present = () =>
  vi.waitUntil(async () => (await ownerSql(`${presences} AND granted`)).length === 1 && worker?.pid(), {
    timeout: 90_000,
    interval: 50,
  });
const absent = () =>
  vi.waitUntil(async () => (await ownerSql(presences)).length === 0, { timeout: 20_000, interval: 20 });

test("the worker is started again when it dies, and ends when it is told to", async () => {
  worker = keepWorker(root);
  const first = await present();
  process.kill(first as number, "SIGKILL");
  await absent();
  const second = await present();
  expect(second).not.toBe(first);
  await worker.stop(20_000);
  expect(isAlive(second as number)).toBe(false);
  await absent();
});
