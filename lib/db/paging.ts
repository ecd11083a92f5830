import { type Beyond, countedRows, type Page, pageWindow } from "@/lib/kernel/page";
import { asSystem } from "./acting";
import { behindWall } from "./behind-wall";
import { ask } from "./client";
import type { PrismaClient } from "./generated/client";
import { pageSql, shifted, type Sql, sqlOfRead } from "./read-sql";

/** Where in a list one is: at a page with a number, or beyond those, after or before a row. */
export type Asked = { page: number; size: number; after?: number; before?: number };
export type Range = { skip: number; take: number };
export type Found = { ids: number[]; found: number };
/** A page's ids in its order, and the number of rows that are counted. */
export type PageOfIds = Omit<Page<number>, "rows"> & { ids: number[] };

/**
 * A page with a number of the ids that a statement gives, and how many there are, counted to ten thousand. `sqlOf` is that statement
 * for a range, in its order, and for all rows in none.
 */
export function numberedPage(sqlOf: (range?: Range) => Promise<Sql>, asked: Asked): Promise<PageOfIds> {
  return foundPage(async (range) => {
    const [ids, all] = await Promise.all([sqlOf(range), sqlOf()]);
    const [row] = await ask<Found>(pageSql(ids, all, countedRows));
    return row!;
  }, asked);
}

/** The same by whatever finds the ids of a range and their number, counted to one past ten thousand. */
export async function foundPage(
  find: (range: Range) => Promise<Found>,
  { page, size }: Asked,
): Promise<PageOfIds> {
  const asked = pageWindow(page, size, countedRows);
  const { ids, found } = await find({ skip: asked.skip, take: asked.take });
  const total = Math.min(found, countedRows);
  const window = pageWindow(asked.page, size, total);
  const shown = window.page === asked.page ? ids : (await find({ skip: window.skip, take: window.take })).ids;
  const over = found > countedRows;
  return {
    ...{ ids: shown, total, page: window.page, size: window.size },
    ...(over && {
      ...{ over, unnumbered: false, before: null },
      after: window.page === window.pages ? (shown.at(-1) ?? null) : null,
    }),
  };
}

/** The page next to a row, from one more row than are shown, which tells whether there is anything further on. */
export function pageBeyond(found: readonly number[], size: number, back: boolean): PageOfIds & Beyond {
  const further = found.length > size;
  const ids = back ? found.slice(-size) : found.slice(0, size);
  return {
    ...{ ids, total: countedRows, page: 1, size, over: true, unnumbered: true },
    before: back && !further ? null : (ids[0] ?? null),
    after: back || further ? (ids.at(-1) ?? null) : null,
  };
}

type ReadIds<Order> = (
  client: PrismaClient,
  range: { orderBy?: Order; skip?: number; take?: number },
) => Promise<{ id: number }[]>;

/** The ids of a list: a range in its order, all of them in it (`whole`), or in none, to be counted. */
export type IdsOf = (range?: Range | "whole") => Promise<Sql>;
/** So many ids of a list from a row on, forward or, in the list's order, back: a short way to them, which may be given for some orders. */
export type IdsFrom = (id: number, take: number, back: boolean) => Promise<number[]>;
type Table = "achievements" | "certificates" | "employees" | "studios" | "teams";

/**
 * A list's page by a read of Prisma's that selects ids alone, under the conditions of what the actor sees: `(client, range) =>
 * client.team.findMany({ where, ...range, select: { id: true } })`.
 */
export function findPage<Order>(
  table: Table,
  read: ReadIds<Order>,
  orderBy: Order,
  asked: Asked,
  from?: IdsFrom,
): Promise<PageOfIds> {
  const idsOf: IdsOf = (range) =>
    sqlOfRead((client) => read(client, range ? { orderBy, ...(range !== "whole" && range) } : {}));
  return findPageOf(table, idsOf, asked, from);
}

/**
 * The same by statements of any other making. The wall of rows is asked of the rows that are shown: asked of every row of a table it
 * keeps PostgreSQL from beginning with the few that the conditions are about.
 */
export async function findPageOf(
  table: Table,
  idsOf: IdsOf,
  asked: Asked,
  from?: IdsFrom,
): Promise<PageOfIds> {
  const page = await asSystem(() => anyPage(idsOf, asked, from));
  const seen = await behindWall(
    table,
    page.ids.map((id) => ({ id })),
  );
  return { ...page, ids: seen.map(({ id }) => id) };
}

async function anyPage(idsOf: IdsOf, asked: Asked, from?: IdsFrom): Promise<PageOfIds> {
  const id = asked.after ?? asked.before;
  if (id !== undefined) {
    const back = asked.after === undefined;
    const { take } = pageWindow(1, asked.size, countedRows);
    const near = (await from?.(id, take + 2, back)) ?? [];
    const ids = near.length === take + 2 ? near : await idsFrom(await idsOf("whole"), id, take + 1, back);
    // The row itself comes with them: one that the list does not hold is no place in it.
    if (ids.at(back ? -1 : 0) === id) return pageBeyond(back ? ids.slice(0, -1) : ids.slice(1), take, back);
  }
  return numberedPage(idsOf, asked);
}

/**
 * A row and those next to it, in the order of a statement, by their places in it. Prisma's own cursor loses rows that have no value
 * where the order is by another table's column.
 */
async function idsFrom(sql: Sql, id: number, count: number, back: boolean): Promise<number[]> {
  const [first, last] = back
    ? ["here.place - $2::int", "here.place"]
    : ["here.place", "here.place + $2::int"];
  const rows = await ask<{ id: number }>({
    text: `WITH placed AS MATERIALIZED (SELECT id, row_number() OVER () AS place FROM (${shifted(sql, 2)}) AS ordered)
      SELECT placed.id FROM placed, (SELECT place FROM placed WHERE id = $1::int) AS here
      WHERE placed.place BETWEEN ${first} AND ${last} ORDER BY placed.place`,
    values: [id, count, ...sql.values],
  });
  return rows.map((row) => row.id);
}
