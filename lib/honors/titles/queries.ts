import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { cleanText, escapeLike } from "@/lib/kernel/text";
import { canReadCatalog } from "../policy";
import { titleOrders, titlesNamed, titleToday, titleRow, titleRowSelect, type TitleRow } from "../queries";
import { type Relation, relationTo } from "../rules";
import type { NamedRef, TitleFilter, TitlePage } from "../schema";

export type FamilyMember = NamedRef & {
  validFrom: string | null;
  validTo: string | null;
  relation: Relation;
};
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
};
export async function listTitles(
  actor: Actor,
  filter: TitleFilter,
  asked: TitlePage,
): Promise<Page<TitleRow>> {
  if (!canReadCatalog(actor)) return { rows: [], total: 0, page: 1, size: asked.size };
  const where = conditions(
    filter,
    titleToday(),
    filter.q ? (await titlesNamed(filter.q)).map(({ id }) => id) : [],
  );
  const total = await db.honorTitle.count({ where });
  const { page, size, skip, take } = pageWindow(asked.page, asked.size, total);
  const rows = await db.honorTitle.findMany({
    where,
    orderBy: titleOrders[asked.sort](asked.direction),
    skip,
    take,
    select: titleRowSelect,
  });
  return { rows: rows.map(titleRow), total, page, size };
}

export async function getTitle(actor: Actor, id: number): Promise<TitleView | null> {
  if (!canReadCatalog(actor)) return null;
  const title = await db.honorTitle.findFirst({ where: { id }, select: viewSelect });
  if (!title) return null;
  const family = await db.honorTitle.findMany({
    where: { familyId: title.familyId },
    orderBy: [{ validFrom: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    select: { id: true, name: true, nameEn: true, validFrom: true, validTo: true, predecessorId: true },
  });
  const { levels: _l, prizeLevels: _p, subjectKinds: _k, category: _c, programme: _m, ...facts } = title;
  return {
    ...facts,
    ...titleRow(title),
    familyId: title.familyId ?? id,
    family: family
      .filter((one) => one.id !== id)
      .map(({ predecessorId: _, ...one }) => ({ ...one, relation: relationTo(id, one.id, family) })),
  };
}

function conditions(
  { q, category, level, kind, force }: TitleFilter,
  day: string,
  named: number[],
): Prisma.HonorTitleWhereInput {
  const like = q && { contains: escapeLike(cleanText(q)), mode: "insensitive" as const };
  const begun: Prisma.HonorTitleWhereInput = { OR: [{ validFrom: null }, { validFrom: { lte: day } }] };
  const notEnded: Prisma.HonorTitleWhereInput = {
    OR: [
      { validTo: null },
      { validTo: { gte: day } },
      { validTo: { in: [day.slice(0, 4), day.slice(0, 7)] } },
    ],
  };
  return {
    AND: [
      like
        ? {
            OR: [
              { id: { in: named } },
              { nationalCode: like },
              { programme: { OR: [{ name: like }, { series: like }] } },
            ],
          }
        : {},
      category ? { categoryCode: category } : {},
      level ? { levels: { some: { levelCode: level } } } : {},
      kind ? { subjectKinds: { some: { subjectKind: kind } } } : {},
      force ? { [force === "yes" ? "AND" : "NOT"]: [{ AND: [begun, notEnded] }] } : {},
    ],
  };
}

const viewSelect = {
  ...titleRowSelect,
  validityMonths: true,
  countsForMembers: true,
  nationalCode: true,
  predecessorId: true,
  familyId: true,
  sort: true,
  version: true,
} as const satisfies Prisma.HonorTitleSelect;
