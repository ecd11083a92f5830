import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openSessions, wordsIn } from "@/e2e/world/exports";
import { actors, draft, plantLedger, title } from "@/e2e/world/ledger";
import { rememberWrites } from "@/lib/auth/written";
import { saveAward } from "@/lib/awards/commands";
import { closeDatabase, db } from "@/lib/db/client";
import { type Embedded, startEmbedded } from "@/lib/db/embedded";
import { migrateDatabase } from "@/lib/db/migrate";
import { closePool } from "@/lib/db/pool";
import { startReplica, type Replica } from "@/lib/db/testing-replica";
import { setEnvironment } from "@/lib/env/early.mjs";
import { exportAwards } from "./commands";

let folder: string;
let primary: Embedded;
let replica: Replica;
const words = await wordsIn("en");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "honors-primary-"));
  chmodSync(folder, 0o755);
  const directory = join(folder, "postgres");
  primary = await startEmbedded({ directory, fsync: false });
  await migrateDatabase(primary);
  await plantLedger({ ownerSql });
  await openSessions({ ownerSql }, new Date());
  setEnvironment({ DATABASE_URL: primary.appUrl, DATABASE_OWNER_URL: primary.ownerUrl });
  await record("2020");
  replica = await startReplica(directory, primary.ownerUrl);
  setEnvironment({ DATABASE_REPLICA_URL: replica.like(primary.appUrl) });
}, 120_000);

afterAll(async () => {
  setEnvironment({ DATABASE_REPLICA_URL: "" });
  await Promise.all([closeDatabase(), closePool()]);
  await replica.remove();
  await primary.stop();
  rmSync(folder, { recursive: true, force: true });
});

it("is read from the replica, and from the primary by whoever has just written", async () => {
  const [row] = await ownerSql<{ place: string }>("SELECT pg_current_wal_insert_lsn()::text AS place");
  const reached = `SELECT pg_last_wal_replay_lsn() >= '${row!.place}' AS reached`;
  await vi.waitUntil(async () => (await replica.tell(reached))[0]!.reached, { timeout: 30_000 });
  await replica.tell("SELECT pg_wal_replay_pause()");
  await record("2021");
  const writer = { ...actors.admin, writtenUpTo: null as bigint | null };
  await rememberWrites(writer);
  expect(await datesSeenBy(actors.admin)).toEqual(["2020"]);
  expect(await datesSeenBy(writer)).toEqual(["2020", "2021"]);
  // What was put down about either stands on the primary.
  expect(await db.auditEvent.count({ where: { event: "awards.exported" } })).toBe(2);
});

async function record(awardDate: string) {
  const more = { titleId: title.craftsman, prizeLevelCode: "", bonus: "", recipients: [{ employeeId: 1 }] };
  const saved = await saveAward(actors.recorder, draft({ ...more, awardDate, documents: [] }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
}

async function datesSeenBy(actor: typeof actors.admin): Promise<string[]> {
  const input = {
    year: "all",
    rowPer: "award",
    format: "csv",
    columns: ["awardDate"],
    sort: "date",
    reason: "x",
  };
  const signal = new AbortController().signal;
  const result = await exportAwards(actor, input, { words, english: true, now: new Date(), signal });
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  const rows: string[][] = parse(await new Response(result.value.body).text(), { bom: true });
  return rows
    .slice(1)
    .map(([date]) => date!)
    .sort();
}

async function ownerSql<T>(text: string, values?: unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: primary.ownerUrl });
  await client.connect();
  const { rows } = await client.query(text, values).finally(() => client.end());
  return rows as T[];
}
