import type { Tx } from "@/lib/db/transaction";

/** After so many runs that failed, about a minute and a half apart in all, a job is given up. */
export const maxAttempts = 5;

/** Puts a job into the queue with the transaction that wants it: there when it commits, never otherwise. `key` replaces a waiting job of the same key. */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: object,
  { key }: { key: string },
): Promise<void> {
  // The queue's own function; its tables are not Prisma's.
  await tx.$executeRaw`SELECT FROM graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, max_attempts => ${maxAttempts}::int, job_key => ${key})`;
}
