import { EventEmitter } from "node:events";
import { type JobHelpers, Logger, parseCronItems, run, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import { transaction } from "@/lib/db/transaction";
import { calm } from "@/lib/db/connection";
import { databaseSettings } from "@/lib/env";
import { giveUpLostJobs } from "./giving-up";
import { announcePresence, freeJobsOfTheDead } from "./presence";
import { enqueue } from "./queue";
import type { Tasks } from "./tasks";

export type Worker = {
  /** Takes no further job, lets those at work leave off at their next good place, and resolves when they have. */
  stop(): Promise<void>;
  /** Resolves when the worker ended, stopped or not. */
  ended: Promise<void>;
};

type Options = {
  /** Jobs at once. */
  concurrency?: number;
  /** Milliseconds between looks for dead workers and lost jobs. */
  lookEvery?: number;
  /** Hears what went wrong; the jobs concerned run again by themselves. */
  onError?: (error: unknown) => void;
};

/** Runs the jobs of `tasks` as they come in. */
export async function startWorker(
  tasks: Tasks,
  { concurrency = 2, lookEvery = 2000, onError = () => {} }: Options = {},
): Promise<Worker> {
  const connectionString = databaseSettings().databaseUrl;
  const pool = calm(
    new pg.Pool({ connectionString, max: concurrency + 3, application_name: "honors-worker" }),
  );
  const stopping = new AbortController();
  const presence = await pool.connect();
  // Its breaking is the pool's business: without presence the worker's jobs are another's, and this one ends.
  const lost = new Promise<void>((resolve) =>
    presence.once("error", () => resolve()).once("end", () => resolve()),
  );
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => {
    announcePresence(presence, workerPool.id).catch(() => presence.end());
  });
  const runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        (payload: unknown, helpers: JobHelpers) => work(name, task, payload, helpers, stopping.signal),
      ]),
    ),
    parsedCronItems: parseCronItems(
      Object.entries(tasks).flatMap(([task, { every }]) =>
        every ? [{ task, match: every, options: { backfillPeriod: 0, maxAttempts: 1 } }] : [],
      ),
    ),
    concurrency,
    pollInterval: 2000,
    noHandleSignals: true,
    // Unbatched, the queue is told of a job's end without anyone waiting for it, and a stop may come in between.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(() => (level, message) => {
      if (level === "error") onError(message);
    }),
    events,
  });
  let halted: Promise<void> | undefined;
  // Asked a second time, the runner answers before its jobs are done.
  const halt = () => {
    stopping.abort();
    return (halted ??= runner.stop().catch(onError));
  };
  const look = lookAfter(tasks, pool, lookEvery, onError);
  const ended = Promise.race([runner.promise, lost]).finally(async () => {
    await halt();
    await look.end();
    presence.release(true);
    await pool.end();
  });
  return {
    ended,
    async stop() {
      await halt();
      await ended;
    },
  };
}

/** A job that leaves off because we stop is put in anew: for the queue a failure would cost an attempt and a wait. */
async function work(
  name: string,
  task: Tasks[string],
  payload: unknown,
  { job }: JobHelpers,
  signal: AbortSignal,
) {
  try {
    // One that the queue was asked for before the stop can come after it.
    signal.throwIfAborted();
    await task.run(payload, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    await transaction((tx) => enqueue(tx, name, payload as object, { key: job.key ?? `${name}:${job.id}` }));
  }
}

function lookAfter(tasks: Tasks, pool: pg.Pool, every: number, onError: (error: unknown) => void) {
  let busy: Promise<void> = Promise.resolve();
  const look = async () => {
    // Never the connection that holds our own presence: to itself every lock is free.
    const client = await pool.connect();
    try {
      await freeJobsOfTheDead(client);
      await giveUpLostJobs(client, tasks);
    } finally {
      client.release();
    }
  };
  const begin = () => {
    busy = busy.then(look).catch(onError);
  };
  begin();
  const timer = setInterval(begin, every);
  return {
    end() {
      clearInterval(timer);
      return busy;
    },
  };
}
