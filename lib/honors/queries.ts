import type { Actor } from "@/lib/auth/roles";
import { ask, db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { mayBeOld } from "@/lib/db/replica";
import { timeZone } from "@/lib/i18n/catalog";
import { bestMatches } from "@/lib/kernel/lookup";
import { canReadCatalog } from "./policy";
import { calendarDay, isInForce } from "./rules";
import type { ListValue, NamedRef, SubjectKind, TitlePage } from "./schema";

export type Values = { levels: ListValue[]; prizeLevels: ListValue[]; categories: ListValue[] };
export type TitleRow = NamedRef & {
  category: ListValue;
  levels: ListValue[];
  prizeLevels: ListValue[];
  subjectKinds: SubjectKind[];
  programme: NamedRef | null;
  validFrom: string | null;
  validTo: string | null;
  inForce: boolean;
};
export type TitleForAward = Omit<TitleRow, "programme"> & {
  familyId: number;
  validityMonths: number | null;
  countsForMembers: boolean;
  /** Organisers of the programme in their order: who grants it unless the document says otherwise. */
  defaultBodies: NamedRef[];
};

/** The lists of values, for selects and filters. They change rarely: kept for half a minute. */
export async function listValues(): Promise<Values> {
  if (known && known.until > Date.now()) return known.values;
  const values = readValues();
  known = { values, until: Date.now() + 30_000 };
  values.catch(() => (known = null));
  return values;
}

/** Titles by Chinese or English words, pinyin or initials; those in force come first. */
export const searchTitles = mayBeOld(findTitles);

async function findTitles(
  actor: Actor,
  q: string,
  { limit = 20, except }: { limit?: number; except?: number } = {},
): Promise<TitleRow[]> {
  if (!canReadCatalog(actor)) return [];
  const found = (await titlesNamed(q)).filter((title) => title.id !== except);
  const day = titleToday();
  const first = [
    ...found.filter((title) => isInForce(title, day)),
    ...found.filter((title) => !isInForce(title, day)),
  ].slice(0, limit);
  if (first.length === 0) return [];
  const rows = await ask<Omit<TitleRow, "inForce">>({ text: rowsSql, values: [first.map(({ id }) => id)] });
  return rows.map((row) => ({ ...row, inForce: isInForce(row, day) }));
}

/** What an award takes over from its title, and what the title lets it choose. */
export async function getTitleForAward(actor: Actor, id: number): Promise<TitleForAward | null> {
  if (!canReadCatalog(actor)) return null;
  const title = await db.honorTitle.findFirst({
    where: { id },
    select: { ...titleRowSelect, familyId: true, validityMonths: true, countsForMembers: true },
  });
  if (!title) return null;
  const { programme, ...row } = titleRow(title);
  const organisers = await db.programmeOrganiser.findMany({
    where: { programmeId: programme?.id ?? 0 },
    orderBy: { position: "asc" },
    select: { grantingBody: { select: { id: true, name: true, nameEn: true } } },
  });
  const { familyId, validityMonths, countsForMembers } = title;
  return {
    ...row,
    familyId: familyId ?? id,
    validityMonths,
    countsForMembers,
    defaultBodies: organisers.map(({ grantingBody }) => grantingBody),
  };
}

let known: { values: Promise<Values>; until: number } | null = null;

async function readValues(): Promise<Values> {
  const list = { orderBy: [{ sort: "asc" as const }, { code: "asc" as const }], select: valueSelect };
  const [levels, prizeLevels, categories] = await Promise.all([
    db.level.findMany(list),
    db.prizeLevel.findMany(list),
    db.category.findMany(list),
  ]);
  return { levels, prizeLevels, categories };
}

/** The catalog has some hundreds of titles, so readings are worked out here instead of kept. */
export async function titlesNamed(q: string) {
  const all = await ask<Pick<TitleRow, "id" | "name" | "nameEn" | "validFrom" | "validTo">>({
    text: `SELECT t.id, t.name, t.name_en AS "nameEn", t.valid_from AS "validFrom", t.valid_to AS "validTo"
      FROM honor_titles t JOIN categories c ON c.code = t.category_code ORDER BY c.sort, t.sort, t.id`,
    values: [],
  });
  return bestMatches(all, q, (title) => [title.name, title.nameEn], all.length);
}

export function titleToday(): string {
  return calendarDay(new Date(), timeZone);
}

type Direction = "asc" | "desc";
export const titleOrders: Record<
  TitlePage["sort"],
  (direction: Direction) => Prisma.HonorTitleOrderByWithRelationInput[]
> = {
  order: (direction) => [{ category: { sort: direction } }, { sort: direction }, { id: direction }],
  name: (direction) => [{ name: direction }, { id: direction }],
  category: (direction) => [{ category: { sort: direction } }, { name: "asc" }, { id: direction }],
  validFrom: (direction) => [
    { validFrom: { sort: direction, nulls: direction === "asc" ? "first" : "last" } },
    { id: direction },
  ],
};

const valueSelect = { code: true, nameZh: true, nameEn: true } as const;
/** What every list of titles shows of one. */
export const titleRowSelect = {
  id: true,
  name: true,
  nameEn: true,
  validFrom: true,
  validTo: true,
  category: { select: valueSelect },
  levels: { select: { level: { select: valueSelect } }, orderBy: { level: { sort: "asc" } } },
  prizeLevels: { select: { prizeLevel: { select: valueSelect } }, orderBy: { prizeLevel: { sort: "asc" } } },
  subjectKinds: { select: { subjectKind: true }, orderBy: { subjectKind: "asc" } },
  programme: { select: { id: true, name: true, nameEn: true } },
} as const satisfies Prisma.HonorTitleSelect;
export function titleRow(title: Prisma.HonorTitleGetPayload<{ select: typeof titleRowSelect }>): TitleRow {
  const { id, name, nameEn, validFrom, validTo, category, programme } = title;
  return {
    ...{ id, name, nameEn, validFrom, validTo, category, programme },
    levels: title.levels.map(({ level }) => level),
    prizeLevels: title.prizeLevels.map(({ prizeLevel }) => prizeLevel),
    subjectKinds: title.subjectKinds.map(({ subjectKind }) => subjectKind),
    inForce: isInForce(title, titleToday()),
  };
}

const value = (row: string) =>
  `json_build_object('code', ${row}.code, 'nameZh', ${row}.name_zh, 'nameEn', ${row}.name_en)`;
/** Titles in the order of their ids, by one statement where Prisma would send eight. */
const rowsSql = `
  SELECT t.id, t.name, t.name_en AS "nameEn", t.valid_from AS "validFrom", t.valid_to AS "validTo", ${value("c")} AS category,
    ARRAY(SELECT ${value("l")} FROM honor_title_levels x JOIN levels l ON l.code = x.level_code WHERE x.title_id = t.id ORDER BY l.sort) AS levels,
    ARRAY(SELECT ${value("p")} FROM honor_title_prize_levels x JOIN prize_levels p ON p.code = x.prize_level_code WHERE x.title_id = t.id
      ORDER BY p.sort) AS "prizeLevels",
    ARRAY(SELECT x.subject_kind::text FROM honor_title_subject_kinds x WHERE x.title_id = t.id ORDER BY x.subject_kind) AS "subjectKinds",
    CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'name', g.name, 'nameEn', g.name_en) END AS programme
  FROM unnest($1::int[]) WITH ORDINALITY AS found (id, place) JOIN honor_titles t ON t.id = found.id JOIN categories c ON c.code = t.category_code
  LEFT JOIN programmes g ON g.id = t.programme_id ORDER BY found.place`;
