import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { bestMatches } from "@/lib/kernel/lookup";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { cleanText, escapeLike } from "@/lib/kernel/text";
import type { BodyFilter, BodyKind, BodyPage } from "./schema";
import { canReadCatalog } from "../policy";
import type { NamedRef } from "../schema";

export type BodyRow = NamedRef & { code: string; kind: BodyKind; rank: number; successor: NamedRef | null };
export type BodyView = BodyRow & {
  predecessors: NamedRef[];
  programmes: NamedRef[];
  version: number;
};

export async function listBodies(
  actor: Actor,
  { q, kind }: BodyFilter,
  asked: BodyPage,
): Promise<Page<BodyRow>> {
  if (!canReadCatalog(actor)) return { rows: [], total: 0, page: 1, size: asked.size };
  const like = q && { contains: escapeLike(cleanText(q)), mode: "insensitive" as const };
  const where: Prisma.GrantingBodyWhereInput = {
    AND: [like ? { OR: [{ name: like }, { nameEn: like }, { code: like }] } : {}, kind ? { kind } : {}],
  };
  const total = await db.grantingBody.count({ where });
  const { page, size, skip, take } = pageWindow(asked.page, asked.size, total);
  const rows = await db.grantingBody.findMany({
    where,
    orderBy: [{ [asked.sort]: asked.direction }, { id: asked.direction }],
    skip,
    take,
    select: rowSelect,
  });
  return { rows, total, page, size };
}

export async function getBody(actor: Actor, id: number): Promise<BodyView | null> {
  if (!canReadCatalog(actor)) return null;
  const body = await db.grantingBody.findFirst({
    where: { id },
    select: {
      ...rowSelect,
      predecessors: { select: namedSelect, orderBy: { id: "asc" } },
      programmes: { select: { programme: { select: namedSelect } }, orderBy: { programmeId: "asc" } },
      version: true,
    },
  });
  return body && { ...body, programmes: body.programmes.map(({ programme }) => programme) };
}

/** Bodies by Chinese or English words, pinyin or initials, the highest rank first; those that were merged away come last. */
export async function searchBodies(
  actor: Actor,
  q: string,
  { limit = 20, except }: { limit?: number; except?: number } = {},
): Promise<BodyRow[]> {
  if (!canReadCatalog(actor)) return [];
  const all = await db.grantingBody.findMany({
    orderBy: [{ rank: "asc" }, { id: "asc" }],
    select: rowSelect,
  });
  const found = bestMatches(all, q, (body) => [body.name, body.nameEn, body.code], all.length).filter(
    (body) => body.id !== except,
  );
  return [...found.filter((body) => !body.successor), ...found.filter((body) => body.successor)].slice(
    0,
    limit,
  );
}

const namedSelect = { id: true, name: true, nameEn: true } as const;
const rowSelect = {
  ...namedSelect,
  code: true,
  kind: true,
  rank: true,
  successor: { select: namedSelect },
} as const satisfies Prisma.GrantingBodySelect;
