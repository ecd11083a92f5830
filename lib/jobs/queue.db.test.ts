import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { actors, buildLedger } from "@/e2e/world/ledger";
import type { TestDatabase } from "@/lib/db/testing";
import { transaction } from "@/lib/db/transaction";
import { cancelJob, retryJob } from "./commands";
import { getQueue } from "./queries";
import { enqueue } from "./queue";
import { startWorker } from "./worker";

const { sysadmin, recorder, admin, jia } = actors;
let world: TestDatabase;
beforeAll(async () => void (world = await buildLedger()));
beforeEach(() => world.ownerSql("DELETE FROM graphile_worker._private_jobs"));

async function put(key: string, change = ""): Promise<number> {
  const payload = { id: 1, by: { userId: recorder.userId, sessionId: 1, address: "local" } };
  await transaction((tx) => enqueue(tx, "imports.check", payload, { key }));
  if (change) await world.ownerSql(`UPDATE graphile_worker._private_jobs SET ${change} WHERE key = '${key}'`);
  const [row] = await world.ownerSql<{ id: number }>(
    "SELECT id::int FROM graphile_worker._private_jobs WHERE key = $1",
    [key],
  );
  return row!.id;
}
const attemptsOf = async (id: number) =>
  (
    await world.ownerSql(
      "SELECT attempts::int, run_at <= now() AS due FROM graphile_worker._private_jobs WHERE id = $1",
      [id],
    )
  )[0];
const eventsOf = (id: number) =>
  world.ownerSql(
    "SELECT event, actor_user_id AS by, after FROM audit_events WHERE noun = 'jobs' AND noun_id = $1 ORDER BY id",
    [id],
  );

test("the queue is shown with states, attempts and errors, without anything of what a job is about", async () => {
  const fault = `last_error = E'bad value: "贾建华"\\n    at work (/srv/x.ts)'`;
  await put("imports:1");
  await put("imports:2", "run_at = now() + interval '1 hour'");
  await put("imports:3", `attempts = 2, run_at = now() + interval '7 seconds', ${fault}`);
  await put("imports:4", "attempts = 5, run_at = now() + interval '1 day'");
  await put("imports:5", "attempts = 1, locked_at = now(), locked_by = 'somebody'");
  const queue = (await getQueue(sysadmin))!;
  expect(queue.jobs.map(({ key, state, attempts }) => [key, state, attempts])).toEqual([
    ["imports:5", "running", 1],
    ["imports:1", "waiting", 0],
    ["imports:3", "failed", 2],
    ["imports:2", "later", 0],
    ["imports:4", "lost", 5],
  ]);
  expect(queue).toMatchObject({ total: 5, workers: 0 });
  expect(queue.jobs[2]).toMatchObject({
    ...{ task: "imports.check", orderedBy: recorder.name, maxAttempts: 5, lastError: 'bad value: "…"' },
  });
});

test("a job that waits after a failure runs at once; a worker that lives is counted, and its regular tasks are named", async () => {
  const id = await put("imports:1", "attempts = 3, run_at = now() + interval '1 hour'");
  expect(await retryJob(sysadmin, { id })).toEqual({ ok: true, value: { id } });
  expect(await attemptsOf(id)).toEqual({ attempts: 0, due: true });
  expect(await eventsOf(id)).toEqual([
    { event: "jobs.retried", by: sysadmin.userId, after: { task: "imports.check" } },
  ]);
  let release = () => {};
  const task = { run: () => new Promise<void>((resolve) => (release = resolve)), giveUp: async () => {} };
  const worker = await startWorker({ "imports.check": { ...task, every: "0 4 1 1 *" } });
  await vi.waitUntil(async () => (await getQueue(sysadmin))!.jobs[0]?.state === "running");
  expect(await getQueue(sysadmin)).toMatchObject({
    workers: 1,
    regular: [{ task: "imports.check", lastRun: null }],
  });
  release();
  await worker.stop();
});

test("a cancelled job is given up by the worker, who tells it; one that is at work is left to its worker", async () => {
  const id = await put("imports:1");
  const busy = await put("imports:2", "locked_at = now(), locked_by = 'somebody'");
  for (const change of [cancelJob, retryJob])
    expect(await change(sysadmin, { id: busy })).toMatchObject({
      fault: { code: "conflict", detail: { message: "jobAtWork" } },
    });
  expect(await cancelJob(sysadmin, { id })).toMatchObject({ ok: true });
  const givenUp: unknown[] = [];
  let ran = 0;
  const worker = await startWorker(
    {
      "imports.check": {
        async run() {
          ran++;
        },
        async giveUp(payload) {
          givenUp.push(payload);
        },
      },
    },
    { lookEvery: 50 },
  );
  await vi.waitUntil(() => givenUp.length > 0);
  await worker.stop();
  expect(givenUp).toEqual([expect.objectContaining({ id: 1 })]);
  expect(ran).toBe(0);
  expect(await eventsOf(id)).toMatchObject([{ event: "jobs.cancelled" }]);
});

test("is the system administrator's alone", async () => {
  const id = await put("imports:1");
  for (const actor of [recorder, admin, jia]) {
    expect(await getQueue(actor)).toBeNull();
    for (const change of [cancelJob, retryJob])
      expect(await change(actor, { id })).toEqual({ ok: false, fault: { code: "forbidden" } });
  }
  expect(await cancelJob(sysadmin, { id: 2_000_000_000 })).toMatchObject({ fault: { code: "not_found" } });
  expect(await attemptsOf(id)).toEqual({ attempts: 0, due: true });
});
