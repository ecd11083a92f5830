import { asSystem } from "./acting";
import { ask } from "./client";

type Table =
  | "achievements"
  | "awards"
  | "certificates"
  | "documents"
  | "employees"
  | "organizations"
  | "studios"
  | "teams";

/** Of some rows, found whoever asks, those that the acting person sees behind the wall of rows; in the same order. */
export async function behindWall<Row extends { id: number }>(
  table: Table,
  some: readonly Row[],
): Promise<Row[]> {
  if (some.length === 0) return [];
  const rows = await ask<{ id: number }>({
    text: `SELECT id FROM ${table} WHERE id = ANY ($1::int[])`,
    values: [some.map(({ id }) => id)],
  });
  const seen = new Set(rows.map(({ id }) => id));
  return some.filter(({ id }) => seen.has(id));
}

/** What a statement tells of some rows, whose ids it is given and whose order it keeps; they have passed the wall. */
export async function readFound<Row extends object>(
  text: string,
  some: readonly { id: number }[],
  values: readonly unknown[] = [],
): Promise<Row[]> {
  if (some.length === 0) return [];
  return asSystem(() => ask<Row>({ text, values: [some.map(({ id }) => id), ...values] }, true));
}
