import { beforeAll, beforeEach, expect, test } from "vitest";
import { ask, askIn, db } from "./client";
import { Prisma } from "./generated/client";
import { DatabaseRefusal, DatabaseUnavailable } from "./faults";
import { testDatabase } from "./testing";
import { repeated, transaction, type Tx } from "./transaction";
import { translateFault } from "./translate";

const { ownerSql, appSql } = await testDatabase();

// A table of our own with one rule of each kind.
beforeAll(async () => {
  await ownerSql(`
    DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = ''Asia/Shanghai''', current_database()); END $$;
    CREATE TABLE parents (id int PRIMARY KEY, seen timestamptz);
    CREATE TABLE things (
      id int PRIMARY KEY, name varchar(20) NOT NULL, size int NOT NULL DEFAULT 1, parent int,
      CONSTRAINT things_name_once UNIQUE (name),
      CONSTRAINT things_size CHECK (size > 0),
      CONSTRAINT things_parent FOREIGN KEY (parent) REFERENCES parents ON DELETE RESTRICT,
      CONSTRAINT things_apart EXCLUDE USING gist (int4range(size, size + 10) WITH &&) WHERE (size > 100)
    );
    CREATE FUNCTION things_say_no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.name = TG_ARGV[0] THEN RAISE EXCEPTION 'no' USING CONSTRAINT = 'rule_' || NEW.name, ERRCODE = TG_ARGV[1]; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER a BEFORE INSERT ON things FOR EACH ROW EXECUTE FUNCTION things_say_no('raised', 'P0001');
    CREATE TRIGGER b BEFORE INSERT ON things FOR EACH ROW EXECUTE FUNCTION things_say_no('worded', '23514');
    CREATE CONSTRAINT TRIGGER c AFTER INSERT ON things DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION things_say_no('late', '23514');`);
});
beforeEach(async () => {
  await ownerSql("TRUNCATE things, parents");
  await ownerSql("INSERT INTO parents VALUES (1)");
  await ownerSql("INSERT INTO things VALUES (1, 'first', 200, 1)");
});

type Thing = { id: number; name: string | null; size?: number; parent?: number };
const insert = (tx: Tx, { id, name, size = 1, parent }: Thing) =>
  tx.$executeRaw`INSERT INTO things VALUES (${id}, ${name}, ${size}, ${parent ?? null})`;
const fault = (work: (tx: Tx) => Promise<unknown>, options = {}) =>
  transaction(work, options).catch((error: unknown) => error);
const names = async () =>
  (await ownerSql<{ name: string }>("SELECT name FROM things ORDER BY id")).map(({ name }) => name);

test.each<[string, Thing, string, string | null]>([
  ["a second of the same", { id: 2, name: "first" }, "unique", "things_name_once"],
  ["a failed check", { id: 2, name: "x", size: 0 }, "check", "things_size"],
  ["an overlap", { id: 2, name: "x", size: 205 }, "exclusion", "things_apart"],
  ["a missing parent", { id: 2, name: "x", parent: 9 }, "foreign_key", "things_parent"],
  ["a missing value", { id: 2, name: null }, "not_null", "name"],
  ["a value too long", { id: 2, name: "x".repeat(21) }, "value", null],
  ["a trigger", { id: 2, name: "raised" }, "raised", "rule_raised"],
  ["a trigger that speaks as a check", { id: 2, name: "worded" }, "check", "rule_worded"],
  ["a deferred trigger, at commit", { id: 2, name: "late" }, "check", "rule_late"],
])("%s is refused by the rule's name, and nothing is kept", async (_what, thing, kind, constraint) => {
  const refusal = await fault(async (tx) => {
    await insert(tx, { id: 8, name: "before" });
    await insert(tx, thing);
  });
  expect(refusal).toBeInstanceOf(DatabaseRefusal);
  expect(refusal).toMatchObject({ kind, constraint });
  expect(await names()).toEqual(["first"]);
});

test("a row that others point to is not removed", async () => {
  expect(await fault((tx) => tx.$executeRaw`DELETE FROM parents`)).toMatchObject({
    kind: "foreign_key",
    constraint: "things_parent",
  });
});

test("a refusal through a model names the rule as well", async () => {
  await ownerSql("ALTER TABLE audit_events ADD CONSTRAINT no_such_event CHECK (event <> 'none.such')");
  const data = { event: "none.such", noun: "things", actorName: "x", actorRoles: [], address: "" };
  expect(await fault((tx) => tx.auditEvent.create({ data }))).toMatchObject({
    kind: "check",
    constraint: "no_such_event",
  });
});

