import type pg from "pg";

// Any number, the same for all processes; the second half of the lock is the worker's name.
export const presenceLock = 7_226_042;

/**
 * A worker that lives holds a lock under its name for as long as its connection stands: killed, it loses the lock at once,
 * where the queue alone would wait for four hours.
 */
export async function announcePresence(client: pg.ClientBase, name: string): Promise<void> {
  await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [presenceLock, name]);
}

/** Frees what dead workers have left locked; resolves to their names. */
export async function freeJobsOfTheDead(client: pg.ClientBase): Promise<string[]> {
  await client.query("BEGIN");
  try {
    // A worker announces itself a moment before it takes its first job; two seconds are many such moments.
    const { rows } = await client.query<{ name: string }>(
      `WITH holders AS MATERIALIZED (
         SELECT locked_by AS name FROM graphile_worker.jobs WHERE locked_at IS NOT NULL
         GROUP BY locked_by HAVING min(locked_at) < now() - interval '2 seconds')
       SELECT name FROM holders WHERE pg_try_advisory_xact_lock($1, hashtext(name))`,
      [presenceLock],
    );
    const names = rows.map(({ name }) => name);
    if (names.length > 0) await client.query("SELECT graphile_worker.force_unlock_workers($1)", [names]);
    await client.query("COMMIT");
    return names;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}
