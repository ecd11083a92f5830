import type { Actor } from "@/lib/auth/roles";
import { ask, db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { findPage } from "@/lib/db/paging";
import { keptSql } from "@/lib/db/part-sql";
import { shifted, type Sql, sqlOfRead } from "@/lib/db/read-sql";
import { mayBeOld } from "@/lib/db/replica";
import { inOrderOf, oneOf } from "@/lib/kernel/ids";
import type { Page } from "@/lib/kernel/page";
import { gramsIn, type Wanted } from "@/lib/kernel/search-grams";
import { getUnitPath } from "@/lib/organizations/queries";
import { identityWhere } from "../identities/queries";
import { anybody, peopleSql, scopeUnits, wantedPeople } from "../keys/queries";
import { pickableBy, visibleTo } from "../policy";
import { type EmployeeItem, itemSelect, knownTypes, notMerged, toItem } from "../queries";
import type { EmployeeFilter, WorkerType } from "../schema";

export type EmployeeRow = Omit<EmployeeItem, "birthYear" | "last4"> & {
  unionUnitName: string | null;
  post: string | null;
  workerTypes: WorkerType[];
};

/** People for a picker: by name, pinyin, initials or work number. Exact first, then beginnings, then the rest; the actor's own unit and those in office before others. */
export const searchEmployees = mayBeOld(findEmployees);

async function findEmployees(actor: Actor, text: string | undefined, limit = 20): Promise<EmployeeItem[]> {
  const byNumber = identityWhere(actor, text);
  if (!byNumber) return readItems(actor, await peopleSql(actor, text ? wantedPeople(text) : anybody, limit));
  const where = { AND: [pickableBy(actor), notMerged, byNumber] };
  return (await db.employee.findMany({ where, select: itemSelect, take: limit })).map(toItem);
}

/** People in the order of a statement, by the same one; each looked up by itself. */
async function readItems(actor: Actor, found: Sql | null): Promise<EmployeeItem[]> {
  if (!found) return [];
  const where = { AND: [pickableBy(actor), notMerged] };
  const seen = await keptSql(`employees ${JSON.stringify(where)}`, (client) =>
    client.employee.findMany({ where }),
  );
  return ask<EmployeeItem>({
    text: `SELECT p.id, p.name, p.gender::text, p.status::text, p.work_number AS "workNumber", coalesce(u.name, n.name) AS "unitName",
        left(p.birth, 4) AS "birthYear", p.id_number_last4 AS last4
      FROM (${found.text}) AS found
      CROSS JOIN LATERAL (SELECT * FROM (${shifted(seen, found.values.length)}) AS seen WHERE seen.id = found.id OFFSET 0) AS p
      LEFT JOIN organizations u ON u.id = p.unit_id LEFT JOIN organizations n ON n.id = p.union_unit_id
      ORDER BY found.place`,
    values: [...found.values, ...seen.values],
  });
}

export const listEmployees = mayBeOld(readEmployees);

async function readEmployees(actor: Actor, filter: EmployeeFilter): Promise<Page<EmployeeRow>> {
  const where = await whereEmployees(actor, filter);
  const { ids, ...page } = await findPage(
    "employees",
    (client, range) => client.employee.findMany({ where, ...range, select: { id: true } }),
    orders[filter.sort](filter.direction),
    filter,
  );
  const shown = ids.map((id) => ({ id }));
  const rows = await db.employee.findMany({
    where: oneOf(shown),
    select: { ...itemSelect, post: true, workerTypes: true },
  });
  return {
    rows: inOrderOf(shown, rows).map((row) => {
      const { birthYear: _birthYear, last4: _last4, ...item } = toItem(row);
      return {
        ...item,
        unitName: row.unit?.name ?? null,
        unionUnitName: row.unionUnit?.name ?? null,
        post: row.post,
        workerTypes: knownTypes(row.workerTypes),
      };
    }),
    ...page,
  };
}

async function whereEmployees(
  actor: Actor,
  { q, unit, tree, status, workerType }: EmployeeFilter,
): Promise<Prisma.EmployeeWhereInput> {
  const conditions: Prisma.EmployeeWhereInput[] = [visibleTo(actor), notMerged];
  if (q) conditions.push(identityWhere(actor, q) ?? (await named(actor, anyOf(wantedPeople(q)))));
  if (unit !== undefined) {
    const path = await getUnitPath(actor, unit);
    const under = { path: { startsWith: path ?? "none" } };
    conditions.push(tree === "union" ? { unionUnit: under } : { unit: under });
  }
  if (status) conditions.push({ status });
  if (workerType) conditions.push({ workerTypes: { has: workerType } });
  return { AND: conditions };
}

/** So many are found by their keys alone and then asked for one by one; where there are more, any way through a list meets them soon. */
const mostFound = 5000;

/** People whose names, readings or numbers hold what is wanted. Their keys know the units of the scope; a person's own record may lie outside. */
async function named(actor: Actor, wanted: Wanted): Promise<Prisma.EmployeeWhereInput> {
  const found = gramsIn(wanted);
  const unitIds = { hasSome: scopeUnits(actor) };
  const own = { employeeId: actor.employeeId ?? 0 };
  const { text, values } = await sqlOfRead((client) =>
    client.employeeSearchKey.findMany({
      where: { AND: [found, { OR: [{ unitIds }, own] }] },
      select: { employeeId: true },
    }),
  );
  // Prisma sorts what it takes the first of, and then goes through all keys in that order.
  const keys = await ask<{ employee_id: number }>({ text: `${text} LIMIT ${mostFound + 1}`, values });
  return keys.length > mostFound ? { searchKey: found } : { id: { in: keys.map((key) => key.employee_id) } };
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
