import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "@/lib/db/embedded";
import { migrateDatabase } from "@/lib/db/migrate";
import { load } from "./load/load";
import { endLoading, openAsSuperuser, startForLoading, stopServer } from "./load/server";
import { sizesFor } from "./load/sizes";

/*
 * npm run bench:load -- --awards 1000000 [--people 750000] [--audited 1000000] [--folder .data/bench/1000000]: makes the database of a large group in a
 * folder of its own, for `npm run bench`. One that is there already is kept; --fresh makes it anew. --audited N: audit events of the newest N awards alone.
 */
const { values } = parseArgs({
  options: {
    awards: { type: "string", default: "1000000" },
    people: { type: "string" },
    audited: { type: "string" },
    folder: { type: "string" },
    fresh: { type: "boolean", default: false },
  },
});
const given = (text?: string) => (text === undefined ? undefined : Number(text));
const sizes = sizesFor(Number(values.awards), given(values.people), given(values.audited));
const folder = resolve(values.folder ?? join(".data", "bench", values.awards));
const directory = join(folder, "postgres");
const card = join(folder, "loaded.json");
const say = (text: string) => process.stdout.write(`${text}\n`);

if (values.fresh) rmSync(folder, { recursive: true, force: true });
if (existsSync(card)) {
  say(`${folder} holds a loaded database already; --fresh makes it anew.`);
  const server = await startEmbedded({ directory });
  await migrateDatabase(server);
  await stopServer(server);
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const began = performance.now();
  const server = await startForLoading(directory);
  try {
    await migrateDatabase(server);
    const clients = [
      await openAsSuperuser(directory, server),
      await openAsSuperuser(directory, server),
    ] as const;
    const counts = await load(clients, sizes, join(folder, "rows"), say);
    for (const client of clients) await client.end();
    const seconds = Math.round((performance.now() - began) / 1000);
    writeFileSync(join(folder, "counts.json"), `${JSON.stringify({ sizes, seconds, counts }, null, 2)}\n`);
    say(`${Object.values(counts).reduce((sum, count) => sum + count, 0)} rows in ${seconds} s: ${folder}`);
  } finally {
    await endLoading(directory, server);
  }
  writeFileSync(card, `${JSON.stringify({ sizes })}\n`);
}
