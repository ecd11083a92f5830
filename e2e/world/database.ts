import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { browserSettings } from "../../lib/env/early.mjs";

/** Plain SQL on the database that the server under test works on, as the owner of its tables. */
export async function query<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  const { ownerUrl } = JSON.parse(
    readFileSync(join(browserSettings().dataDir!, "postgres", "connection.json"), "utf8"),
  ) as { ownerUrl: string };
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The number that a query gives as `n`. */
export async function number(text: string, values: unknown[] = []): Promise<number> {
  const [row] = await query<{ n: number | string }>(text, values);
  return Number(row?.n);
}
