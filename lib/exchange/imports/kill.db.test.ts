import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { transaction } from "@/lib/db/transaction";
import { childEnvironment } from "@/lib/env/early.mjs";
import { applyImport, undoImport } from "./commands";
import { type Importer, importerOf, makeBatch, useFolder } from "./testing/commands";
import type { ImportMode } from "./schema";
import { orderCheck } from "./tasks";

const { ownerSql, urls } = await testDatabase();
useFolder();
// A worker takes its time to start, twice in each of these, and 20,000 rows theirs, beside everything else on two cores.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

const rows = 20_000;
const point = 7_001;
const worker = fileURLToPath(new URL("../../launch/worker.mjs", import.meta.url));

let hr: Importer;
let child: ChildProcess | undefined;
let gate: pg.Client;

beforeAll(async () => {
  hr = await importerOf("hr");
  // The row at which everything stands still until the test lets go of the gate.
  await ownerSql(`CREATE FUNCTION stand_still() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_advisory_xact_lock(42); RETURN coalesce(NEW, OLD); END $$`);
});
beforeEach(async () => {
  gate = new pg.Client({ connectionString: urls.ownerUrl });
  await gate.connect();
});
afterEach(async () => {
  await kill();
  await gate.end();
});
afterAll(kill);

const sheet = () =>
  [
    "姓名,工号,单位",
    ...Array.from({ length: rows }, (_, index) => `职工${index},K${runs}-${index},${hr.unit}`),
  ].join("\n");
let runs = 0;

test("killed while it reads, then in the middle of its one transaction: absent, then complete, and its state says which", async () => {
  const id = await begin("all");
  await standStill("BEFORE INSERT", "true");
  await untilItStands();
  expect(await batchOf(id)).toMatchObject({ state: "checking", rowsTotal: null, rowsRead: point - 1 });
  await kill();
  await go();
  await until(id, "checked");
  expect(await batchOf(id)).toMatchObject({
    rowsTotal: rows,
    rowsRead: rows,
    rowsChecked: rows,
    countNew: rows,
  });
  expect(await written()).toEqual({ people: 0, numbers: 0, events: 0 });

  await standStill("BEFORE UPDATE", "NEW.applied_id IS NOT NULL");
  await press(id);
  await untilItStands();
  expect(await batchOf(id)).toMatchObject({ state: "applying", rowsApplied: point - 1 });
  await kill();
  expect(await written()).toEqual({ people: 0, numbers: 0, events: 0 });
  expect((await batchOf(id)).state).toBe("applying");
  await go();
  await until(id, "applied");
  expect(await batchOf(id)).toMatchObject({
    rowsApplied: rows,
    countNew: rows,
    countFaulty: 0,
    notice: null,
  });
  expect(await written()).toEqual({ people: rows, numbers: rows, events: rows });
});

test("killed while it checks, between batches, and as it is undone: never half of a batch, no row twice, all or none undone", async () => {
  const id = await begin("batches");
  await standStill("BEFORE UPDATE", "NEW.outcome IS NOT NULL AND NEW.applied_id IS NULL");
  await untilItStands();
  expect(await batchOf(id)).toMatchObject({ state: "checking", rowsTotal: rows, rowsChecked: point - 1 });
  await kill();
  await go();
  await until(id, "checked");
  expect(await batchOf(id)).toMatchObject({ rowsTotal: rows, rowsChecked: rows, countNew: rows });
  expect(await written()).toEqual({ people: 0, numbers: 0, events: 0 });

  await standStill("BEFORE UPDATE", "NEW.applied_id IS NOT NULL");
  await press(id);
  await untilItStands();
  await kill();
  expect(await batchOf(id)).toMatchObject({ state: "applying", rowsApplied: point - 1 });
  expect(await written()).toEqual({ people: point - 1, numbers: point - 1, events: point - 1 });
  await go();
  await until(id, "applied");
  expect(await batchOf(id)).toMatchObject({ rowsApplied: rows, countNew: rows, notice: null });
  expect(await written()).toEqual({ people: rows, numbers: rows, events: rows });

  await gate.query("SELECT pg_advisory_lock(42)");
  await ownerSql(`CREATE TRIGGER stand_still BEFORE DELETE ON employees FOR EACH ROW
    WHEN (OLD.work_number = 'K${runs}-${point}') EXECUTE FUNCTION stand_still()`);
  const { version } = await batchOf(id);
  expect((await undoImport(hr.actor, { id, version, reason: "发错了文件" })).ok).toBe(true);
  await untilItStands();
  await kill();
  expect(await written()).toMatchObject({ people: rows });
  await go("employees");
  await until(id, "undone");
  expect(await written()).toMatchObject({ people: 0 });
});

/** A batch of people nobody knows, whose check is ordered. */
async function begin(mode: ImportMode): Promise<number> {
  runs += 1;
  const id = await makeBatch(hr, sheet(), { mode });
  await transaction((tx) => orderCheck(tx, id, hr.actor));
  return id;
}

async function press(id: number): Promise<void> {
  const { version } = await batchOf(id);
  expect(await applyImport(hr.actor, { id, version })).toEqual({
    ok: true,
    value: { id, version: version + 1 },
  });
}

function start() {
  child = spawn(process.execPath, [worker, "--tethered"], {
    env: childEnvironment(),
    stdio: ["pipe", "inherit", "inherit"],
  });
}

async function kill() {
  const dying = child;
  child = undefined;
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
  const gone = once(dying, "exit");
  dying.kill("SIGKILL");
  await gone;
}

/** Whichever worker comes to this row stands still in the middle of its thousand. */
async function standStill(when: string, condition: string) {
  await gate.query("SELECT pg_advisory_lock(42)");
  await ownerSql(`CREATE TRIGGER stand_still ${when} ON import_rows FOR EACH ROW
    WHEN (NEW.position = ${point} AND ${condition}) EXECUTE FUNCTION stand_still()`);
  if (!child) start();
}

async function untilItStands() {
  await vi.waitUntil(
    async () =>
      (await ownerSql("SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 42 AND NOT granted"))
        .length > 0,
    { timeout: 300_000, interval: 20 },
  );
}

/** A new worker comes while the database still has the dead one's transaction on its hands. */
async function go(table = "import_rows") {
  start();
  await gate.query("SELECT pg_advisory_unlock(42)");
  await ownerSql(`DROP TRIGGER stand_still ON ${table}`);
}

async function until(id: number, state: string) {
  await vi.waitUntil(async () => (await batchOf(id)).state === state, { timeout: 300_000, interval: 50 });
}

const batchOf = (id: number) => db.importBatch.findFirstOrThrow({ where: { id } });

/** What of this run's people stands in the registry: records, different numbers, and events of their coming. */
async function written() {
  const [counts] = await ownerSql(
    `SELECT count(e.id)::int AS people, count(DISTINCT e.work_number)::int AS numbers,
       (SELECT count(*)::int FROM audit_events WHERE event = 'employees.imported' AND after->>'workNumber' LIKE $1) AS events
     FROM employees e WHERE e.work_number LIKE $1`,
    [`K${runs}-%`],
  );
  return counts;
}
