import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { numberPart } from "@/lib/documents/rules";
import { listValues } from "@/lib/honors/queries";
import { pageWindow, type Page } from "@/lib/kernel/page";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { escapeLike } from "@/lib/kernel/text";
import { getUnitPath } from "@/lib/organizations/queries";
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

export async function listAwards(actor: Actor, filter: AwardFilter): Promise<Page<AwardRow>> {
  const where = await whereAwards(actor, filter);
  const total = await db.award.count({ where });
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const rows = await db.award.findMany({
    where,
    orderBy: orderAwards(filter),
    skip,
    take,
    select: rowFields,
  });
  return { rows: rows.map(toRow), total, page, size };
}

/** What the list holds for a filter, the actor's rights included: the export and the numbers on the home page hold the same. */
export async function whereAwards(
  actor: Actor,
  filter: Omit<AwardFilter, "page" | "size" | "sort" | "direction">,
): Promise<Prisma.AwardWhereInput> {
  const path = filter.unit === undefined ? null : await getUnitPath(actor, filter.unit);
  const conditions: (Prisma.AwardWhereInput | undefined)[] = [
    visibleTo(actor),
    filter.year === null ? undefined : { awardYear: filter.year },
    filter.level ? { levelCode: filter.level } : undefined,
    filter.category ? { categoryCode: filter.category } : undefined,
    filter.prizeLevel ? { prizeLevelCode: filter.prizeLevel } : undefined,
    filter.state ? { state: filter.state } : undefined,
    filter.title ? { titleId: filter.title } : undefined,
    filter.subjectKind ? { recipients: { some: { subjectKind: filter.subjectKind } } } : undefined,
    filter.unit === undefined
      ? undefined
      : path
        ? { units: { some: { organization: { path: { startsWith: path } } } } }
        : { id: { in: [] } },
    filter.q ? await matching(filter.q) : undefined,
  ];
  return { AND: conditions.filter((condition) => condition !== undefined) };
}

export function orderAwards({
  sort,
  direction,
}: Pick<AwardFilter, "sort" | "direction">): Prisma.AwardOrderByWithRelationInput[] {
  const orders: Record<AwardFilter["sort"], Prisma.AwardOrderByWithRelationInput> = {
    date: { firstDay: direction },
    number: { ledgerNumber: { sort: direction, nulls: "last" } },
    title: { titleName: direction },
    level: { level: { sort: direction } },
    year: { awardYear: direction },
    unit: { recordingUnit: { path: direction } },
    state: { state: direction },
  };
  return [orders[sort], { id: direction }];
}

/** What the query bar offers, and the name of the title that the list is narrowed to. */
export async function awardFilterValues(titleId?: number) {
  const [{ levels, prizeLevels, categories }, title] = await Promise.all([
    listValues(),
    titleId === undefined
      ? null
      : db.honorTitle.findUnique({ where: { id: titleId }, select: { name: true } }),
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

/**
 * The keyword is looked for in the title, the names of recipients and of the people behind them, ledger and document
 * numbers; initials find people. Whatever stands outside the award's own row is searched once, by itself: as alternatives
 * of one condition PostgreSQL would ask them all again for every award. Only a keyword that is everywhere is left to it.
 */
async function matching(q: string): Promise<Prisma.AwardWhereInput> {
  const contains = escapeLike(q);
  const named: Prisma.AwardRecipientWhereInput[] = [{ name: { contains } }];
  if (/^[a-z]{1,20}$/i.test(q)) named.push({ employee: { initials: { startsWith: q.toLowerCase() } } });
  const recipient: Prisma.AwardRecipientWhereInput = named.length === 1 ? named[0]! : { OR: named };
  // "号" alone is no part of a number; an empty part would be in all of them.
  const part = numberPart(q) || q;
  const numbered = { document: { numberKey: { contains: escapeLike(part) } } };
  const look = { select: { awardId: true }, take: manyMatches } as const;
  const found = await Promise.all([
    db.awardRecipient.findMany({ where: recipient, ...look }),
    db.awardMember.findMany({ where: { name: { contains } }, ...look }),
    db.awardDocument.findMany({ where: numbered, ...look }),
  ]);
  const ids = [...new Set(found.flat().map(({ awardId }) => awardId))];
  const elsewhere: Prisma.AwardWhereInput[] =
    found.some(({ length }) => length === manyMatches) || ids.length > manyMatches
      ? [
          { recipients: { some: recipient } },
          { members: { some: { name: { contains } } } },
          { documents: { some: numbered } },
        ]
      : [{ id: { in: ids } }];
  return {
    OR: [
      { titleName: { contains } },
      ...(/[a-z]/i.test(q) ? [{ titleNameEn: { contains, mode: "insensitive" as const } }] : []),
      ...(/^\d/.test(q) ? [{ ledgerNumber: { startsWith: contains } }] : []),
      ...elsewhere,
    ],
  };
}

/** Well below the 32,767 values that one statement may carry. */
const manyMatches = 10_000;
