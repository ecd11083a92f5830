import type pg from "pg";
import type { Tasks } from "./tasks";

type Lost = { id: string; task: string };

/** Jobs that failed too often, or whose worker was killed at the last attempt, are told as given up and taken out of the queue. */
export async function giveUpLostJobs(client: pg.ClientBase, tasks: Tasks): Promise<void> {
  const { rows } = await client.query<Lost>(
    `SELECT id::text, task_identifier AS task FROM graphile_worker.jobs
     WHERE attempts >= max_attempts AND locked_at IS NULL AND task_identifier = ANY ($1) LIMIT 100`,
    [Object.keys(tasks)],
  );
  for (const { id, task } of rows) await giveUp(client, id, tasks[task]!);
}

/** Taken out in the transaction that waits for the telling: whoever dies in between leaves it in. */
async function giveUp(client: pg.ClientBase, id: string, task: Tasks[string]) {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<{ payload: unknown }>(
      "SELECT payload FROM graphile_worker.complete_jobs(ARRAY[$1::bigint])",
      [id],
    );
    if (rows[0]) await task.giveUp(rows[0].payload);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}
