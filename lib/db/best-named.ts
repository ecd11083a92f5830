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
    const rows = await inSteps(noun, q, order, limit, seen);
    const best = rank(rows);
    // Three characters and more are there by threes, so that a name may only seem to hold the words.
    if (best.length === rows.length) return behindWall(`${noun}s`, best);
  }
  return bestSeen<Named>(noun, wantedTerm(q), { columns: "t.id, t.name", order, rank, limit }, seen);
}

async function inSteps(noun: Noun, q: string, order: string, limit: number, all: Sql): Promise<Named[]> {
  const key = searchText(q);
  const ranks: Wanted[] = [
    { any: [exactGram(key)], all: [] },
    { any: [], all: [startGrams(key)] },
    wantedTerm(q),
  ];
  const seen = withLists(all);
  const values = [...seen.values];
  const steps: string[] = [];
  for (const wanted of ranks) {
    const found = keysSql(noun, wanted);
    const before = `ARRAY(SELECT 0 WHERE false${steps.map((_, nth) => ` UNION ALL SELECT id FROM step${nth}`).join("")})`;
    steps.push(`step${steps.length} AS MATERIALIZED (SELECT t.id, t.name
      FROM (SELECT t.id, t.name FROM ${noun}s t WHERE t.id = ANY (ARRAY(SELECT ${shifted(found, values.length)}))
        AND t.id <> ALL (${before}) ORDER BY ${order}) AS t
      CROSS JOIN LATERAL (SELECT FROM (${seen.text}) AS seen WHERE seen.id = t.id OFFSET 0) AS one
      LIMIT ${limit} - cardinality(${before}))`);
    values.push(...found.values);
  }
  const inTurn = steps.map((_, nth) => `SELECT * FROM step${nth}`).join(" UNION ALL ");
  return asSystem(() => ask<Named>({ text: `WITH ${steps.join(", ")} ${inTurn}`, values }));
}
