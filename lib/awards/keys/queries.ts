import type { Actor } from "@/lib/auth/roles";
import { ask } from "@/lib/db/client";
import { idsWith, rowsWith } from "@/lib/db/first-seen";
import type { Prisma } from "@/lib/db/generated/client";
import { numberPart } from "@/lib/documents/rules";
import { listed, scopeUnits } from "@/lib/employees/keys/queries";
import { matchRank, readQuery } from "@/lib/kernel/lookup";
import { countedRows } from "@/lib/kernel/page";
import {
  documentNumberGrams,
  exactGram,
  gram,
  gramsIn,
  insideReadings,
  lettersOf,
  nameReadingGrams,
  partGrams,
  searchText,
  type Wanted,
  wantedTerm,
  wholeReadingGrams,
} from "@/lib/kernel/search-grams";

/**
 * Awards by a keyword: the names of recipients and of the people behind them, by characters or as they are read; the title's name of
 * the time; the number of a document; the ledger number. Everything but the names is looked up by itself and stands in the award's
 * keys by its id, so that one index answers, within the actor's units.
 */
export async function awardsNamed(actor: Actor, q: string): Promise<Prisma.AwardWhereInput> {
  const wanted = await wantedAwards(q, await titleNames());
  const numbered = await ledgerIds(searchText(q));
  const ids = await find(actor, wanted, most.ids + 1, most.ids * 3);
  // Few are asked for one by one; where there are many, whichever way a list is gone through meets them soon.
  if (ids.length <= most.ids) return { id: { in: [...new Set([...ids, ...numbered])] } };
  const { OR } = gramsIn(wanted);
  const found: Prisma.AwardSearchKeyWhereInput[] =
    numbered.length > 0 ? [...OR, { awardId: { in: numbered } }] : OR;
  return { searchKeys: { some: { AND: [{ OR: found }, { unitIds: { hasSome: scopeUnits(actor) } }] } } };
}

/** What a keyword finds: awards of these titles or with one of these documents, and others: so many, or those whose keys hold what is wanted. */
export type Named = { titles: string[]; documents: number[]; ids: number[]; keys: Wanted | null };

/** The same in parts that are each looked up by an index of their own, however many awards bear a title. */
export async function namedIn(actor: Actor, q: string, limit = countedRows): Promise<Named> {
  const key = searchText(q);
  if (key === "") return { titles: [], documents: [], ids: [], keys: null };
  const meant = meantBy(q);
  const [names, documents, collectives, numbered] = await Promise.all([
    titleNames(),
    documentIds(q),
    lettersOf(q) ? collectiveGrams(q) : [],
    ledgerIds(key),
  ]);
  const titles = new Set(names.filter(({ name }) => meant(name)).map(({ name }) => name));
  // By its English name alone.
  const others = names.filter(({ name, nameEn }) => !titles.has(name) && meant(nameEn));
  const any = [exactGram(key), ...others.map(({ gram }) => gram), ...collectives];
  const keys = { any, all: namesLike(q) };
  const ids = await find(actor, keys, limit + 1, limit * 3);
  const named = { titles: [...titles], documents };
  return ids.length > limit
    ? { ...named, ids: numbered, keys }
    : { ...named, ids: [...new Set([...ids, ...numbered])], keys: null };
}

/** The condition on keys `k` that they hold what is wanted. */
export function keyed({ any, all }: Wanted, given: (value: unknown) => string): string {
  const some = all.filter((grams) => grams.length > 0).map((grams) => `k.grams @> ${given(grams)}::int[]`);
  return `(${[`k.grams && ${given(any)}::int[]`, ...some].join(" OR ")})`;
}

/**
 * Awards by a keyword, as ids for a page of hits: those that bear it as a whole (a name, its reading or its initials, a title, a ledger
 * number) before those in which it is found, the latest first. They are read again through the actor's rights.
 */
export async function findAwards(actor: Actor, q: string, limit: number): Promise<number[]> {
  const key = searchText(q);
  if (key === "") return [];
  const [numbered, titles] = await Promise.all([ledgerIds(key, limit), titleNames()]);
  const looked = limit > most.hits ? most.looked : most.hits;
  const whole = await find(actor, { any: wholeGrams(q, titles), all: [] }, limit, looked);
  const ids = [...new Set([...numbered, ...whole])];
  if (ids.length < limit)
    ids.push(...(await find(actor, await wantedAwards(q, titles), limit + ids.length, looked)));
  return [...new Set(ids)];
}

