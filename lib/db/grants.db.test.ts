import { expect, test } from "vitest";
import { migrateDatabase, runPrisma } from "./migrate";
import { testDatabase } from "./testing";

const { appSql, ownerSql, urls } = await testDatabase();

test.each([
  "UPDATE audit_events SET actor_name = 'x'",
  "DELETE FROM audit_events",
  "TRUNCATE audit_events",
  "ALTER TABLE audit_events DISABLE TRIGGER ALL",
  "SET session_replication_role = replica",
  "DROP TABLE audit_events CASCADE",
  "UPDATE award_state_changes SET id = id",
  "DELETE FROM award_state_changes",
  "TRUNCATE award_state_changes",
  "TRUNCATE awards CASCADE",
  "SELECT FROM _prisma_migrations",
  "CREATE TABLE mine (id int)",
  "ALTER TABLE awards ADD COLUMN mine int",
  "CREATE OR REPLACE FUNCTION is_partial_date(value text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
  "SET ROLE registry_owner",
])("the app's role may not: %s", async (sql) => {
  await expect(appSql(sql)).rejects.toThrow(/permission denied|must be owner/);
});

test("the app's role owns nothing, and works on every table", async () => {
  const [owned] = await ownerSql(
    "SELECT count(*)::int AS n FROM pg_class WHERE relowner = 'registry_app'::regrole",
  );
  expect(owned).toEqual({ n: 0 });
  const rights = await ownerSql(`
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'
      AND NOT has_table_privilege('registry_app', oid, 'SELECT') OR relkind = 'S' AND relnamespace = 'public'::regnamespace
      AND NOT has_sequence_privilege('registry_app', oid, 'USAGE')`);
  expect(rights).toEqual([]);
});

test("a table made later is the app's to use; saying the grants again changes nothing", async () => {
  await ownerSql("CREATE TABLE later (id serial PRIMARY KEY)");
  await appSql("INSERT INTO later DEFAULT VALUES");
  await Promise.all([migrateDatabase(urls), migrateDatabase(urls)]);
  await appSql("INSERT INTO later DEFAULT VALUES");
  await expect(appSql("DELETE FROM audit_events")).rejects.toThrow(/permission denied/);
});

test("two instances that start together on an empty database migrate it once", async () => {
  await ownerSql("CREATE DATABASE empty_one");
  const empty = (url: string) => Object.assign(new URL(url), { pathname: "/empty_one" }).href;
  const both = { ownerUrl: empty(urls.ownerUrl), appUrl: empty(urls.appUrl) };
  try {
    await Promise.all([migrateDatabase(both), migrateDatabase(both)]);
    const { code } = await runPrisma(["migrate", "status"], both.ownerUrl);
    expect(code).toBe(0);
  } finally {
    await ownerSql("DROP DATABASE empty_one WITH (FORCE)");
  }
});

test("with one role for everything there is nobody to grant to", async () => {
  await expect(migrateDatabase({ ownerUrl: urls.ownerUrl, appUrl: urls.ownerUrl })).resolves.toBeUndefined();
});
