import { rmSync } from "node:fs";
import type pg from "pg";
import type { Rows } from "./rows";

type Index = { table: string; sql: string };

const memory = "SET maintenance_work_mem = '512MB'";

/**
 * Fills empty tables as fast as PostgreSQL can: everything in one transaction that truncated them first, so that rows are frozen from
 * the start and (with wal_level = minimal) nothing goes through the log; without triggers, and with indexes built at the end.
 */
export class Bulk {
  readonly #indexes: Index[] = [];
  /** Tables with an exclusion. */
  readonly #exclusive = new Set<string>();
  #frozen = new Set<string>();

  private constructor(readonly client: pg.Client) {}

  static async begin(client: pg.Client, tables: readonly string[]): Promise<Bulk> {
    const bulk = new Bulk(client);
    await client.query(`SET session_replication_role = replica; SET TimeZone = 'UTC'; ${memory}`);
    await client.query("BEGIN");
    await bulk.#truncate();
    for (const table of tables) await bulk.#setIndexesAside(table);
    return bulk;
  }

  async copy(rows: Rows): Promise<void> {
    const freeze = this.#frozen.has(rows.table) ? " WITH (FREEZE)" : "";
    await this.client.query(
      `COPY ${rows.table} (${rows.columns.join()}) FROM '${rows.path.replaceAll("'", "''")}'${freeze}`,
    );
    rmSync(rows.path);
  }

  /**
   * Indexes, and what triggers would have kept beside the rows: each migration with such a table has its `rebuild_…` procedure. Where the
   * server keeps no log an index costs none either, though its table's rows are of another transaction.
   */
  async complete(helper: pg.Client): Promise<string> {
    await this.client.query("COMMIT");
    for (const client of [this.client, helper])
      await client.query(`${memory}; SET max_parallel_maintenance_workers = 0`);
    const quick = this.#indexes.filter(({ table }) => !this.#exclusive.has(table));
    const slow = this.#indexes.filter(({ table }) => this.#exclusive.has(table));
    const build = async (client: pg.Client, left: Index[]) => {
      for (let one = left.shift(); one; one = left.shift()) await client.query(one.sql);
    };
    await Promise.all([build(this.client, quick), build(helper, quick)]);
    await this.client.query("ANALYZE");
    // An exclusion lets nobody near its table, and checks one row after the other; meanwhile the other connection does what it can.
    const [rebuilt] = await Promise.all([rebuild(helper), build(this.client, slow)]);
    return `${this.#indexes.length} indexes, ${rebuilt.join(", ")}`;
  }

  async finish(): Promise<void> {
    await this.client.query(`
      DO $$
      DECLARE s record;
      BEGIN
        FOR s IN SELECT c.relname AS tab, a.attname AS col, pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS seq
          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL
        LOOP
          EXECUTE format('SELECT setval(%L, greatest((SELECT max(%I) FROM %I), 1), EXISTS (SELECT FROM %I))', s.seq, s.col, s.tab, s.tab);
        END LOOP;
      END $$;
      RESET session_replication_role`);
    await this.client.query("ANALYZE");
  }

  /** Empty tables that no filled one refers to: a table can be truncated only with all that refer to it. */
  async #truncate(): Promise<void> {
    const { rows } = await this.client.query<{ name: string; filled: boolean; referrers: string[] }>(`
      SELECT c.relname AS name, (xpath('/row/x/text()', query_to_xml(format('SELECT EXISTS (SELECT FROM public.%I) AS x', c.relname), false, true, '')))[1]::text = 'true' AS filled,
        ARRAY(SELECT DISTINCT f.conrelid::regclass::text FROM pg_constraint f WHERE f.confrelid = c.oid AND f.contype = 'f' AND f.conrelid <> c.oid) AS referrers
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`);
    this.#frozen = new Set(rows.filter(({ filled }) => !filled).map(({ name }) => name));
    for (let before = -1; before !== this.#frozen.size;) {
      before = this.#frozen.size;
      for (const { name, referrers } of rows)
        if (referrers.some((one) => !this.#frozen.has(one))) this.#frozen.delete(name);
    }
    await this.client.query(`TRUNCATE ${[...this.#frozen].join()}`);
  }

  // Primary keys stay: foreign keys rest on them, and their rows come in order.
  async #setIndexesAside(table: string): Promise<void> {
    const { rows } = await this.client.query<{ away: string; back: string }>(
      `SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS away, pg_get_indexdef(i.indexrelid) AS back
         FROM pg_index i WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
       UNION ALL
       SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
         format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
         FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'x'`,
      [table],
    );
    for (const { away } of rows) await this.client.query(away);
    if (rows.some(({ back }) => back.startsWith("ALTER"))) this.#exclusive.add(table);
    this.#indexes.push(...rows.map(({ back }) => ({ table, sql: back })));
  }
}

/** One after the other: they take indexes away, which others may be reading in the catalog. */
async function rebuild(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT proname AS name FROM pg_proc WHERE prokind = 'p' AND pronargs = 0 AND proname LIKE 'rebuild\\_%' AND pronamespace = 'public'::regnamespace ORDER BY 1`,
  );
  for (const { name } of rows) await client.query(`CALL ${name}()`);
  return rows.map(({ name }) => name);
}
