import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { timeZone } from "@/lib/i18n/catalog";
import { bestMatches } from "@/lib/kernel/lookup";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { cleanText, escapeLike } from "@/lib/kernel/text";
import { canReadCatalog } from "./policy";
import { calendarDay, isInForce, type Relation, relationTo } from "./rules";
import type { ListValue, NamedRef, SubjectKind, TitleFilter, TitlePage } from "./schema";

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
export type FamilyMember = NamedRef & { validFrom: string | null; validTo: string | null; relation: Relation };
export type TitleView = TitleRow & {
  validityMonths: number | null;
  countsForMembers: boolean;
  nationalCode: string | null;
  predecessorId: number | null;
  familyId: number;
  /** The other titles of the family, the oldest first. */
  family: FamilyMember[];
  sort: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
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

export async function listTitles(actor: Actor, filter: TitleFilter, asked: TitlePage): Promise<Page<TitleRow>> {
  if (!canReadCatalog(actor)) return { rows: [], total: 0, page: 1, size: asked.size };
  const where = conditions(filter, today(), filter.q ? (await titlesNamed(filter.q)).map(({ id }) => id) : []);
  const total = await db.honorTitle.count({ where });
  const { page, size, skip, take } = pageWindow(asked.page, asked.size, total);
  const rows = await db.honorTitle.findMany({ where, orderBy: orders[asked.sort](asked.direction), skip, take, select: rowSelect });
  return { rows: rows.map(toRow), total, page, size };
}

export async function getTitle(actor: Actor, id: number): Promise<TitleView | null> {
  if (!canReadCatalog(actor)) return null;
  const title = await db.honorTitle.findUnique({ where: { id }, select: viewSelect });
  if (!title) return null;
  const family = await db.honorTitle.findMany({
    where: { familyId: title.familyId },
    orderBy: [{ validFrom: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    select: { id: true, name: true, nameEn: true, validFrom: true, validTo: true, predecessorId: true },
  });
  const { validityMonths, countsForMembers, nationalCode, predecessorId, familyId, sort, version, createdAt, updatedAt } = title;
  return {
    ...toRow(title),
    ...{ validityMonths, countsForMembers, nationalCode, predecessorId, familyId: familyId ?? id, sort, version, createdAt, updatedAt },
    family: family
      .filter((one) => one.id !== id)
      .map(({ predecessorId: _, ...one }) => ({ ...one, relation: relationTo(id, one.id, family) })),
  };
}

/** Titles by Chinese or English words, pinyin or initials; those in force come first. */
export async function searchTitles(actor: Actor, q: string, { limit = 20, except }: { limit?: number; except?: number } = {}): Promise<TitleRow[]> {
  if (!canReadCatalog(actor)) return [];
  const found = (await titlesNamed(q)).filter((title) => title.id !== except);
  const day = today();
  const first = [...found.filter((title) => isInForce(title, day)), ...found.filter((title) => !isInForce(title, day))].slice(0, limit);
  const rows = await db.honorTitle.findMany({ where: { id: { in: first.map(({ id }) => id) } }, select: rowSelect });
  return first.flatMap(({ id }) => rows.filter((row) => row.id === id)).map(toRow);
}

/** What an award takes over from its title, and what the title lets it choose. */
export async function getTitleForAward(actor: Actor, id: number): Promise<TitleForAward | null> {
  if (!canReadCatalog(actor)) return null;
  const title = await db.honorTitle.findUnique({ where: { id }, select: viewSelect });
  if (!title) return null;
  const { programme, ...row } = toRow(title);
  const organisers = await db.programmeOrganiser.findMany({
    where: { programmeId: programme?.id ?? 0 },
    orderBy: { position: "asc" },
    select: { grantingBody: { select: { id: true, name: true, nameEn: true } } },
  });
  const { familyId, validityMonths, countsForMembers } = title;
  return { ...row, familyId: familyId ?? id, validityMonths, countsForMembers, defaultBodies: organisers.map(({ grantingBody }) => grantingBody) };
}

let known: { values: Promise<Values>; until: number } | null = null;

async function readValues(): Promise<Values> {
  const list = { orderBy: [{ sort: "asc" as const }, { code: "asc" as const }], select: valueSelect };
  const [levels, prizeLevels, categories] = await Promise.all([db.level.findMany(list), db.prizeLevel.findMany(list), db.category.findMany(list)]);
  return { levels, prizeLevels, categories };
}

/** The catalog has some hundreds of titles, so readings are worked out here instead of kept. */
async function titlesNamed(q: string) {
  const all = await db.honorTitle.findMany({ orderBy: orders.order("asc"), select: { id: true, name: true, nameEn: true, validFrom: true, validTo: true } });
  return bestMatches(all, q, (title) => [title.name, title.nameEn], all.length);
}

function today(): string {
  return calendarDay(new Date(), timeZone);
}

function conditions({ q, category, level, kind, force }: TitleFilter, day: string, named: number[]): Prisma.HonorTitleWhereInput {
  const like = q && { contains: escapeLike(cleanText(q)), mode: "insensitive" as const };
  const begun: Prisma.HonorTitleWhereInput = { OR: [{ validFrom: null }, { validFrom: { lte: day } }] };
  const notEnded: Prisma.HonorTitleWhereInput = { OR: [{ validTo: null }, { validTo: { gte: day } }, { validTo: { in: [day.slice(0, 4), day.slice(0, 7)] } }] };
  return {
    AND: [
      like ? { OR: [{ id: { in: named } }, { nationalCode: like }, { programme: { OR: [{ name: like }, { series: like }] } }] } : {},
      category ? { categoryCode: category } : {},
      level ? { levels: { some: { levelCode: level } } } : {},
      kind ? { subjectKinds: { some: { subjectKind: kind } } } : {},
      force ? { [force === "yes" ? "AND" : "NOT"]: [{ AND: [begun, notEnded] }] } : {},
    ],
  };
}

type Direction = "asc" | "desc";
const orders: Record<TitlePage["sort"], (direction: Direction) => Prisma.HonorTitleOrderByWithRelationInput[]> = {
  order: (direction) => [{ category: { sort: direction } }, { sort: direction }, { id: direction }],
  name: (direction) => [{ name: direction }, { id: direction }],
  category: (direction) => [{ category: { sort: direction } }, { name: "asc" }, { id: direction }],
  validFrom: (direction) => [{ validFrom: { sort: direction, nulls: direction === "asc" ? "first" : "last" } }, { id: direction }],
};

const valueSelect = { code: true, nameZh: true, nameEn: true } as const;
const rowSelect = {
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
const viewSelect = {
  ...rowSelect,
  validityMonths: true,
  countsForMembers: true,
  nationalCode: true,
  predecessorId: true,
  familyId: true,
  sort: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.HonorTitleSelect;

function toRow(title: Prisma.HonorTitleGetPayload<{ select: typeof rowSelect }>): TitleRow {
  const { id, name, nameEn, validFrom, validTo, category, programme } = title;
  return {
    ...{ id, name, nameEn, validFrom, validTo, category, programme },
    levels: title.levels.map(({ level }) => level),
    prizeLevels: title.prizeLevels.map(({ prizeLevel }) => prizeLevel),
    subjectKinds: title.subjectKinds.map(({ subjectKind }) => subjectKind),
    inForce: isInForce(title, today()),
  };
}
