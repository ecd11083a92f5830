import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readAwardFilter } from "@/lib/awards/schema";
import { closeDatabase } from "@/lib/db/client";
import { openPool } from "@/lib/db/connection";
import { startEmbedded } from "@/lib/db/embedded";
import { migrateDatabase } from "@/lib/db/migrate";
import { closePool } from "@/lib/db/pool";
import { setEnvironment } from "@/lib/env/early.mjs";
import { openAsSuperuser, stopServer, superuserUrl } from "./load/server";
import { prepareBare } from "./run/bare";
import { makeCopy } from "./run/copy";
import { measureCreation } from "./run/creation";
import { measureExports } from "./run/exports";
import { listSql, measureLists } from "./run/lists";
import { measurePages } from "./run/pages";
import { measureSearches } from "./run/searches";
import { startServer } from "./run/server";
import { type Line, markdown, ratioOf } from "./run/table";
import { readWorld } from "./run/world";

/*
 * npm run bench [-- --awards 1000000 --seconds 10 --only lists,searches,creation,pages,exports]: the product beside what would do
 * the same without it, in one run, on the database that bench:load made. Writes test-results/bench-<awards>.{json,md}.
 */
const parts = ["lists", "searches", "creation", "pages", "exports"] as const;
const { values } = parseArgs({
  options: {
    awards: { type: "string", default: "1000000" },
    folder: { type: "string" },
    copy: { type: "string", default: join(".data", "bench", "app") },
    "as-built": { type: "boolean", default: false },
    seconds: { type: "string", default: "10" },
    only: { type: "string", default: parts.join() },
  },
});
const folder = resolve(values.folder ?? join(".data", "bench", values.awards));
const seconds = Number(values.seconds);
const only = values.only.split(",");
const say = (text: string) => process.stdout.write(`${text}\n`);
if (!existsSync(join(folder, "loaded.json")))
  throw new Error(`There is no database in ${folder}: npm run bench:load -- --awards ${values.awards}`);

const directory = join(folder, "postgres");
const server = await startEmbedded({ directory });
const superuser = superuserUrl(directory, server);
const pool = openPool(superuser, { max: 10, statement_timeout: 0 });
try {
  const settings = {
    ...{ DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl, DATA_DIR: folder },
    ...{
      NEXTAUTH_SECRET: randomBytes(48).toString("base64"),
      PERSONAL_DATA_KEY: randomBytes(32).toString("base64"),
    },
  };
  setEnvironment(settings);
  await migrateDatabase(server);
  const client = await openAsSuperuser(directory, server);
  if (only.includes("searches") || only.includes("creation")) await prepareBare(client, say);
  const world = await readWorld(client);
  await client.end();

  const lines: Line[] = [];
  const part = async (name: (typeof parts)[number], work: () => Promise<Line[]>) => {
    if (!only.includes(name)) return;
    say(`${name} …`);
    // The others' numbers are not lost over it.
    const made = await work().catch((error: unknown) => {
      process.exitCode = 1;
      say(`  ${name} did not come to an end: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    });
    for (const line of made)
      say(
        `  ${line.what}: ${line.product.median.toFixed(1)} ms against ${line.limit.timing.median.toFixed(1)} ms, ratio ${ratioOf(line).toFixed(2)}`,
      );
    lines.push(...made);
  };
  await part("lists", () => measureLists(pool, world, seconds));
  await part("searches", () => measureSearches(pool, world, seconds));
  await part("creation", () => measureCreation(pool, world, seconds));
  if (only.includes("pages") || only.includes("exports")) {
    const copy = resolve(values.copy);
    // With --as-built the copy of an earlier run serves as it is, whatever has changed here since.
    if (!values["as-built"]) makeCopy(copy);
    say("the production server builds itself in a copy …");
    const listQuery = `year=${world.year}&size=50`;
    const list = listSql(
      world.company,
      readAwardFilter({ year: String(world.year), size: "50" }, world.year),
    );
    const served = await startServer(
      copy,
      {
        ...settings,
        BENCH_DATABASE_URL: superuser,
        BENCH_LIST_SQL: list.text,
        BENCH_LIST_VALUES: JSON.stringify(list.values),
      },
      join(folder, "server.log"),
    );
    try {
      // First, so that the memory they take is not what the pages left.
      await part("exports", () => measureExports(pool, served, world, say));
      await part("pages", () => measurePages(served, listQuery, seconds));
    } finally {
      await served.stop();
    }
  }
  report(lines);
} finally {
  await pool.end();
  await closeDatabase();
  await closePool();
  await stopServer(server);
}

function report(lines: Line[]): void {
  const { counts } = JSON.parse(readFileSync(join(folder, "counts.json"), "utf8")) as {
    counts: Record<string, number>;
  };
  const load = loadavg()[0]!.toFixed(1);
  const head = `${counts.awards} awards with ${counts.award_recipients} recipients, ${counts.employees} people, ${counts.organizations} units, ${counts.audit_events} events; Node ${process.versions.node}, ${cpus().length} cores, load ${load}.`;
  const text = `${head}\n\n${markdown(lines)}\n`;
  say(`\n${text}`);
  mkdirSync("test-results", { recursive: true });
  const name = join("test-results", `bench-${values.awards}`);
  writeFileSync(`${name}.md`, text);
  writeFileSync(
    `${name}.json`,
    `${JSON.stringify({ counts, seconds, load, lines: lines.map((line) => ({ ...line, ratio: ratioOf(line) })) }, null, 2)}\n`,
  );
}
