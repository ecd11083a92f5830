import { Prisma } from "./generated/client";
import type { Tx } from "./transaction";

/** Tables whose rows are written many at a time: each has id, version and updated_at. */
export type BulkTable = "organizations" | "employees" | "honor_titles" | "achievements";
/** Values by column, as JSON holds them. */
export type ColumnValues = Record<string, unknown>;
export type Inserted = { position: number; id: number; version: number };
export type Updated = Inserted & { before: ColumnValues };

/*
 * Raw, for Prisma inserts and updates many rows only with the same values, or one by one. Names of tables and columns come
 * from the code alone; values are one bound parameter, which PostgreSQL reads by the types of the table itself.
 */

/** Inserts rows in their order. Each names all of the columns; what else the table has keeps its default. */
export function insertRows(
  tx: Tx,
  table: BulkTable,
  columns: readonly string[],
  rows: readonly { position: number; values: ColumnValues }[],
): Promise<Inserted[]> {
  if (rows.length === 0) return Promise.resolve([]);
  const name = Prisma.raw(table);
  return tx.$queryRaw<Inserted[]>`
    WITH input AS MATERIALIZED (
      SELECT x.position, nextval(pg_get_serial_sequence(${table}, 'id'))::int AS id, x.values
      FROM (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(position int, values jsonb) ORDER BY r.position) AS x),
    made AS (
      INSERT INTO ${name} (id, updated_at, ${namesOf(columns)})
      SELECT input.id, now(), ${namesOf(columns, "r.")} FROM input, jsonb_populate_record(NULL::${name}, input.values) AS r ORDER BY input.position
      RETURNING id, version)
    SELECT input.position, made.id, made.version FROM input JOIN made USING (id) ORDER BY input.position`;
}

/**
 * Changes rows that are still at the version that was looked at, each in the columns that it names, and tells what stood
 * there before. A row that was changed meanwhile is left as it is, and out of the answer.
 */
export function updateRows(
  tx: Tx,
  table: BulkTable,
  columns: readonly string[],
  rows: readonly (Inserted & { values: ColumnValues })[],
): Promise<Updated[]> {
  if (rows.length === 0) return Promise.resolve([]);
  const name = Prisma.raw(table);
  return tx.$queryRaw<Updated[]>`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(position int, id int, version int, values jsonb)),
    held AS MATERIALIZED (
      SELECT t.id, to_jsonb(t) AS was FROM ${name} t JOIN input ON input.id = t.id AND input.version = t.version ORDER BY t.id FOR UPDATE OF t),
    written AS (
      UPDATE ${name} t SET (version, updated_at, ${namesOf(columns)}) =
        (SELECT t.version + 1, now(), ${namesOf(columns, "r.")} FROM jsonb_populate_record(t, input.values) AS r)
      FROM input JOIN held USING (id) WHERE t.id = input.id AND t.version = input.version
      RETURNING t.id, t.version)
    SELECT input.position, written.id, written.version,
      (SELECT coalesce(jsonb_object_agg(key, held.was -> key), '{}') FROM jsonb_object_keys(input.values) AS key) AS before
    FROM input JOIN written USING (id) JOIN held USING (id) ORDER BY input.position`;
}

/** Ids of the rows that nobody has changed since, locked so that nobody does. */
export async function lockUnchanged(
  tx: Tx,
  table: BulkTable,
  rows: readonly { id: number; version: number }[],
): Promise<number[]> {
  const found = await tx.$queryRaw<{ id: number }[]>`
    SELECT t.id FROM ${Prisma.raw(table)} t JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, version int)
      ON t.id = r.id AND t.version = r.version ORDER BY t.id FOR UPDATE OF t`;
  return found.map(({ id }) => id);
}

/** Removes rows that are still at their version; the answer names those that were. */
export async function deleteRows(
  tx: Tx,
  table: BulkTable,
  rows: readonly { id: number; version: number }[],
): Promise<Set<number>> {
  if (rows.length === 0) return new Set();
  const gone = await tx.$queryRaw<{ id: number }[]>`
    DELETE FROM ${Prisma.raw(table)} t USING jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, version int)
    WHERE t.id = r.id AND t.version = r.version RETURNING t.id`;
  return new Set(gone.map(({ id }) => id));
}

/**
 * Which of the rows another table refers to, whatever tables there are: read from the catalog of foreign keys, so that a
 * new noun is not forgotten. `own` are the tables whose rows are part of these and go with them; what the database removes
 * along with them (search keys) is no reference.
 */
export async function referredTo(
  tx: Tx,
  table: BulkTable,
  ids: readonly number[],
  own: readonly string[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const keys = await tx.$queryRaw<{ tab: string; col: string }[]>`
    SELECT format('%I', r.relname) AS tab, format('%I', a.attname) AS col
    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confdeltype <> 'c' AND c.confrelid = ${table}::regclass AND r.relname <> ALL (${[...own]}::text[])`;
  const parts = keys.map(
    ({ tab, col }) =>
      Prisma.sql`SELECT ${Prisma.raw(col)} AS id FROM ${Prisma.raw(tab)} WHERE ${Prisma.raw(col)} = ANY (${[...ids]}::int[])`,
  );
  const rows = await tx.$queryRaw<{ id: number }[]>`${Prisma.join(parts, " UNION ")}`;
  return new Set(rows.map(({ id }) => id));
}

function namesOf(columns: readonly string[], prefix = "") {
  return Prisma.raw(columns.map((column) => `${prefix}"${column}"`).join(", "));
}
