import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { gramsIn, type Wanted } from "@/lib/kernel/search-grams";
import { getUnitPath } from "@/lib/organizations/queries";
import { identityWhere } from "../identities/queries";
import { anybody, findPeople, wantedPeople } from "../keys/queries";
import { pickableBy, visibleTo } from "../policy";
import { type EmployeeItem, itemSelect, knownTypes, notMerged, toItem } from "../queries";
import type { EmployeeFilter, WorkerType } from "../schema";

export type EmployeeRow = Omit<EmployeeItem, "birthYear" | "last4"> & {
  unionUnitName: string | null;
  post: string | null;
  workerTypes: WorkerType[];
};

/** People for a picker: by name, pinyin, initials or work number. Exact first, then beginnings, then the rest; the actor's own unit and those in office before others. */
export async function searchEmployees(
  actor: Actor,
  text: string | undefined,
  limit = 20,
): Promise<EmployeeItem[]> {
  const byNumber = identityWhere(actor, text);
  const ranks = text ? wantedPeople(text) : anybody;
  const ids = byNumber ? [] : await findPeople(actor, ranks, limit);
  const rows = await db.employee.findMany({
    where: { AND: [pickableBy(actor), notMerged, byNumber ?? { id: { in: ids } }] },
    select: itemSelect,
    take: limit,
  });
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)).map(toItem);
}

export async function listEmployees(actor: Actor, filter: EmployeeFilter): Promise<Page<EmployeeRow>> {
  const where = await whereEmployees(actor, filter);
  const total = await db.employee.count({ where });
  const window = pageWindow(filter.page, filter.size, total);
  const rows = await db.employee.findMany({
    where,
    select: { ...itemSelect, post: true, workerTypes: true },
    orderBy: orders[filter.sort](filter.direction),
    skip: window.skip,
    take: window.take,
  });
  return {
    rows: rows.map((row) => {
      const { birthYear: _birthYear, last4: _last4, ...item } = toItem(row);
      return {
        ...item,
        unitName: row.unit?.name ?? null,
        unionUnitName: row.unionUnit?.name ?? null,
        post: row.post,
        workerTypes: knownTypes(row.workerTypes),
      };
    }),
    total: window.total,
    page: window.page,
    size: window.size,
  };
}

async function whereEmployees(
  actor: Actor,
  { q, unit, tree, status, workerType }: EmployeeFilter,
): Promise<Prisma.EmployeeWhereInput> {
  const conditions: Prisma.EmployeeWhereInput[] = [visibleTo(actor), notMerged];
  if (q) conditions.push(identityWhere(actor, q) ?? { searchKey: gramsIn(anyOf(wantedPeople(q))) });
  if (unit !== undefined) {
    const path = await getUnitPath(actor, unit);
    const under = { path: { startsWith: path ?? "none" } };
    conditions.push(tree === "union" ? { unionUnit: under } : { unit: under });
  }
  if (status) conditions.push({ status });
  if (workerType) conditions.push({ workerTypes: { has: workerType } });
  return { AND: conditions };
}

const orders: Record<
  EmployeeFilter["sort"],
  (direction: "asc" | "desc") => Prisma.EmployeeOrderByWithRelationInput[]
> = {
  name: (direction) => [{ pinyin: direction }, { nameKey: direction }, { id: direction }],
  workNumber: (direction) => [{ workNumber: { sort: direction, nulls: "last" } }, { id: direction }],
  unit: (direction) => [{ unit: { path: direction } }, { pinyin: direction }, { id: direction }],
};

/** Whatever the rank: the list is sorted by its columns. */
function anyOf(ranks: readonly Wanted[]): Wanted {
  return { any: ranks.flatMap(({ any }) => any), all: ranks.flatMap(({ all }) => all) };
}
