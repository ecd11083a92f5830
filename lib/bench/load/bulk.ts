import { rmSync } from "node:fs";
import type pg from "pg";
import type { Rows } from "./rows";

type Index = { table: string; sql: string };

/**
 * Fills empty tables as fast as PostgreSQL can: those of one group in a transaction that truncated them first, so that rows are frozen
 * from the start and (with wal_level = minimal) nothing goes through the log; without triggers, and with indexes built when the rows are in.
 */
export class Bulk {
  readonly #aside: Index[] = [];

  /** For one who writes: nothing that a row sets off, and room to sort in. */
  static async prepare(client: pg.Client): Promise<void> {
    await client.query(
      `SET session_replication_role = replica; SET TimeZone = 'UTC'; SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 0`,
    );
  }

  /** Primary keys stay, for foreign keys rest on them and rows are looked up by them; but not those of `loose` tables. */
  async setIndexesAside(client: pg.Client, tables: readonly string[], loose: readonly string[]) {
    for (const table of tables) {
      const { rows } = await client.query<{ away: string | null; back: string }>(
        `SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS away, pg_get_indexdef(i.indexrelid) AS back
           FROM pg_index i WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
         UNION ALL SELECT NULL, pg_get_indexdef(conindid) FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'p' AND $2
         UNION ALL
         SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
           format('ALTER TABLE %s ADD CONSTRAINT %I ', conrelid::regclass, conname)
             || CASE contype WHEN 'p' THEN format('PRIMARY KEY USING INDEX %I', conname) ELSE pg_get_constraintdef(oid) END
           FROM pg_constraint WHERE conrelid = $1::regclass AND (contype = 'x' OR contype = 'p' AND $2)`,
        [table, loose.includes(table)],
      );
      for (const { away } of rows) if (away) await client.query(away);
      this.#aside.push(...rows.map(({ back }) => ({ table, sql: back })));
    }
  }

  async fill(client: pg.Client, group: readonly Rows[]): Promise<void> {
    const tables = group.map(({ table }) => table).join();
    // With all that refers to them, which is empty too.
    await client.query(`BEGIN; TRUNCATE ${tables} CASCADE`);
    for (const { table, columns, path } of group) {
      await client.query(
        `COPY ${table} (${columns.join()}) FROM '${path.replaceAll("'", "''")}' WITH (FREEZE)`,
      );
      rmSync(path);
    }
    await client.query("COMMIT");
    await client.query(`ANALYZE ${tables}`);
  }

  /** The indexes of some tables; two connections may share the work. */
  async build(client: pg.Client, group: readonly Rows[]): Promise<void> {
    for (let one = this.#next(group, false); one; one = this.#next(group, false)) await client.query(one.sql);
  }

  /** Then their constraints, which let nobody near a table. */
  async constrain(client: pg.Client, group: readonly Rows[]): Promise<void> {
    for (let one = this.#next(group, true); one; one = this.#next(group, true)) await client.query(one.sql);
  }

  #next(group: readonly Rows[], constraint: boolean): Index | undefined {
    const at = this.#aside.findIndex(
      ({ table, sql }) =>
        sql.startsWith("ALTER") === constraint && group.some((rows) => rows.table === table),
    );
    return at < 0 ? undefined : this.#aside.splice(at, 1)[0];
  }

  /** What triggers would have kept beside the rows: each such table has its `rebuild_…` procedure. */
  async rebuild(client: pg.Client, tables: readonly string[]): Promise<void> {
    for (const table of tables) await client.query(`CALL rebuild_${table}(); ANALYZE ${table}`);
  }

  async finish(client: pg.Client): Promise<void> {
    await client.query(`
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
    const { rows } = await client.query<{ unknown: string }>(
      `SELECT string_agg(oid::regclass::text, ',') AS unknown FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples < 0`,
    );
    await client.query(`ANALYZE ${rows[0]!.unknown}`);
  }
}

/** Tables with a `rebuild_…` procedure of their name. */
export async function derivedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_proc p JOIN pg_class c ON p.proname = 'rebuild_' || c.relname AND c.relnamespace = p.pronamespace
     WHERE p.prokind = 'p' AND p.pronargs = 0 AND c.relkind = 'r' AND p.pronamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
