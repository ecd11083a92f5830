import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { ask, db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { firstSeen } from "@/lib/db/first-seen";
import { behindWall } from "@/lib/db/behind-wall";
import { foundPage, numberedPage, pageBeyond, type PageOfIds } from "@/lib/db/paging";
import { keptSql } from "@/lib/db/part-sql";
import { type Sql, sqlOfRead } from "@/lib/db/read-sql";
import { mayBeOld } from "@/lib/db/replica";
import { mostRanked } from "@/lib/kernel/search-grams";
import { countedRows, type Page, pageWindow } from "@/lib/kernel/page";
import { findHits, hitsOf, sortedSql } from "../hits/queries";
import { findAwards } from "../keys/queries";
import { ledgerNode, type LedgerNode, visibleTo } from "../policy";
import { type AwardRow, type NamedPath, narrowedBy, orderAwards, pathOf, whereAwards } from "../queries";
import type { AwardFilter } from "../schema";

type Where = Prisma.AwardWhereInput;
type PageRange = { skip: number; take: number };
type Range = PageRange | "whole";

/**
 * A page of the ledger. Rows are counted to ten thousand, and pages have numbers as far; beyond, a page lies `after` or `before`
 * a row of the one next to it, so that the last page of a million is as near as the second.
 */
export const listAwards = mayBeOld(readAwards);

async function readAwards(actor: Actor, filter: AwardFilter): Promise<Page<AwardRow>> {
  const beyond = await findBeyond(actor, filter);
  const { ids, ...page } = beyond ?? (await findNumbered(actor, filter));
  return { rows: await readRows(ids), ...page };
}

async function findNumbered(actor: Actor, filter: AwardFilter): Promise<PageOfIds> {
  const path = await pathOf(actor, filter);
  const hits = await hitsOf(actor, filter, path);
  if (!hits) return numberedPage(await sqlOfList(actor, filter, path), filter);
  const page = await foundPage((range) => findHits(hits, range), filter);
  const seen = await behindWall(
    "awards",
    page.ids.map((id) => ({ id })),
  );
  return { ...page, ids: seen.map(({ id }) => id) };
}

/** What a keyword finds among the awards that the actor sees, the best first. */
export async function searchAwards(actor: Actor, q: string, limit = 20): Promise<AwardRow[]> {
  const where = visibleTo(actor);
  const all = await keptSql(`awards ${JSON.stringify(where)}`, (client) =>
    client.award.findMany({ where, select: { id: true } }),
  );
  const sees = (ids: readonly number[]) =>
    firstSeen(
      "awards",
      ids.map((id) => ({ id })),
      limit,
      all,
    );
  const best = await findAwards(actor, q, limit);
  let seen = await sees(best);
  // Not every award that a unit finds is shown to each of its roles: then all that were looked at are asked for, until enough are seen.
  if (seen.length < limit && best.length >= limit) seen = await sees(await findAwards(actor, q, mostRanked));
  return readRows(seen.map(({ id }) => id));
}

/** The ids of a list, all of them: in its order, to be read from row to row, and in none, to be counted. */
export async function ledgerSql(actor: Actor, filter: AwardFilter): Promise<{ ordered: Sql; counted: Sql }> {
  // A keyword may find any number, of which only those of a page are looked for there.
  const path = await pathOf(actor, filter);
  const hits = filter.q ? null : await hitsOf(actor, filter, path);
  if (hits) return { ordered: sortedSql(hits, "whole"), counted: sortedSql(hits, "counted") };
  const sqlOf = await sqlOfList(actor, filter, path);
  const [ordered, counted] = await Promise.all([sqlOf("whole"), sqlOf()]);
  return { ordered, counted };
}

async function sqlOfList(actor: Actor, filter: AwardFilter, path: NamedPath) {
  const node = await nodeOf(actor, filter, path);
  const where = node ? {} : await whereAwards(actor, filter, path);
  return (range?: Range): Promise<Sql> =>
    node ? inNode(node, filter, range) : inLedger(where, filter, range);
}

type Node = { id: number; narrowed: Where[] };

/** The one unit whose awards the list holds: the actor's, or one below it that the list is narrowed to. */
async function nodeOf(actor: Actor, filter: AwardFilter, path: NamedPath): Promise<Node | null> {
  const node = ledgerNode(actor);
  if (!node || filter.sort !== "date") return null;
  const under = filter.unit === undefined ? node.path : path;
  if (!under?.startsWith(node.path)) return null;
  const narrowed = [statesOf(node), ...(await narrowedBy(actor, filter))].filter(isCondition);
  // Over everything, the indexes of what it is narrowed by are the shorter way.
  if (node.whole && filter.unit === undefined && narrowed.length > 0) return null;
  return { id: filter.unit ?? node.id, narrowed };
}

/** The ids of a unit's awards, by the range of the index that is their order; without a range all of them, to be counted. */
async function inNode({ id, narrowed }: Node, { year, direction }: AwardFilter, range?: Range): Promise<Sql> {
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  let from = "award_scopes s";
  if (narrowed.length > 0) {
    const awards = await sqlOfRead((client) =>
      client.award.findMany({ where: { AND: narrowed }, select: { id: true } }),
    );
    values.push(...awards.values);
    from += ` JOIN (${awards.text}) AS narrowed ON narrowed.id = s.award_id`;
  }
  const years = year === null ? "" : ` AND s.award_year = ${given(year)}`;
  const text = `SELECT s.award_id AS id FROM ${from} WHERE s.unit_id = ${given(id)}${years}`;
  if (!range) return { text, values };
  const way = direction === "desc" ? "DESC" : "ASC";
  const order = ` ORDER BY s.day ${way}, s.award_id ${way}`;
  if (range === "whole") return { text: text + order, values };
  const page = `${text}${order} LIMIT ${given(range.take)} OFFSET ${given(range.skip)}`;
  if (narrowed.length > 0) return { text: page, values };
  // Ids are keys without a wall; what is shown of them has passed that of awards, and what was skipped is not asked.
  return {
    text: `SELECT id FROM (${page}) AS shown WHERE EXISTS (SELECT FROM awards a WHERE a.id = shown.id OFFSET 0)`,
    values,
  };
}

function statesOf({ states }: LedgerNode): Where {
  return states ? { state: { in: [...states] } } : {};
}

function isCondition(condition: Where): boolean {
  return Object.keys(condition).length > 0;
}

function inLedger(where: Where, filter: AwardFilter, range?: Range): Promise<Sql> {
  const order = range && { orderBy: orderAwards(filter), ...(range !== "whole" && range) };
  return sqlOfRead((client) => client.award.findMany({ where, ...order, select: { id: true } }));
}

/** The page next to a row, where the address names one that the list holds; null for a page with a number. */
async function findBeyond(actor: Actor, filter: AwardFilter): Promise<PageOfIds | null> {
  const id = filter.after ?? filter.before;
  if (id === undefined) return null;
  const where = await whereAwards(actor, filter);
  const anchor = await db.award.findFirst({
    where: { AND: [where, { id }] },
    select: { firstDay: true, titleName: true, awardYear: true },
  });
  if (!anchor) return null;
  const back = filter.after === undefined;
  const { take } = pageWindow(1, filter.size, countedRows);
  const rows = await db.award.findMany({
    where: { AND: [where, nearBy(anchor, filter, back)] },
    orderBy: orderAwards(filter),
    cursor: { id },
    skip: 1,
    // One more tells whether there is anything further on.
    take: (take + 1) * (back ? -1 : 1),
    select: { id: true },
  });
  return pageBeyond(
    rows.map((row) => row.id),
    take,
    back,
  );
}

type Anchor = { firstDay: string; titleName: string; awardYear: number };

/** What Prisma's cursor says with alternatives, said so that an index begins at the row instead of coming to it. */
function nearBy(anchor: Anchor, { sort, direction }: AwardFilter, back: boolean): Where {
  const side = (direction === "asc") === back ? "lte" : "gte";
  if (sort === "date") return { firstDay: { [side]: anchor.firstDay } };
  if (sort === "title") return { titleName: { [side]: anchor.titleName } };
  if (sort === "year") return { awardYear: { [side]: anchor.awardYear } };
  return {};
}

type Value = "level" | "category" | "prize";
type StoredRow = Omit<AwardRow, "prizeLevel" | "level" | "category"> &
  Record<`${Value}Code` | `${Value}Zh` | `${Value}En`, string>;

/**
 * The rows of these awards, in this order, by one statement where Prisma would send nine. The ids were found under the actor's
 * scope; that of each name and number beside them is not asked again.
 */
async function readRows(ids: number[]): Promise<AwardRow[]> {
  if (ids.length === 0) return [];
  // Planned once: for the few ids of a short list PostgreSQL would plan anew each time, which takes longer than the rows.
  const rows = await asSystem(() => ask<StoredRow>({ text: rowsSql, values: [ids] }, true));
  return rows.map(({ prizeCode, prizeZh, prizeEn, levelCode, levelZh, levelEn, ...rest }) => {
    const { categoryCode, categoryZh, categoryEn, ...row } = rest;
    return {
      ...row,
      prizeLevel: prizeCode ? { code: prizeCode, zh: prizeZh, en: prizeEn } : null,
      level: { code: levelCode, zh: levelZh, en: levelEn },
      category: { code: categoryCode, zh: categoryZh, en: categoryEn },
    };
  });
}

const rowsSql = `
  SELECT a.id, a.ledger_number AS "ledgerNumber", a.title_name AS "titleName", a.title_name_en AS "titleNameEn", a.rank,
    p.code AS "prizeCode", p.name_zh AS "prizeZh", p.name_en AS "prizeEn", l.code AS "levelCode", l.name_zh AS "levelZh",
    l.name_en AS "levelEn", c.code AS "categoryCode", c.name_zh AS "categoryZh", c.name_en AS "categoryEn",
    a.award_date AS "awardDate", a.award_year AS "awardYear", a.state, a.bonus::text AS bonus, coalesce(o.short_name, o.name) AS "unitName",
    r.names[1:3] AS recipients, r.count AS "recipientCount",
    r.struck || ARRAY(SELECT m.name FROM award_members m WHERE m.award_id = a.id AND m.struck_at IS NOT NULL
      ORDER BY m.recipient_id, m.position) AS struck,
    (SELECT d.number FROM award_documents x JOIN documents d ON d.id = x.document_id WHERE x.award_id = a.id
      ORDER BY x.position LIMIT 1) AS "documentNumber"
  FROM unnest($1::int[]) WITH ORDINALITY AS page(id, n)
  JOIN awards a ON a.id = page.id
  JOIN levels l ON l.code = a.level_code
  JOIN categories c ON c.code = a.category_code
  JOIN organizations o ON o.id = a.recording_unit_id
  LEFT JOIN prize_levels p ON p.code = a.prize_level_code
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(name ORDER BY position), '{}') AS names, count(*)::int AS count,
      coalesce(array_agg(name ORDER BY position) FILTER (WHERE struck_at IS NOT NULL), '{}') AS struck
    FROM award_recipients WHERE award_id = a.id) r
  ORDER BY page.n`;
