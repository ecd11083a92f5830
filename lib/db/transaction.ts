import { setTimeout as sleep } from "node:timers/promises";
import { db } from "./client";
import type { Prisma } from "./generated/client";
import { isWriteConflict, translateFault } from "./translate";

/** The database within a transaction: inside one, nothing else is asked. */
export type Tx = Prisma.TransactionClient;

export type TransactionOptions = {
  isolationLevel?: Prisma.TransactionIsolationLevel;
  /** Milliseconds the whole may take. */
  timeout?: number;
};

const ATTEMPTS = 3;

/**
 * Runs `work` in one transaction. It runs again, from the start, when PostgreSQL undid it for
 * the sake of another's, so it does nothing that can't be undone.
 * @throws DatabaseRefusal when a rule of the database refused, DatabaseUnavailable when none answers.
 */
export async function transaction<T>(
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, options);
    } catch (error) {
      if (attempt === ATTEMPTS || !isWriteConflict(error)) throw translateFault(error);
      // Apart by chance, or the same two meet again.
      await sleep(Math.random() * 40 * attempt);
    }
  }
}