test("an error of one's own passes through unchanged and undoes the work", async () => {
  const own = new Error("mine");
  const work = async (tx: Tx) => {
    await insert(tx, { id: 2, name: "x" });
    throw own;
  };
  expect(await fault(work)).toBe(own);
  expect(await names()).toEqual(["first"]);
});

test("two that can't be in order are both done, one of them again", async () => {
  let runs = 0;
  let meet = () => {};
  const bothHaveRead = new Promise<void>((resolve) => (meet = resolve));
  const work = (id: number) => async (tx: Tx) => {
    const [{ total }] = await tx.$queryRaw<[{ total: number }]>`SELECT count(*)::int AS total FROM things`;
    if (++runs === 2) meet();
    await bothHaveRead;
    await insert(tx, { id, name: `${id} after ${total}` });
  };
  await Promise.all([2, 3].map((id) => transaction(work(id), { isolationLevel: "Serializable" })));
  expect(runs).toBeGreaterThan(2);
  expect(
    (await names())
      .slice(1)
      .map((name) => name.slice(2))
      .sort(),
  ).toEqual(["after 1", "after 2"]);
});

test("a deadlock is undone and done again", async () => {
  await ownerSql("INSERT INTO parents VALUES (2)");
  const both = [1, 2].map((first) =>
    transaction(async (tx) => {
      await tx.$executeRaw`UPDATE parents SET seen = now() WHERE id = ${first}`;
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.$executeRaw`UPDATE parents SET seen = now() WHERE id = ${3 - first}`;
    }),
  );
  await expect(Promise.all(both)).resolves.toHaveLength(2);
});

test("a connection cut in the middle is 'unavailable', and the next transaction works", async () => {
  const cut = await fault(async (tx) => {
    const [{ pid }] = await tx.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`;
    await appSql("SELECT pg_terminate_backend($1, 1000)", [pid]);
    await insert(tx, { id: 2, name: "x" });
  });
  expect(cut).toBeInstanceOf(DatabaseUnavailable);
  expect(await transaction((tx) => insert(tx, { id: 3, name: "y" }))).toBe(1);
});

test("a statement that takes too long is 'unavailable'", async () => {
  const slow = await fault(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = 50`;
    await tx.$queryRaw`SELECT pg_sleep(2)::text`;
  });
  expect(slow).toBeInstanceOf(DatabaseUnavailable);
  expect(
    await fault(() => new Promise((resolve) => setTimeout(resolve, 300)), { timeout: 100 }),
  ).toBeInstanceOf(DatabaseUnavailable);
});

test("the app's connections give statements up and speak UTC, whatever the server is set to", async () => {
  const [settings] = await db.$queryRaw<[Record<string, string>]>`
    SELECT current_setting('statement_timeout') AS statement, current_setting('TimeZone') AS zone,
      current_setting('idle_in_transaction_session_timeout') AS idle`;
  expect(settings).toEqual({ statement: "15s", zone: "UTC", idle: "30s" });
});

test("a read outside a transaction is translated by hand", async () => {
  const error = await db.$queryRaw`SELECT 1 / 0`.catch((thrown: unknown) => thrown);
  expect(translateFault(error)).toBe(error);
  const refused = await db.$executeRaw`INSERT INTO things VALUES (5, 'first')`.catch(
    (thrown: unknown) => thrown,
  );
  expect(translateFault(refused)).toMatchObject({ kind: "unique", constraint: "things_name_once" });
});

test("a statement by itself keeps one plan for all its values where that is asked for, and the next one does not", async () => {
  const text = "SELECT current_setting('plan_cache_mode') AS mode";
  const mode = async (keepsPlan: boolean) =>
    (await ask<{ mode: string }>({ text, values: [] }, keepsPlan))[0];
  for (const keepsPlan of [true, false, true])
    expect(await mode(keepsPlan)).toEqual({ mode: keepsPlan ? "force_generic_plan" : "auto" });
});

test("a read comes out the same in a transaction and by itself", async () => {
  const read = Prisma.sql`SELECT id, name, size, json_build_object('id', id, 'none', NULL, 'list', ARRAY[1, 2]) AS facts FROM things WHERE id = ${1}`;
  const facts = { id: 1, none: null, list: [1, 2] };
  const expected = [{ id: 1, name: "first", size: 200, facts }];
  expect(await askIn(db, read)).toEqual(expected);
  expect(await transaction((tx) => askIn(tx, read))).toEqual(expected);
});

test("a rule that speaks when a statement by itself is over refuses it, too", async () => {
  const late = repeated(() => ask({ text: "INSERT INTO things VALUES ($1, 'late')", values: [7] }));
  await expect(late).rejects.toMatchObject({ kind: "check", constraint: "rule_late" });
  expect(await db.$queryRaw`SELECT FROM things WHERE id = 7`).toEqual([]);
});
