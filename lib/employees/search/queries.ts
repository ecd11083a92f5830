import type { Actor } from "@/lib/auth/roles";
import { ask, db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { findPage, findPageOf, type IdsOf, type PageOfIds } from "@/lib/db/paging";
import { keptSql } from "@/lib/db/part-sql";
import { shifted, type Sql, sqlOfRead, withLists } from "@/lib/db/read-sql";
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
  const { ids, ...page } = await pageOf(actor, filter);
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

async function pageOf(actor: Actor, filter: EmployeeFilter): Promise<PageOfIds> {
  const conditions = await narrowedBy(actor, filter);
  const identity = identityWhere(actor, filter.q);
  const hits = filter.q && !identity ? await hitsOf(actor, anyOf(wantedPeople(filter.q))) : null;
  if (hits?.ids && hits.number > most.asked)
    return findPageOf("employees", await amongHits(hits.ids, conditions, filter), filter);
  if (identity) conditions.push(identity);
  if (hits) conditions.push(hits.ids === null ? { searchKey: hits.wanted } : oneOfHits(hits.ids));
  return findPage(
    "employees",
    (client, range) =>
      client.employee.findMany({ where: { AND: conditions }, ...range, select: { id: true } }),
    orders[filter.sort](filter.direction),
    filter,
    (id, take, back) => idsFrom(conditions, filter, id, take, back),
  );
}

/** By the index of the column that the list is sorted by; none where that is another table's, or the row has no value in it. */
async function idsFrom(
  conditions: Prisma.EmployeeWhereInput[],
  { sort, direction }: EmployeeFilter,
  id: number,
  take: number,
  back: boolean,
): Promise<number[]> {
  const row = await db.employee.findFirst({
    where: { id },
    select: { pinyin: true, nameKey: true, workNumber: true },
  });
  if (!row || sort === "unit" || (sort === "workNumber" && row.workNumber === null)) return [];
  const way = (direction === "asc") === back ? "desc" : "asc";
  const [over, from] = way === "asc" ? (["gt", "gte"] as const) : (["lt", "lte"] as const);
  const { pinyin, nameKey } = row;
  const workNumber = row.workNumber ?? "";
  const beginning: Prisma.EmployeeWhereInput[] =
    sort === "name"
      ? [
          { pinyin: { [from]: pinyin } },
          {
            OR: [
              { pinyin: { [over]: pinyin } },
              { pinyin, nameKey: { [over]: nameKey } },
              { pinyin, nameKey, id: { [from]: id } },
            ],
          },
        ]
      : [
          { workNumber: { [from]: workNumber } },
          { OR: [{ workNumber: { [over]: workNumber } }, { workNumber, id: { [from]: id } }] },
        ];
  const rows = await db.employee.findMany({
    where: { AND: [...conditions, ...beginning] },
    // Where nobody lacks the value, nothing is said of those who do: backward, the index has them first.
    orderBy: sort === "name" ? orders.name(way) : [{ workNumber: way }, { id: way }],
    ...{ take, select: { id: true } },
  });
  const ids = rows.map((one) => one.id);
  return back ? ids.reverse() : ids;
}

async function narrowedBy(
  actor: Actor,
  { unit, tree, status, workerType }: EmployeeFilter,
): Promise<Prisma.EmployeeWhereInput[]> {
  const conditions: Prisma.EmployeeWhereInput[] = [visibleTo(actor), notMerged];
  if (unit !== undefined) {
    const path = await getUnitPath(actor, unit);
    const under = { path: { startsWith: path ?? "none" } };
    conditions.push(tree === "union" ? { unionUnit: under } : { unit: under });
  }
  if (status) conditions.push({ status });
  if (workerType) conditions.push({ workerTypes: { has: workerType } });
  return conditions;
}

/**
 * So many are found by their keys alone and then asked for one by one as a condition; so many more are put in order before it is asked
 * who of them is seen. Where there are more still, any way through a list meets them soon.
 */
const most = { asked: 5000, ordered: 100_000 };

type Hits = { wanted: Prisma.EmployeeSearchKeyWhereInput; number: number; ids: string | null };

/**
 * People whose names, readings or numbers hold what is wanted, as one text of ids, or none where there are too many. Their keys know the
 * units of the scope; a person's own record may lie outside.
 */
async function hitsOf(actor: Actor, grams: Wanted): Promise<Hits> {
  const wanted = gramsIn(grams);
  const unitIds = { hasSome: scopeUnits(actor) };
  const own = { employeeId: actor.employeeId ?? 0 };
  const { text, values } = await sqlOfRead((client) =>
    client.employeeSearchKey.findMany({
      where: { AND: [wanted, { OR: [{ unitIds }, own] }] },
      select: { employeeId: true },
    }),
  );
  // Prisma sorts what it takes the first of, and then goes through all keys in that order.
  const [found] = await ask<Omit<Hits, "wanted">>({
    text: `SELECT cardinality(ids) AS number, CASE WHEN cardinality(ids) <= ${most.ordered} THEN ids::text END AS ids
      FROM (SELECT ARRAY(${text} LIMIT ${most.ordered + 1}) AS ids OFFSET 0) AS hits`,
    values,
  });
  return { wanted, ...found! };
}

function oneOfHits(ids: string): Prisma.EmployeeWhereInput {
  return { id: { in: JSON.parse(`[${ids.slice(1, -1)}]`) as number[] } };
}

/** The list's ids among those of hits: each looked up by itself, whatever PostgreSQL knows of the table, put in order, and then asked for. */
async function amongHits(
  ids: string,
  conditions: Prisma.EmployeeWhereInput[],
  { sort, direction }: EmployeeFilter,
): Promise<IdsOf> {
  const seen = withLists(
    await sqlOfRead((client) =>
      client.employee.findMany({ where: { AND: conditions }, select: { id: true } }),
    ),
  );
  const all = `unnest($1::int[]) AS hit (id)`;
  const theirs = `CROSS JOIN LATERAL (SELECT FROM (${shifted(seen, 1)}) AS seen WHERE seen.id = hit.id OFFSET 0) AS one`;
  const ordered = `(SELECT hit.id FROM ${all} CROSS JOIN LATERAL (SELECT * FROM employees WHERE id = hit.id OFFSET 0) AS e
    ORDER BY ${columns[sort](direction)}) AS hit`;
  return (range) => {
    const values: unknown[] = [ids, ...seen.values];
    const given = (value: number) => `$${values.push(value)}`;
    const window =
      range && range !== "whole" ? ` LIMIT ${given(range.take)} OFFSET ${given(range.skip)}` : "";
    return Promise.resolve({
      text: `SELECT hit.id FROM ${range ? ordered : all} ${theirs}${window}`,
      values,
    });
  };
}

/** The orders below, of people as `e`. */
const columns: Record<EmployeeFilter["sort"], (direction: "asc" | "desc") => string> = {
  name: (way) => `e.pinyin ${way}, e.name_key ${way}, e.id ${way}`,
  workNumber: (way) => `e.work_number ${way} NULLS LAST, e.id ${way}`,
  unit: (way) => `(SELECT path FROM organizations WHERE id = e.unit_id) ${way}, e.pinyin ${way}, e.id ${way}`,
};
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
