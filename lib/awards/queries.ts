import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { listValues } from "@/lib/honors/queries";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { getUnitPath } from "@/lib/organizations/queries";
import { awardsNamed } from "./keys/queries";
import { visibleTo } from "./policy";
import { conferredStates } from "./rules";
import type { AwardFilter, AwardState } from "./schema";

export type Named = { code: string; zh: string; en: string };

export type AwardRow = {
  id: number;
  ledgerNumber: string | null;
  titleName: string;
  titleNameEn: string | null;
  prizeLevel: Named | null;
  rank: number | null;
  level: Named;
  category: Named;
  awardDate: PartialDate;
  awardYear: number;
  state: AwardState;
  unitName: string;
  /** Names of the first three. */
  recipients: string[];
  recipientCount: number;
  /** Names of those whose part in it was revoked while the rest stands. */
  struck: string[];
  documentNumber: string | null;
  bonus: string | null;
};

/** What the list holds for a filter, the actor's rights included: the export and the numbers on the home page hold the same. */
export async function whereAwards(
  actor: Actor,
  filter: Omit<AwardFilter, "page" | "size" | "sort" | "direction">,
  known?: NamedPath,
): Promise<Prisma.AwardWhereInput> {
  const path = known === undefined ? await pathOf(actor, filter) : known;
  const conditions = [
    visibleTo(actor),
    filter.year === null ? {} : { awardYear: filter.year },
    path === undefined
      ? {}
      : path
        ? { units: { some: { organization: { path: { startsWith: path } } } } }
        : { id: { in: [] } },
    ...(await narrowedBy(actor, filter)),
  ];
  return { AND: conditions };
}

/** The path of the unit that a filter names: null where the actor sees no such unit, undefined where it names none. */
export type NamedPath = string | null | undefined;

export async function pathOf(actor: Actor, { unit }: Pick<AwardFilter, "unit">): Promise<NamedPath> {
  return unit === undefined ? undefined : getUnitPath(actor, unit);
}

/** The conditions of a filter on the awards themselves: not whose they are and of which year. */
export async function narrowedBy(
  actor: Actor,
  filter: Omit<AwardFilter, "page" | "size" | "sort" | "direction">,
): Promise<Prisma.AwardWhereInput[]> {
  const conditions: (Prisma.AwardWhereInput | undefined)[] = [
    filter.level ? { levelCode: filter.level } : undefined,
    filter.category ? { categoryCode: filter.category } : undefined,
    filter.prizeLevel ? { prizeLevelCode: filter.prizeLevel } : undefined,
    filter.state ? { state: filter.state } : undefined,
    filter.title ? { titleId: filter.title } : undefined,
    filter.subjectKind ? { recipients: { some: { subjectKind: filter.subjectKind } } } : undefined,
    filter.q ? await awardsNamed(actor, filter.q) : undefined,
  ];
  return conditions.filter((condition) => condition !== undefined);
}

export function orderAwards({
  sort,
  direction,
}: Pick<AwardFilter, "sort" | "direction">): Prisma.AwardOrderByWithRelationInput[] {
  // In the order of an index each, save that of levels, whose rank stands beside them.
  const orders: Record<AwardFilter["sort"], Prisma.AwardOrderByWithRelationInput[]> = {
    date: [{ firstDay: direction }],
    number: [{ ledgerNumber: direction }],
    title: [{ titleName: direction }, { awardYear: direction }],
    level: [{ level: { sort: direction } }],
    year: [{ awardYear: direction }, { firstDay: direction }],
    unit: [{ recordingUnit: { path: direction } }],
    state: [{ state: direction }, { awardYear: direction }],
  };
  return [...orders[sort], { id: direction }];
}

/** What the query bar offers, and the name of the title that the list is narrowed to. */
export async function awardFilterValues(titleId?: number) {
  const [{ levels, prizeLevels, categories }, title] = await Promise.all([
    listValues(),
    titleId === undefined
      ? null
      : db.honorTitle.findFirst({ where: { id: titleId }, select: { name: true } }),
  ]);
  return {
    levels: levels.map(named),
    prizeLevels: prizeLevels.map(named),
    categories: categories.map(named),
    titleName: title?.name,
  };
}

export async function listAwardsOfDocument(actor: Actor, documentId: number): Promise<AwardRow[]> {
  const where = { AND: [visibleTo(actor), { documents: { some: { documentId } } }] };
  const rows = await db.award.findMany({ where, orderBy: { id: "asc" }, take: 500, select: rowFields });
  return rows.map(toRow);
}

/** Conferred awards of a title that the actor sees. */
export async function countAwardsByTitle(actor: Actor, titleId: number): Promise<number> {
  return db.award.count({
    where: { AND: [visibleTo(actor), { titleId, state: { in: [...conferredStates] } }] },
  });
}

const names = { select: { code: true, nameZh: true, nameEn: true } } as const;
export const rowFields = {
  id: true,
  ledgerNumber: true,
  titleName: true,
  titleNameEn: true,
  prizeLevel: names,
  rank: true,
  level: names,
  category: names,
  awardDate: true,
  awardYear: true,
  state: true,
  bonus: true,
  recordingUnit: { select: { name: true, shortName: true } },
  // All of them: their number comes with them. Prisma's own count would go through the whole table for each page.
  recipients: { orderBy: { position: "asc" }, select: { name: true, struckAt: true } },
  members: {
    where: { struckAt: { not: null } },
    orderBy: [{ recipientId: "asc" }, { position: "asc" }],
    select: { name: true },
  },
  documents: { orderBy: { position: "asc" }, take: 1, select: { document: { select: { number: true } } } },
} satisfies Prisma.AwardSelect;

export type StoredRow = Prisma.AwardGetPayload<{ select: typeof rowFields }>;

export function toRow({
  recordingUnit,
  recipients,
  members,
  documents,
  bonus,
  ...award
}: StoredRow): AwardRow {
  const struck = recipients.filter(({ struckAt }) => struckAt !== null);
  return {
    ...award,
    prizeLevel: award.prizeLevel && named(award.prizeLevel),
    level: named(award.level),
    category: named(award.category),
    awardDate: award.awardDate as PartialDate,
    unitName: recordingUnit.shortName ?? recordingUnit.name,
    recipients: recipients.slice(0, 3).map(({ name }) => name),
    recipientCount: recipients.length,
    struck: [...struck, ...members].map(({ name }) => name),
    documentNumber: documents[0]?.document.number ?? null,
    bonus: bonus?.toFixed(2) ?? null,
  };
}

export function named({ code, nameZh, nameEn }: { code: string; nameZh: string; nameEn: string }): Named {
  return { code, zh: nameZh, en: nameEn };
}
