import type pg from "pg";

/**
 * What a good administrator would add for the same work without the product: the grams of people's names under a GIN index, their
 * readings under b-trees, and the tables of an award with their indexes but without any rule. In a schema of its own, made once.
 */
export async function prepareBare(client: pg.Client, say: (text: string) => void): Promise<void> {
  const { rows } = await client.query<{ made: string | null }>(
    "SELECT to_regclass('bench.names')::text AS made",
  );
  if (!rows[0]!.made) {
    say("indexing names for the hand-written search …");
    await client.query(`BEGIN; CREATE SCHEMA IF NOT EXISTS bench;
      CREATE TABLE bench.names AS SELECT e.id AS employee_id, e.name_key, replace(e.pinyin, ' ', '') AS letters, e.initials, c.path AS company_path, u.path AS union_path,
        ARRAY(SELECT substr(e.name_key, i, 1) FROM generate_series(1, length(e.name_key)) AS i UNION SELECT substr(e.name_key, i, 2) FROM generate_series(1, length(e.name_key) - 1) AS i) AS grams
        FROM employees e LEFT JOIN organizations c ON c.id = e.unit_id LEFT JOIN organizations u ON u.id = e.union_unit_id WHERE e.merged_into_id IS NULL;
      CREATE INDEX ON bench.names USING gin (grams);
      CREATE INDEX ON bench.names (letters text_pattern_ops);
      CREATE INDEX ON bench.names (initials text_pattern_ops);
      CREATE INDEX ON bench.names (employee_id);
      COMMIT; ANALYZE bench.names`);
  }
  await client.query(
    tables
      .map(
        (table) =>
          `DROP TABLE IF EXISTS bench.${table}; CREATE TABLE bench.${table} (LIKE ${table} INCLUDING DEFAULTS INCLUDING INDEXES)`,
      )
      .join(";"),
  );
}

const tables = [
  "awards",
  "award_recipients",
  "award_granting_bodies",
  "award_documents",
  "award_state_changes",
  "award_units",
  "audit_events",
];
