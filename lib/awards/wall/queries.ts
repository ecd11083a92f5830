import { ask, db } from "@/lib/db/client";
import { listed } from "@/lib/employees/keys/queries";
import { listValues } from "@/lib/honors/queries";
import { matchRank, type Query, readQuery } from "@/lib/kernel/lookup";
import { readingOf } from "@/lib/kernel/pinyin";
import {
  exactGram,
  insideReadings,
  nameReadingGrams,
  partGrams,
  searchText,
} from "@/lib/kernel/search-grams";
import type { Named, WallEntry, WallFilter } from "./schema";

// Nobody acts here: a visitor passes no policy. What is public is said by the functions of migration wall, and nothing
// else of honors is read; searched keys and names of units and titles stand behind no wall.

export type WallPage = {
  entries: WallEntry[];
  /** Counted as far as `counted`; `over` says that there are more. */
  total: number;
  over: boolean;
  /** Ids to go on and back from; null at either end. */
  after: number | null;
  before: number | null;
};
export type WallUnit = { id: number; name: string; depth: number };

/** A list elsewhere counts to ten thousand; here the people of each honor are looked at before it counts. */
const counted = 1_000;

/** A page of the wall: the latest year first, in it the highest level, in that the latest day. */
export async function listWall(filter: WallFilter, size: number): Promise<WallPage> {
  const back = filter.after === undefined && filter.before !== undefined;
  const found = filter.q === undefined ? null : await findByKeyword(filter.q, filter.unit);
  const [page] = await ask<{ total: number; ids: number[] }>({
    text: "SELECT total, ids FROM wall_page($1, $2, $3, $4, $5::text[], $6::int[], $7, $8, $9, $10)",
    values: [
      ...[filter.unit, filter.year, filter.level, filter.category].map((value) => value ?? null),
      ...(found ? [found.titles, found.ids] : [null, null]),
      ...[filter.after ?? filter.before ?? null, back, size, counted],
    ],
  });
  const { total, ids } = page!;
  const isMore = ids.length > size;
  const shown = back ? ids.slice(-size) : ids.slice(0, size);
  return {
    entries: await readEntries(shown),
    ...{ total: Math.min(total, counted), over: total > counted },
    after: back || isMore ? (shown.at(-1) ?? null) : null,
    before: (back ? isMore : filter.after !== undefined) ? (shown[0] ?? null) : null,
  };
}

/** Years with honors, the latest first. */
export async function listWallYears(): Promise<number[]> {
  const rows = await ask<{ year: number }>({ text: "SELECT year FROM wall_years() AS year", values: [] });
  return rows.map(({ year }) => year);
}

/** Companies of the company's tree as they stand in it, by which the wall can be narrowed. */
export async function listWallUnits(): Promise<WallUnit[]> {
  const units = await db.organization.findMany({
    where: { tree: "company", kind: { in: ["group", "company", "branch"] }, validTo: null },
    orderBy: [{ path: "asc" }],
    take: 500,
    select: { id: true, name: true, shortName: true, path: true },
  });
  return units.map(({ id, name, shortName, path }) => ({
    ...{ id, name: shortName ?? name },
    depth: path.split("/").length - 3,
  }));
}

export async function listWallValues(): Promise<{ levels: Named[]; categories: Named[] }> {
  const { levels, categories } = await listValues();
  return { levels: levels.map(named), categories: categories.map(named) };
}

type StoredEntry = Omit<WallEntry, "level" | "prizeLevel"> & {
  levelCode: string;
  prizeLevelCode: string | null;
};

async function readEntries(ids: readonly number[]): Promise<WallEntry[]> {
  if (ids.length === 0) return [];
  const [rows, { levels, prizeLevels }] = await Promise.all([
    ask<StoredEntry>({ text: entriesSql, values: [ids] }),
    listValues(),
  ]);
  const byCode = new Map([...levels, ...prizeLevels].map((value) => [value.code, named(value)]));
  return rows.map(({ levelCode, prizeLevelCode, ...entry }) => ({
    ...entry,
    level: byCode.get(levelCode) ?? { code: levelCode, zh: levelCode, en: levelCode },
    prizeLevel: (prizeLevelCode && byCode.get(prizeLevelCode)) || null,
  }));
}

const entriesSql = `SELECT id, year, award_date AS "awardDate", title_name AS "titleName", title_name_en AS "titleNameEn", level_code AS "levelCode",
  prize_level_code AS "prizeLevelCode", rank, past, bodies, recipients FROM wall_entries($1::int[])`;

/** More of one kind than this are cut off, the latest first: such a word says nothing any more. */
const most = { looked: 15_000, ids: 5_000 };

/**
 * Titles of the time, and honors by their names, that bear a keyword or are read so. The keys find by names that are not shown, too;
 * what they found counts where a shown name bears the word.
 */
async function findByKeyword(q: string, unit?: number): Promise<{ titles: string[]; ids: number[] }> {
  const key = searchText(q);
  if (key === "") return { titles: [], ids: [] };
  const query = readQuery(q);
  const { letters } = query;
  const titles = await db.awardTitleName.findMany();
  const readings = letters ? [...nameReadingGrams(letters), ...insideReadings(letters)] : [];
  const hits = await ask<{ id: number; names: string[] }>({
    text: `SELECT id, names FROM wall_names(ARRAY(SELECT search_awards($1::int[], $2::text[], $3::int[], $4::int, $5::int)))`,
    values: [
      ...[[exactGram(key)], [partGrams(key), ...readings].map(listed), unit === undefined ? [] : [unit]],
      ...[most.looked, most.ids],
    ],
  });
  const isMeant = (name: string | null) => name !== null && matchRank(query, name) !== null;
  return {
    titles: titles.filter(({ name, nameEn }) => isMeant(name) || isMeant(nameEn)).map(({ name }) => name),
    ids: hits.filter(({ names }) => names.some((name) => bears(query, name))).map(({ id }) => id),
  };
}

/** People's names are read with their surnames first, names of things as words. */
function bears(query: Query, name: string): boolean {
  return (
    matchRank(query, name) !== null ||
    (query.letters !== null && matchRank(query, name, readingOf(name)) !== null)
  );
}

function named({ code, nameZh, nameEn }: { code: string; nameZh: string; nameEn: string }): Named {
  return { code, zh: nameZh, en: nameEn };
}
