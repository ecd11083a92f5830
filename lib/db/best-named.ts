import { bestMatches } from "@/lib/kernel/lookup";
import {
  exactGram,
  lettersOf,
  searchText,
  startGrams,
  type Wanted,
  wantedTerm,
} from "@/lib/kernel/search-grams";
import { asSystem } from "./acting";
import { behindWall } from "./behind-wall";
import { ask } from "./client";
import { bestSeen, keysSql } from "./first-seen";
import { shifted, type Sql, withLists } from "./read-sql";

type Noun = "team" | "studio" | "achievement";
type Named = { id: number; name: string };

/**
 * The rows whose names hold some words, of those that a statement selects (all that the actor sees): those that bear nothing else,
 * those that begin so, then the rest, each in the noun's own order. Letters may be a reading, and how well one fits is told by the
 * names alone; characters stand in the keys by their place, so that one statement goes from rank to rank until there are enough.
 */
export async function bestNamed(
  noun: Noun,
  q: string,
  { order, limit }: { order: string; limit: number },
  seen: Sql,
): Promise<Named[]> {
  const rank = (rows: Named[]) => bestMatches(rows, q, ({ name }) => [name], rows.length);
  if (lettersOf(q) === null) {
    const rows =
      (await inSteps(noun, q, { order, limit, most: looked }, seen)) ??
      (await inSteps(noun, q, { order, limit }, seen)) ??
      [];
    const best = rank(rows);
    // Three characters and more are there by threes, so that a name may only seem to hold the words.
    if (best.length === rows.length) return behindWall(`${noun}s`, best);
  }
  return bestSeen<Named>(noun, wantedTerm(q), { columns: "t.id, t.name", order, rank, limit }, seen);
}

/** So many of a rank are looked at before all of them, where too few of those are the actor's. */
const looked = 250;

/** Null where only the latest were looked at, and too few of them are seen. */
async function inSteps(
  noun: Noun,
  q: string,
  { order, limit, most }: { order: string; limit: number; most?: number },
  all: Sql,
): Promise<Named[] | null> {
  const key = searchText(q);
  const ranks: Wanted[] = [
    { any: [exactGram(key)], all: [] },
    { any: [], all: [startGrams(key)] },
    wantedTerm(q),
  ];
  const seen = withLists(all);
  const values = [...seen.values];
  const steps = ranks.map((wanted, nth) => {
    const found = keysSql(noun, wanted, most);
    const keys = shifted(found, values.length);
    values.push(...found.values);
    const before = `ARRAY(SELECT 0 WHERE false${ranks
      .slice(0, nth)
      .map((_, at) => ` UNION ALL SELECT id FROM step${at}`)
      .join("")})`;
    return `found${nth} AS MATERIALIZED (SELECT ${keys} AS id), step${nth} AS MATERIALIZED (SELECT t.id, t.name
      FROM (SELECT t.id, t.name FROM ${noun}s t WHERE t.id = ANY (ARRAY(SELECT id FROM found${nth}))
        AND t.id <> ALL (${before}) ORDER BY ${order}) AS t
      CROSS JOIN LATERAL (SELECT FROM (${seen.text}) AS seen WHERE seen.id = t.id OFFSET 0) AS one
      LIMIT ${limit} - cardinality(${before}))`;
  });
  const inTurn = ranks.map((_, nth) => `SELECT * FROM step${nth}`).join(" UNION ALL ");
  const numbers = ranks.map((_, nth) => `(SELECT count(*) FROM found${nth})`).join();
  const text = `WITH ${steps.join(", ")}, best AS MATERIALIZED (${inTurn})
    SELECT ARRAY(SELECT json_build_object('id', id, 'name', name) FROM best) AS best,
      CASE WHEN (SELECT count(*) FROM best) < ${limit} THEN greatest(${numbers})::int ELSE 0 END AS found`;
  const [row] = await asSystem(() => ask<{ best: Named[]; found: number }>({ text, values }, true));
  return most !== undefined && row!.found >= most ? null : row!.best;
}
