import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import { canManageJobs } from "./policy";
import { presenceLock } from "./presence";
import { errorLine, type JobState } from "./schema";

export type JobView = {
  id: number;
  task: string;
  /** What it is about, such as "imports:12". */
  key: string | null;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  /** When it is due, or was. */
  runAt: Date;
  startedAt: Date | null;
  createdAt: Date;
  orderedBy: string | null;
  lastError: string | null;
};
export type Queue = {
  jobs: JobView[];
  total: number;
  /** Processes that wait for jobs or are at one. */
  workers: number;
  regular: { task: string; lastRun: Date | null }[];
};

const shown = 100;

/** What lies in the queue, what is at work first; null for who has no business there. The queue's tables are not Prisma's. */
export async function getQueue(actor: Actor): Promise<Queue | null> {
  if (!canManageJobs(actor)) return null;
  // Names of whoever ordered a job, of whatever unit.
  return asSystem(async () => {
    const [jobs, [counted], regular] = await Promise.all([
      db.$queryRaw<JobView[]>`
        SELECT j.id::int, t.identifier AS task, j.key, j.attempts::int, j.max_attempts::int AS "maxAttempts", j.run_at AS "runAt",
          j.locked_at AS "startedAt", j.created_at AS "createdAt", j.last_error AS "lastError", u.name AS "orderedBy",
          CASE WHEN j.locked_at IS NOT NULL THEN 'running' WHEN j.attempts >= j.max_attempts THEN 'lost'
            WHEN j.attempts > 0 THEN 'failed' WHEN j.run_at > now() THEN 'later' ELSE 'waiting' END AS state
        FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        LEFT JOIN users u ON u.id = (j.payload -> 'by' ->> 'userId')::int
        ORDER BY j.locked_at IS NULL, j.run_at, j.id LIMIT ${shown}`,
      db.$queryRaw<{ total: number; workers: number }[]>`
        SELECT (SELECT count(*)::int FROM graphile_worker._private_jobs) AS total,
          (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND classid = ${presenceLock}::oid AND granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS workers`,
      db.$queryRaw<Queue["regular"]>`
        SELECT identifier AS task, last_execution AS "lastRun" FROM graphile_worker._private_known_crontabs ORDER BY 1`,
    ]);
    return {
      ...{ total: counted!.total, workers: counted!.workers, regular },
      jobs: jobs.map((job) => ({ ...job, lastError: job.lastError && errorLine(job.lastError) })),
    };
  });
}
