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
export function transaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  return repeated(() => db.$transaction(work, options));
}

/** The same for work that writes by a single statement, which is a transaction by itself: what it reads before is read outside. */
export async function repeated<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isWriteConflict(error)) throw translateFault(error);
      // Apart by chance, or the same two meet again.
      await sleep(Math.random() * 40 * attempt);
    }
  }
}
