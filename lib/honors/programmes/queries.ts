import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { cleanText, escapeLike } from "@/lib/kernel/text";
import { canReadCatalog } from "../policy";
import type { Cycle, ProgrammeFilter, ProgrammePage } from "./schema";
import type { NamedRef } from "../schema";

export type ProgrammeRow = NamedRef & {
  series: string | null;
  cycle: Cycle;
  quota: number | null;
  onOfficialList: boolean;
  organisers: NamedRef[];
  titleCount: number;
};
export type ProgrammeView = ProgrammeRow & {
  coverage: string | null;
  basis: string | null;
  titles: (NamedRef & { validFrom: string | null; validTo: string | null })[];
  version: number;
};

export async function listProgrammes(
  actor: Actor,
  { q, cycle, official }: ProgrammeFilter,
  asked: ProgrammePage,
): Promise<Page<ProgrammeRow>> {
  if (!canReadCatalog(actor)) return { rows: [], total: 0, page: 1, size: asked.size };
  const like = q && { contains: escapeLike(cleanText(q)), mode: "insensitive" as const };
  const where: Prisma.ProgrammeWhereInput = {
    AND: [
      like ? { OR: [{ name: like }, { nameEn: like }, { series: like }] } : {},
      cycle ? { cycle } : {},
      official ? { onOfficialList: official === "yes" } : {},
    ],
  };
  const total = await db.programme.count({ where });
  const { page, size, skip, take } = pageWindow(asked.page, asked.size, total);
  const rows = await db.programme.findMany({
    where,
    orderBy: [{ [asked.sort]: asked.direction }, { id: asked.direction }],
    skip,
    take,
    select: rowSelect,
  });
  return { rows: rows.map(toRow), total, page, size };
}

export async function getProgramme(actor: Actor, id: number): Promise<ProgrammeView | null> {
  if (!canReadCatalog(actor)) return null;
  const programme = await db.programme.findFirst({
    where: { id },
    select: {
      ...rowSelect,
      coverage: true,
      basis: true,
      titles: {
        select: { ...namedSelect, validFrom: true, validTo: true },
        orderBy: [{ sort: "asc" }, { id: "asc" }],
      },
      version: true,
    },
  });
  if (!programme) return null;
  const { coverage, basis, titles, version } = programme;
  return { ...toRow(programme), coverage, basis, titles, version };
}

/** All programmes by name, for the select of a title's form. */
export async function listProgrammeNames(actor: Actor): Promise<NamedRef[]> {
  if (!canReadCatalog(actor)) return [];
  return db.programme.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }], select: namedSelect });
}

const namedSelect = { id: true, name: true, nameEn: true } as const;
const rowSelect = {
  ...namedSelect,
  series: true,
  cycle: true,
  quota: true,
  onOfficialList: true,
  organisers: { select: { grantingBody: { select: namedSelect } }, orderBy: { position: "asc" } },
  _count: { select: { titles: true } },
} as const satisfies Prisma.ProgrammeSelect;

function toRow(programme: Prisma.ProgrammeGetPayload<{ select: typeof rowSelect }>): ProgrammeRow {
  const { id, name, nameEn, series, cycle, quota, onOfficialList, organisers, _count } = programme;
  return {
    id,
    name,
    nameEn,
    series,
    cycle,
    quota,
    onOfficialList,
    organisers: organisers.map(({ grantingBody }) => grantingBody),
    titleCount: _count.titles,
  };
}
