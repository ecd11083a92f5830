import { maxId } from "@/lib/kernel/ids";
import { mostRanked, type Wanted } from "@/lib/kernel/search-grams";
import { asSystem } from "./acting";
import { behindWall } from "./behind-wall";
import { ask } from "./client";
import { type Sql, sqlOfRead } from "./read-sql";

/** Nouns whose search keys are a table of their own, without the units that find them. */
type Keyed = "team" | "studio" | "achievement" | "document" | "organization";

/** Ids of the rows whose keys hold what is wanted, by a function of the database that keeps to the index. */
export async function idsWith(noun: Keyed, wanted: Wanted): Promise<number[]> {
  const { text, values } = keysSql(noun, wanted);
  return (await ask<{ id: number }>({ text: `SELECT id FROM ${text}`, values })).map(({ id }) => id);
}

/** The same rows themselves, the first `most` of them, whoever asks. */
export async function rowsWith<Row extends object>(
  noun: Keyed,
  wanted: Wanted,
  { columns, order, most }: { columns: string; order: string; most: number },
): Promise<Row[]> {
  const { text, values } = keysSql(noun, wanted);
  return asSystem(() =>
    ask<Row>({
      text: `SELECT ${columns} FROM ${text} JOIN ${noun}s t ON t.id = found.id ORDER BY ${order} LIMIT ${most}`,
      values,
    }),
  );
}

type Ranking<Row> = { columns: string; order: string; rank: (rows: Row[]) => Row[]; limit: number };

/**
 * The best of those rows that the actor sees, by `read`, which selects the ids of all that they see. A few thousand are ranked; all
 * of them only where too few of those are the actor's: somebody in a small unit has theirs found among any number of others.
 */
export async function bestSeen<Row extends { id: number }>(
  noun: Keyed,
  wanted: Wanted,
  { rank, limit, ...ranking }: Ranking<Row>,
  read: Parameters<typeof sqlOfRead>[0],
): Promise<Row[]> {
  const first = await rowsWith<Row>(noun, wanted, { ...ranking, most: mostRanked });
  const best = await firstSeen(`${noun}s`, rank(first), limit, read);
  if (best.length === limit || first.length < mostRanked) return best;
  const all = await rowsWith<Row>(noun, wanted, { ...ranking, most: maxId });
  return firstSeen(`${noun}s`, rank(all), limit, read);
}

function keysSql(noun: Keyed, { any, all }: Wanted): Sql {
  const lists = all.filter((grams) => grams.length > 0).map((grams) => `{${grams.join()}}`);
  return { text: "keys_with($1, $2::int[], $3::text[]) AS found (id)", values: [noun, any, lists] };
}

/**
 * The first of some rows that the actor sees, by `read`, which selects the ids of all that they see. Words were found first and it is
 * asked of a few at a time, each looked up by itself: in one condition with the words, PostgreSQL goes through all people of the
 * scope before it looks at any row. The wall of rows, dearer to ask, is asked of those alone that are left.
 */
export async function firstSeen<Row extends { id: number }>(
  table: `${Keyed | "award"}s`,
  some: readonly Row[],
  limit: number,
  read: Parameters<typeof sqlOfRead>[0],
): Promise<Row[]> {
  const sql = await sqlOfRead(read);
  const found: Row[] = [];
  for (let [at, size] = [0, 50]; at < some.length && found.length < limit; at += size, size *= 4) {
    const few = some.slice(at, at + size);
    found.push(...(await asSystem(() => seenOf(few, sql))));
  }
  return behindWall(table, found.slice(0, limit));
}

async function seenOf<Row extends { id: number }>(
  some: readonly Row[],
  { text, values }: Sql,
): Promise<Row[]> {
  if (some.length === 0) return [];
  const ids = await ask<{ id: number }>({
    text: `SELECT few.id FROM unnest($${values.length + 1}::int[]) AS few (id)
      CROSS JOIN LATERAL (SELECT FROM (${text}) AS seen WHERE seen.id = few.id OFFSET 0) AS one`,
    values: [...values, some.map(({ id }) => id)],
  });
  const seen = new Set(ids.map(({ id }) => id));
  return some.filter(({ id }) => seen.has(id));
}
