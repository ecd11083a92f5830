import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { transaction } from "@/lib/db/transaction";
import { enqueue } from "./queue";
import type { Task } from "./tasks";
import { startWorker, type Worker } from "./worker";

const { ownerSql, urls } = await testDatabase();

let worker: Worker | undefined;
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await ownerSql("DELETE FROM graphile_worker._private_jobs");
});

/** A task that hands out what it is called with, one after another. */
function heard(work: (payload: unknown, signal: AbortSignal) => Promise<void> = async () => {}) {
  const calls: unknown[] = [];
  const givenUp: unknown[] = [];
  let tell = () => {};
  const task: Task = {
    async run(payload, { signal }) {
      calls.push(payload);
      tell();
      await work(payload, signal);
    },
    async giveUp(payload) {
      givenUp.push(payload);
      tell();
    },
  };
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      tell = () => holds() && resolve();
      tell();
    });
  return { task, calls, givenUp, until };
}

const order = (payload: object, key = "one") => transaction((tx) => enqueue(tx, "task", payload, { key }));

test("a job is there when its transaction commits, and never otherwise", async () => {
  const { task, calls, until } = heard();
  worker = await startWorker({ task });
  await transaction(async (tx) => {
    await enqueue(tx, "task", { n: 1 }, { key: "undone" });
    throw new Error("changed my mind");
  }).catch(() => {});
  await order({ n: 2 });
  await until(() => calls.length === 1);
  expect(calls).toEqual([{ n: 2 }]);
});

test("a job of the same key takes the place of one that waits", async () => {
  const { task, calls, until } = heard();
  await order({ n: 1 });
  await order({ n: 2 });
  worker = await startWorker({ task });
  await until(() => calls.length > 0);
  expect(calls).toEqual([{ n: 2 }]);
});

test("what a dead worker held is taken up; what a living one holds, the one that looks among them, is not", async () => {
  let release = () => {};
  const busy = new Promise<void>((resolve) => (release = resolve));
  const { task, calls, until } = heard(() => busy);
  await order({ n: 1 }, "held");
  worker = await startWorker({ task }, { lookEvery: 50 });
  await until(() => calls.length === 1);
  await transaction(async (tx) => {
    await enqueue(tx, "task", { n: 2 }, { key: "left" });
    // In the queue's eyes both have been at it for a while: who has only just begun is given a moment to say that they live.
    await tx.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'pool-of-the-dead', locked_at = now() - interval '1 minute' WHERE key = 'left'`;
    await tx.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute' WHERE key = 'held'`;
  });
  await until(() => calls.length > 1);
  expect(calls).toEqual([{ n: 1 }, { n: 2 }]);
  const [held] = await ownerSql("SELECT locked_by FROM graphile_worker._private_jobs WHERE key = 'held'");
  expect(held?.locked_by).toMatch(/^pool-[0-9a-f]+$/);
  release();
});

test("a job that failed too often is told as given up, once", async () => {
  const { task, calls, givenUp, until } = heard();
  await order({ n: 1 });
  await ownerSql("UPDATE graphile_worker._private_jobs SET attempts = max_attempts");
  worker = await startWorker({ task }, { lookEvery: 50 });
  await until(() => givenUp.length === 1);
  await worker.stop();
  expect({ calls, givenUp }).toEqual({ calls: [], givenUp: [{ n: 1 }] });
  expect(await ownerSql("SELECT FROM graphile_worker._private_jobs")).toEqual([]);
});

test("a worker that is stopped lets its jobs leave off, and they wait for the next without having failed", async () => {
  const stopped = heard(
    (_, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason as Error)),
      ),
  );
  await order({ n: 1 });
  const first = await startWorker({ task: stopped.task });
  await stopped.until(() => stopped.calls.length === 1);
  await first.stop();
  expect(
    await ownerSql(
      "SELECT attempts::int, locked_by, run_at <= now() AS due FROM graphile_worker._private_jobs",
    ),
  ).toEqual([{ attempts: 0, locked_by: null, due: true }]);
  const next = heard();
  worker = await startWorker({ task: next.task });
  await next.until(() => next.calls.length === 1);
  expect(next.calls).toEqual([{ n: 1 }]);
});

test("a job that comes after the stop was asked for is not begun, and waits for the next", async () => {
  const { task, calls } = heard();
  await order({ n: 1 });
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  await owner.query("BEGIN; LOCK TABLE graphile_worker._private_jobs");
  // Those who only look at the queue wait in another mode.
  const asking = `SELECT FROM pg_locks WHERE NOT granted AND relation = 'graphile_worker._private_jobs'::regclass
    AND mode <> 'AccessShareLock'`;
  const stopped = await startWorker({ task });
  while ((await ownerSql(asking)).length === 0);
  const stop = stopped.stop();
  await owner.query("COMMIT");
  await Promise.all([stop, owner.end()]);
  expect(calls).toEqual([]);
  expect(await ownerSql("SELECT attempts::int, locked_by FROM graphile_worker._private_jobs")).toEqual([
    { attempts: 0, locked_by: null },
  ]);
});
