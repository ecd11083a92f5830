import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { canManageJobs } from "./policy";
import { jobInput } from "./schema";

type Touched = { task: string };

/** Has a job run now, with all its attempts before it, instead of when its wait is over. */
export function retryJob(actor: Actor, input: unknown): Promise<Result<{ id: number }>> {
  return change(
    actor,
    input,
    "jobs.retried",
    (tx, id) => tx.$queryRaw<Touched[]>`
      SELECT t.identifier AS task FROM graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at => now(), attempts => 0) j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id`,
  );
}

/** Has a job given up: the worker takes it out and tells whoever waits for it, as after the last of its attempts. */
export function cancelJob(actor: Actor, input: unknown): Promise<Result<{ id: number }>> {
  return change(
    actor,
    input,
    "jobs.cancelled",
    (tx, id) => tx.$queryRaw<Touched[]>`
      SELECT t.identifier AS task FROM graphile_worker.permanently_fail_jobs(ARRAY[${id}::bigint], 'Cancelled by an administrator') j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id`,
  );
}

async function change(
  actor: Actor,
  input: unknown,
  event: "jobs.retried" | "jobs.cancelled",
  write: (tx: Tx, id: number) => Promise<Touched[]>,
): Promise<Result<{ id: number }>> {
  if (!canManageJobs(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(jobInput, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return runCommand(async (tx) => {
    const [touched] = await write(tx, id);
    // One that is at work is its worker's: the queue's functions pass it by.
    if (!touched) return (await isThere(tx, id)) ? atWork : refuse({ code: "not_found" });
    await recordEvent(tx, actor, { event, noun: "jobs", nounId: id, after: { task: touched.task } });
    return ok({ id });
  });
}

const atWork = refuse({ code: "conflict", detail: { message: "jobAtWork" } });

async function isThere(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT FROM graphile_worker._private_jobs WHERE id = ${id}`;
  return rows.length > 0;
}
