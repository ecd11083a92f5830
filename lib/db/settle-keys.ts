import { db } from "./client";

/**
 * Puts away what an import's many rows left waiting beside the index of search, which every search would read through until somebody's
 * next small change put it away for all of them. Raw: a function of the database.
 */
export async function settleSearchKeys(): Promise<void> {
  await db.$executeRaw`SELECT settle_search_keys()`;
}