async function find(actor: Actor, { any, all }: Wanted, limit: number, looked: number): Promise<number[]> {
  const units = scopeUnits(actor);
  if (units.length === 0) return [];
  const rows = await ask<{ id: number }>({
    text: "SELECT id FROM search_awards($1::int[], $2::text[], $3::int[], $4::int, $5::int) AS id",
    values: [any, all.map(listed), units, looked, limit],
  });
  return rows.map(({ id }) => id);
}

async function wantedAwards(q: string, names: readonly TitleName[]): Promise<Wanted> {
  const key = searchText(q);
  if (key === "") return { any: [], all: [] };
  const letters = lettersOf(q);
  const titles = titleGrams(q, names);
  const [documents, collectives] = await Promise.all([documentGrams(q), letters ? collectiveGrams(q) : []]);
  return { any: [exactGram(key), ...titles, ...documents, ...collectives], all: namesLike(q) };
}

/** Names that hold it, or are read so. */
function namesLike(q: string): number[][] {
  const letters = lettersOf(q);
  const readings = letters ? [...nameReadingGrams(letters), ...insideReadings(letters)] : [];
  return [partGrams(searchText(q)), ...readings];
}

type TitleName = { gram: number; name: string; nameEn: string | null };

/** The names that titles of awards bear, some hundreds: compared here instead of kept. */
function titleNames(): Promise<TitleName[]> {
  return ask({ text: `SELECT gram, name, name_en AS "nameEn" FROM award_title_names`, values: [] });
}

function wholeGrams(q: string, titles: readonly TitleName[]): number[] {
  const key = searchText(q);
  const letters = lettersOf(q);
  return [
    exactGram(key),
    ...(letters ? wholeReadingGrams(letters) : []),
    ...titles.filter(({ name }) => searchText(name) === key).map((title) => title.gram),
  ];
}

/** More of one kind than this are cut off: they say nothing any more. For a page of hits fewer are looked at than where all of those are asked for. */
const most = { hits: 500, looked: 2000, ids: 5000, documents: 2000, collectives: 500, numbers: 5000 };

function titleGrams(q: string, titles: readonly TitleName[]): number[] {
  const meant = meantBy(q);
  return titles.filter(({ name, nameEn }) => meant(name) || meant(nameEn)).map((title) => title.gram);
}

/** Whether a name holds the words, or is read so. */
function meantBy(q: string): (name: string | null) => boolean {
  const query = readQuery(q);
  return (name) => name !== null && matchRank(query, name) !== null;
}

async function documentGrams(q: string): Promise<number[]> {
  return (await documentIds(q)).map((id) => gram(`document:${id}`));
}

async function documentIds(q: string): Promise<number[]> {
  // "号" alone is no part of a number; an empty part would be in all of them.
  const grams = documentNumberGrams(numberPart(q) || q);
  const ids = await idsWith("document", { any: [], all: [grams] });
  return ids.slice(0, most.documents);
}

/** Teams, studios, units and achievements that are read so; by their characters they are found as recipients' names. */
async function collectiveGrams(q: string): Promise<number[]> {
  // Whatever they are, an award outside the actor's units is not found by them: their own scope need not be asked.
  const some = { columns: "t.id, t.name", order: "t.id", most: most.collectives };
  const meant = meantBy(q);
  const grams = (["team", "studio", "organization", "achievement"] as const).map(async (noun) => {
    const found = await rowsWith<{ id: number; name: string }>(noun, wantedTerm(q), some);
    return found.filter(({ name }) => meant(name)).map(({ id }) => gram(`${noun}:${id}`));
  });
  return (await Promise.all(grams)).flat();
}

/** Between two texts and not by LIKE, for which row-level security leaves no index. */
async function ledgerIds(key: string, limit: number = most.numbers): Promise<number[]> {
  if (!/^\d{4}(-\d*)?$/.test(key)) return [];
  const rows = await ask<{ id: number }>({
    text: "SELECT id FROM awards WHERE ledger_number >= $1 AND ledger_number < $1 || '~' ORDER BY ledger_number LIMIT $2",
    values: [key, limit],
  });
  return rows.map(({ id }) => id);
}
