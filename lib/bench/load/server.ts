import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Embedded, startEmbedded } from "@/lib/db/embedded";

/** The role that no scope and no rule holds back: for the loader, and for SQL beside which the product is measured. */
export function superuserUrl(directory: string, { ownerUrl }: Embedded): string {
  const card = readFileSync(join(directory, "passwords.json"), "utf8");
  const { superuser } = JSON.parse(card) as { superuser: string };
  return Object.assign(new URL(ownerUrl), { username: "postgres", password: superuser }).href;
}

export async function openAsSuperuser(directory: string, server: Embedded): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: superuserUrl(directory, server) });
  // Told by the query that it ends; unheard, it would end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Node does not stay for a server's process that it was told not to wait for, and would end in the middle of stopping it. */
export async function stopServer(server: Embedded): Promise<void> {
  const awake = setInterval(() => {}, 1_000);
  await server.stop().finally(() => clearInterval(awake));
}

/** A server that keeps no log of what is filled in one go, and whose machine may not crash meanwhile. */
export async function startForLoading(directory: string): Promise<Embedded> {
  const first = await startEmbedded({ directory, fsync: false });
  const client = await openAsSuperuser(directory, first);
  for (const setting of [
    ...[
      "wal_level = minimal",
      "max_wal_senders = 0",
      "max_wal_size = '8GB'",
      "checkpoint_timeout = '1h'",
      "autovacuum = off",
    ],
  ])
    await client.query(`ALTER SYSTEM SET ${setting}`);
  await client.end();
  await stopServer(first);
  return startEmbedded({ directory, fsync: false });
}

/** Puts everything back to what the product runs with, and the rows to the disk. */
export async function endLoading(directory: string, server: Embedded): Promise<void> {
  const client = await openAsSuperuser(directory, server);
  await client.query("ALTER SYSTEM RESET ALL");
  await client.query("CHECKPOINT");
  await client.end();
  await stopServer(server);
}
