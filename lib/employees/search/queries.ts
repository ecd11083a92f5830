import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { readQuery, readsAs } from "@/lib/kernel/lookup";
import { type Page, pageWindow } from "@/lib/kernel/page";
import { cleanText, escapeLike } from "@/lib/kernel/text";
import { getUnitPath } from "@/lib/organizations/queries";
import { pickableBy, visibleTo } from "../policy";
import { type EmployeeItem, itemSelect, knownTypes, notMerged, type SelectedItem, toItem } from "../queries";
import type { EmployeeFilter, WorkerType } from "../schema";

export type EmployeeRow = Omit<EmployeeItem, "birthYear" | "last4"> & {
  unionUnitName: string | null;
  post: string | null;
  workerTypes: WorkerType[];
};

/** People for a picker: by name, pinyin, initials or work number. Exact first, then beginnings, then the rest; those in office before those gone. */
export async function searchEmployees(
  actor: Actor,
  text: string | undefined,
  limit = 20,
): Promise<EmployeeItem[]> {
  const found: SelectedItem[] = [];
  const more = (condition: Prisma.EmployeeWhereInput, take: number) =>
    db.employee.findMany({
      where: {
        AND: [pickableBy(actor), notMerged, condition, { id: { notIn: found.map((row) => row.id) } }],
      },
      select: itemSelect,
      orderBy: [{ status: "asc" }, { pinyin: "asc" }, { id: "asc" }],
      take,
    });
  for (const condition of text ? tiers(text) : [{}]) {
    if (found.length < limit) found.push(...(await more(condition, limit - found.length)));
  }
  const letters = readQuery(text ?? "").letters;
  if (letters && found.length < limit) {
    const rows = await more(mayReadAs(letters), 500);
    found.push(...rows.filter((row) => readsAs(letters, row)).slice(0, limit - found.length));
  }
  return found.map(toItem);
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
  if (q) conditions.push({ OR: tiers(q) });
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

/** Conditions by rank: the name, number or reading itself; its beginning; inside it. */
function tiers(text: string): Prisma.EmployeeWhereInput[] {
  const { key, letters } = readQuery(text);
  const name = escapeLike(key);
  const numbers = [...new Set([cleanText(text), cleanText(text).toUpperCase()])];
  const readings = letters ? spacings(letters) : [];
  return [
    {
      OR: [
        { nameKey: key },
        { workNumber: { in: numbers } },
        { pinyin: { in: readings } },
        ...(letters ? [{ initials: letters }] : []),
      ],
    },
    {
      OR: [
        { nameKey: { startsWith: name } },
        ...numbers.map((number) => ({ workNumber: { startsWith: escapeLike(number) } })),
        ...readings.map((reading) => ({ pinyin: { startsWith: reading } })),
        ...(letters ? [{ initials: { startsWith: letters } }] : []),
      ],
    },
    { OR: [{ nameKey: { contains: name } }, { formerNames: { has: cleanText(text) } }] },
  ];
}

/** The kept reading parts surname and given name, what is typed does not: "zhangwei" may be "zhang wei". No surname has more than nine letters. */
function spacings(letters: string): string[] {
  const parted = Array.from(
    { length: Math.min(letters.length - 1, 9) },
    (_, index) => `${letters.slice(0, index + 1)} ${letters.slice(index + 1)}`,
  );
  return [letters, ...parted];
}

/** Loose condition for beginnings of each syllable ("zjianguo"); the rows are then compared letter by letter. */
function mayReadAs(letters: string): Prisma.EmployeeWhereInput {
  return {
    AND: [
      { initials: { startsWith: letters[0]! } },
      ...[...new Set(letters.slice(1))].map((letter) => ({ pinyin: { contains: letter } })),
    ],
  };
}
