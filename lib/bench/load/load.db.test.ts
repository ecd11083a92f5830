import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedded } from "@/lib/db/embedded";
import { migrateDatabase } from "@/lib/db/migrate";
import { testDatabase } from "@/lib/db/testing";
import { load } from "./load";
import { openAsSuperuser, startForLoading } from "./server";
import { sizesFor } from "./sizes";

/*
 * The loader writes past every trigger and rule, so what it wrote is asked of them afterwards: derived values and tables are what the
 * database would have kept itself, and each rule would have let the rows in.
 */
const sizes = sizesFor(1_500);
const folder = mkdtempSync(join(tmpdir(), "honors-load-"));
const directory = join(folder, "postgres");
let server: Embedded;
let client: pg.Client;
let helper: pg.Client;
let counts: Record<string, number>;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  server = await startForLoading(directory);
  await migrateDatabase(server);
  client = await openAsSuperuser(directory, server);
  helper = await openAsSuperuser(directory, server);
  counts = await load([client, helper], sizes, join(folder, "rows"), () => {});
});
afterAll(async () => {
  await client?.end();
  await helper?.end();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function count(sql: string): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM (${sql}) AS x`);
  return Number(rows[0]!.n);
}

describe("the loaded database", () => {
  it("has the sizes that were asked for", async () => {
    expect(counts.awards).toBe(sizes.awards);
    expect(counts.employees).toBe(sizes.people);
    expect(counts.organizations).toBeGreaterThan(sizes.units * 0.9);
    expect(counts.award_recipients).toBeGreaterThan(sizes.awards * 1.4);
    expect(await count("SELECT DISTINCT subject_kind FROM award_recipients")).toBe(5);
    for (const [table, rows] of Object.entries(counts))
      expect([table, await count(`SELECT FROM ${table}`)]).toEqual([table, rows]);
  });

  it.each([
    ["names of people", "SELECT FROM employees WHERE name_key <> name_key(name)"],
    ["names of teams", "SELECT FROM teams WHERE name_key <> name_key(name)"],
    ["names of studios", "SELECT FROM studios WHERE name_key <> name_key(name)"],
    ["names of achievements", "SELECT FROM achievements WHERE name_key <> name_key(name)"],
    [
      "numbers of documents",
      "SELECT FROM documents WHERE number_key IS DISTINCT FROM document_number_key(number)",
    ],
    [
      "days of awards",
      "SELECT FROM awards WHERE (first_day, last_day) IS DISTINCT FROM (partial_date_first(award_date), partial_date_last(award_date))",
    ],
    [
      "places in the trees",
      "SELECT FROM organizations o LEFT JOIN organizations p ON p.id = o.parent_id WHERE o.path <> coalesce(p.path, '/') || o.id || '/' OR p.tree <> o.tree",
    ],
    [
      "families of titles",
      "SELECT FROM honor_titles t LEFT JOIN honor_titles p ON p.id = t.predecessor_id WHERE t.family_id IS DISTINCT FROM coalesce(p.family_id, t.id)",
    ],
    [
      "kinds of recipients",
      `SELECT FROM award_recipients WHERE subject_kind <> CASE WHEN employee_id IS NOT NULL THEN 'employee' WHEN team_id IS NOT NULL THEN 'team'
       WHEN studio_id IS NOT NULL THEN 'studio' WHEN organization_id IS NOT NULL THEN 'organization' ELSE 'achievement' END::subject_kind`,
    ],
    ["who entered an award", "SELECT FROM awards WHERE entered_by_ids <> ARRAY[created_by_id]"],
    [
      "open periods of units",
      `SELECT FROM organizations o LEFT JOIN organization_periods p ON p.organization_id = o.id AND p.valid_to IS NULL
       WHERE (p.name, p.short_name, p.parent_id) IS DISTINCT FROM (o.name, o.short_name, o.parent_id)`,
    ],
    [
      "open assignments of people",
      `SELECT FROM employees e FULL JOIN (SELECT * FROM employee_assignments WHERE valid_to IS NULL) AS a ON a.employee_id = e.id
       WHERE (a.unit_id, a.union_unit_id) IS DISTINCT FROM (e.unit_id, e.union_unit_id)
         OR a.id IS NOT NULL AND (a.post, a.valid_from) IS DISTINCT FROM (e.post, coalesce(e.assigned_from, e.hired_on))`,
    ],
    [
      "keys of search",
      `SELECT FROM awards a FULL JOIN award_search_keys k ON k.award_id = a.id WHERE k.award_id IS NULL OR a.id IS NULL
       UNION ALL SELECT FROM employees e FULL JOIN employee_search_keys k ON k.employee_id = e.id WHERE k.employee_id IS NULL OR e.id IS NULL`,
    ],
    [
      "scopes of awards",
      `(SELECT award_id, unit_id, award_year, day FROM award_scopes EXCEPT ALL SELECT DISTINCT u.award_id, x, a.award_year, day_number(a.first_day)
         FROM award_units u JOIN awards a ON a.id = u.award_id JOIN organizations o ON o.id = u.organization_id, unnest(units_of_path(o.path)) AS x)
       UNION ALL (SELECT u.award_id, x, a.award_year, day_number(a.first_day) FROM award_units u JOIN awards a ON a.id = u.award_id
         JOIN organizations o ON o.id = u.organization_id, unnest(units_of_path(o.path)) AS x EXCEPT SELECT award_id, unit_id, award_year, day FROM award_scopes)`,
    ],
    [
      "ledger numbers",
      `SELECT FROM (SELECT award_year, count(*) AS n, max(substr(ledger_number, 6)::int) AS last FROM awards WHERE ledger_number IS NOT NULL GROUP BY 1) AS a
       FULL JOIN ledger_counters c USING (award_year) WHERE a.n IS DISTINCT FROM c.last OR a.last IS DISTINCT FROM c.last`,
    ],
    [
      "states",
      `SELECT FROM awards a WHERE state IS DISTINCT FROM (SELECT to_state FROM award_state_changes WHERE award_id = a.id ORDER BY id DESC LIMIT 1)
       OR (ledger_number IS NOT NULL) <> EXISTS (SELECT FROM award_state_changes WHERE award_id = a.id AND to_state = 'effective')`,
    ],
    [
      "steps between states",
      `SELECT FROM (SELECT from_state, lag(to_state) OVER (PARTITION BY award_id ORDER BY id) AS before FROM award_state_changes) AS x
       WHERE from_state IS DISTINCT FROM before`,
    ],
  ])("keeps %s as the triggers would", async (_, wrong) => {
    expect(await count(wrong)).toBe(0);
  });

  it("finds awards by the units by which the triggers would", async () => {
    await client.query(
      "BEGIN; CREATE TEMP TABLE loaded ON COMMIT DROP AS TABLE award_units; DELETE FROM award_units",
    );
    try {
      await client.query("SELECT refresh_award_units(ARRAY(SELECT id FROM awards))");
      expect(await count("SELECT FROM loaded")).toBeGreaterThan(sizes.awards);
      expect(await count("TABLE loaded EXCEPT TABLE award_units")).toBe(0);
      expect(await count("TABLE award_units EXCEPT TABLE loaded")).toBe(0);
    } finally {
      await client.query("ROLLBACK");
    }
  });

  it("has the keys of awards that the triggers would have, of one without a recipient as well", async () => {
    const keys = `SELECT award_id, place, day, (SELECT array_agg(DISTINCT g ORDER BY g) FROM unnest(grams) AS g) AS grams, (SELECT array_agg(u ORDER BY u) FROM unnest(unit_ids) AS u) AS units
      FROM award_search_keys`;
    try {
      await client.query(
        `BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM award_members WHERE award_id = 7; DELETE FROM award_recipients WHERE award_id = 7; CALL rebuild_award_search_keys();
       CREATE TEMP TABLE loaded ON COMMIT DROP AS ${keys}; DELETE FROM award_search_keys; SELECT refresh_award_keys(ARRAY(SELECT id FROM awards))`,
      );
      expect(await count("SELECT FROM loaded WHERE award_id = 7 AND place = 0")).toBe(1);
      expect(await count("SELECT FROM loaded")).toBeGreaterThan(sizes.awards * 1.4);
      expect(await count(`TABLE loaded EXCEPT (${keys})`)).toBe(0);
      expect(await count(`${keys} EXCEPT TABLE loaded`)).toBe(0);
    } finally {
      await client.query("ROLLBACK");
    }
  });

  it.each([
    [
      "a confirmation by who entered",
      "SELECT FROM award_state_changes c JOIN awards a ON a.id = c.award_id WHERE c.to_state = 'effective' AND c.changed_by_id = ANY (a.entered_by_ids)",
    ],
    [
      "a category that is not the title's",
      "SELECT FROM awards a JOIN honor_titles t ON t.id = a.title_id WHERE t.category_code <> a.category_code",
    ],
    [
      "a missing prize level",
      `SELECT FROM awards a WHERE prize_level_code IS NULL AND EXISTS (SELECT FROM honor_title_prize_levels WHERE title_id = a.title_id)`,
    ],
    [
      "a subject that the title is not given to",
      `SELECT FROM award_recipients r JOIN awards a ON a.id = r.award_id
       WHERE NOT EXISTS (SELECT FROM honor_title_subject_kinds k WHERE k.title_id = a.title_id AND k.subject_kind = r.subject_kind)`,
    ],
    [
      "an award without a recipient",
      "SELECT FROM awards a WHERE NOT EXISTS (SELECT FROM award_recipients WHERE award_id = a.id)",
    ],
    [
      "bonuses above the whole",
      "SELECT FROM awards a WHERE coalesce(bonus, 0) < (SELECT coalesce(sum(bonus), 0) FROM award_recipients WHERE award_id = a.id)",
    ],
    [
      "a change without its event",
      "SELECT FROM awards a WHERE NOT EXISTS (SELECT FROM audit_events WHERE noun = 'awards' AND noun_id = a.id)",
    ],
    [
      "an id above the sequence",
      "SELECT FROM awards, pg_sequences WHERE sequencename = 'awards_id_seq' AND id > last_value",
    ],
  ])("never holds %s", async (_, wrong) => {
    expect(await count(wrong)).toBe(0);
  });

  it("holds every foreign key, which the load did not ask", async () => {
    const { rows } = await client.query<{ sql: string }>(
      `SELECT format('ALTER TABLE %s ADD CONSTRAINT asked_again %s; ALTER TABLE %s DROP CONSTRAINT asked_again', conrelid::regclass, pg_get_constraintdef(oid), conrelid::regclass) AS sql
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const { sql } of rows) await client.query(sql);
  });

  it("has the indexes and exclusions of any other", async () => {
    const indexes = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1";
    const { ownerSql } = await testDatabase();
    expect((await client.query(indexes)).rows).toEqual(await ownerSql(indexes));
  });

  it("comes out the same again", async () => {
    const tables = Object.keys(counts).filter((table) => table !== "users");
    const sums = async () => {
      const parts = tables.map(
        (table) =>
          `SELECT '${table}' AS tab, md5(string_agg(t::text, '' ORDER BY t::text)) AS sum FROM ${table} t`,
      );
      return (await client.query(`${parts.join(" UNION ALL ")} ORDER BY 1`)).rows;
    };
    // Instants at which a row was made are the clock's where the load does not say them.
    const plain = async () => {
      await client.query("SET session_replication_role = replica");
      for (const { tab } of (
        await client.query<{ tab: string }>(
          "SELECT DISTINCT table_name AS tab FROM information_schema.columns WHERE column_name = 'granted_at' OR column_name = 'created_at' AND table_name = ANY ($1)",
          [tables],
        )
      ).rows)
        if (tables.includes(tab))
          await client.query(
            tab === "user_roles"
              ? `UPDATE ${tab} SET granted_at = 'epoch'`
              : `UPDATE ${tab} SET created_at = 'epoch', updated_at = 'epoch'`,
          );
      await client.query("RESET session_replication_role");
    };
    await plain();
    const first = await sums();
    await client.query(
      `SET session_replication_role = replica; TRUNCATE ${Object.keys(counts).join()} CASCADE; RESET session_replication_role`,
    );
    await load([client, helper], sizes, join(folder, "rows"), () => {});
    await plain();
    expect(await sums()).toEqual(first);
  });
});
