import { maxId } from "@/lib/kernel/ids";
import { mostRanked, type Wanted } from "@/lib/kernel/search-grams";
import { asSystem } from "./acting";
import { behindWall } from "./behind-wall";
import { ask } from "./client";
import { shifted, type Sql, withLists } from "./read-sql";

/** Nouns whose search keys are a table of their own, without the units that find them. */
type Keyed = "team" | "studio" | "achievement" | "document" | "organization";

/** Ids of the rows whose keys hold what is wanted, by a function of the database that keeps to the index. */
export async function idsWith(noun: Keyed, wanted: Wanted): Promise<number[]> {
  const { text, values } = keysSql(noun, wanted);
  return (await ask<{ id: number }>({ text: `SELECT ${text} AS id`, values })).map(({ id }) => id);
}

/** The same rows themselves, the first `most` of them, whoever asks; or of those whose ids a statement gives. */
export async function rowsWith<Row extends object>(
  noun: Keyed,
  wanted: Wanted,
  { columns, order, most, of }: { columns: string; order: string; most: number; of?: Sql },
): Promise<Row[]> {
  const found = keysSql(noun, wanted, of ? maxId : most);
  const within = of ? ` AND t.id IN (${shifted(of, found.values.length)})` : "";
  return asSystem(() =>
    ask<Row>({
      text: `SELECT ${columns} FROM ${noun}s t WHERE t.id = ANY (ARRAY(SELECT ${found.text}))${within} ORDER BY ${order} LIMIT ${most}`,
      values: [...found.values, ...(of?.values ?? [])],
    }),
  );
}

type Ranking<Row> = {
  columns: string;
  order: string;
  rank: (rows: Row[]) => Row[];
  limit: number;
  /** So many, the first in their order, are ranked before all of them. */
  most?: number;
};

/** So many are asked for one by one before all that is seen is gathered. */
const mostAsked = 250;

/**
 * The best of those rows that the actor sees, by a statement that selects the ids of all that they see. Some are ranked; all of them
 * only where too few of those are the actor's: somebody in a small unit has theirs found among any number of others. Where it is dear to
 * ask of many rows, `gathered` selects the same ids at once.
 */
export async function bestSeen<Row extends { id: number }>(
  noun: Keyed,
  wanted: Wanted,
  { rank, limit, most = mostRanked, ...ranking }: Ranking<Row>,
  seen: Sql,
  gathered?: Sql,
): Promise<Row[]> {
  const first = await rowsWith<Row>(noun, wanted, { ...ranking, most });
  const ranked = rank(first);
  const asked = gathered ? ranked.slice(0, mostAsked) : ranked;
  const best = await firstSeen(`${noun}s`, asked, limit, seen);
  if (best.length === limit || (first.length < most && asked.length === ranked.length)) return best;
  if (gathered) {
    const theirs = await rowsWith<Row>(noun, wanted, { ...ranking, most: mostRanked, of: gathered });
    return behindWall(`${noun}s`, rank(theirs).slice(0, limit));
  }
  const all = await rowsWith<Row>(noun, wanted, { ...ranking, most: maxId });
  return firstSeen(`${noun}s`, rank(all), limit, seen);
}

/**
 * Those ids, as an expression; with `most`, of documents and achievements at least so many and the latest, which is their order. Gathered
 * in an array they are looked up by the index of the ids, where a join went through the table.
 */
export function keysSql(noun: Keyed, { any, all }: Wanted, most: number = maxId): Sql {
  const lists = all.filter((grams) => grams.length > 0).map((grams) => `{${grams.join()}}`);
  const isDated = noun === "document" || noun === "achievement";
  if (!isDated || most === maxId)
    return { text: "keys_with($1, $2::int[], $3::text[])", values: [noun, any, lists] };
  return { text: "latest_with($1, $2::int[], $3::text[], $4::int)", values: [noun, any, lists, most] };
}

/**
 * The first of some rows that the actor sees, by a statement that selects the ids of all that they see. Words were found first and it is
 * asked of a few at a time, each looked up by itself: in one condition with the words, PostgreSQL goes through all people of the
 * scope before it looks at any row. The wall of rows, dearer to ask, is asked of those alone that are left.
 */
export async function firstSeen<Row extends { id: number }>(
  table: `${Keyed | "award"}s`,
  some: readonly Row[],
  limit: number,
  all: Sql,
): Promise<Row[]> {
  const sql = withLists(all);
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
