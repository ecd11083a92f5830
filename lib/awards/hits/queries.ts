import { type Actor, isRoot } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { ask } from "@/lib/db/client";
import type { Found, Range } from "@/lib/db/paging";
import type { Sql } from "@/lib/db/read-sql";
import { countedRows } from "@/lib/kernel/page";
import { keyed, type Named, namedIn } from "../keys/queries";
import { ledgerNode } from "../policy";
import type { NamedPath } from "../queries";
import type { AwardFilter, AwardState } from "../schema";

export type Hits = {
  /** The unit that finds them; null for whoever sees all of them. */
  unit: number | null;
  /** It has none above it. */
  isTop: boolean;
  states: readonly AwardState[] | null;
  filter: AwardFilter;
  named: Named | null;
  /** More than are counted bear the keyword, and nothing else narrows the list. */
  isOver: boolean;
};

/** The list as one of what a unit finds; null where there is no one unit, and where its days alone are gone along. */
export async function hitsOf(actor: Actor, filter: AwardFilter, path: NamedPath): Promise<Hits | null> {
  const node = ledgerNode(actor);
  if (!node) return null;
  const { level, category, prizeLevel, state, title, subjectKind, q, unit } = filter;
  const isNarrowed = [node.states, level, category, prizeLevel, state, title, subjectKind].some(Boolean);
  if (!isNarrowed && !q && filter.sort === "date") return null;
  const under = unit === undefined ? node.path : path;
  if (!under?.startsWith(node.path)) return null;
  const named = q ? await namedIn(actor, q) : null;
  const isWhole = !isNarrowed && unit === undefined && filter.year === null;
  const whole = node.whole && unit === undefined;
  const found = {
    unit: whole ? null : (unit ?? node.id),
    isTop: isRoot(under),
    states: node.states,
    filter,
    named,
  };
  return { ...found, isOver: isWhole && Boolean(named?.keys) };
}

/** So many are counted, so many asked one by one, and so many looked at for a page's first row. */
const bounds = { counted: countedRows, few: 10_000, looked: 20_000 };

/**
 * A page of it, and how many awards it holds. However many the ledger holds, only so many are looked at: up to ten thousand are found and
 * sorted; where there are more, the order is gone along until the page is full.
 */
export async function findHits(hits: Hits, range: Range, within = bounds): Promise<Found> {
  const [row] = await asSystem(() => ask<Found>(hitsSql(hits, range, within)));
  const { ids, found } = row!;
  const full = found <= within.counted || ids.length === Math.min(range.take, within.counted - range.skip);
  if (full || !isIndexed(hits)) return { ids, found };
  // All of them lie far from where the order begins.
  const sorted = await asSystem(() => ask<{ id: number }>(sortedSql(hits, range)));
  return { ids: sorted.map(({ id }) => id), found };
}

function hitsSql(hits: Hits, range: Range, { counted, few, looked }: typeof bounds): Sql {
  const values: unknown[] = [];
  const parts = partsOf(hits, range, values);
  const { way, columns, window } = parts;
  const along = alongSql(hits, parts, looked + 20 * (range.skip + range.take));
  if (hits.isOver)
    return {
      text: `WITH ${parts.named} nothing AS (SELECT) SELECT ${counted + 1} AS found, ARRAY(${along}) AS ids`,
      values,
    };
  const { some, arms } = armsOf(hits, parts, few);
  // The day may stand in the index that found them; any other key is looked at only where they are few.
  const day = `coalesce(day, (SELECT s.day FROM award_scopes s WHERE ${all(["s.award_id = hits.id"], parts.within)}))`;
  const sorted =
    hits.filter.sort === "date" && hits.unit !== null
      ? `SELECT id FROM hits ORDER BY ${day} ${way}, id ${way} ${window}`
      : `SELECT m.id FROM hits CROSS JOIN LATERAL (SELECT * FROM award_marks WHERE id = hits.id OFFSET 0) AS m ORDER BY ${columns.join()} ${window}`;
  return {
    text: `WITH ${parts.named}${some} hits AS MATERIALIZED (${arms.join(" UNION ALL ")} LIMIT ${counted + 1}),
      counted AS MATERIALIZED (SELECT count(*)::int AS found FROM hits)
      SELECT found, CASE WHEN found <= ${counted} THEN ARRAY(${sorted}) ELSE ARRAY(${along}) END AS ids FROM counted`,
    values,
  };
}

/**
 * Statements of the ids, each once, with their days where an index says them by the way. Few awards of a level, a category, a title or a
 * state are asked one by one whether the unit finds them; of many, year after year is laid beside the unit's, until enough are found.
 */
function armsOf(
  { unit, named }: Hits,
  { year, within, scope, indexed, others, titled, bearers }: Parts,
  few: number,
) {
  const found = (id: string) =>
    unit === null
      ? ""
      : `CROSS JOIN LATERAL (SELECT FROM award_scopes s WHERE ${all([`s.award_id = ${id}`], within)} OFFSET 0) AS s`;
  const marked = (id: string, ...more: string[][]) =>
    `CROSS JOIN LATERAL (SELECT FROM award_marks m WHERE ${all([`m.id = ${id}`], ...more)} OFFSET 0) AS m`;
  const byName = named && [
    `SELECT named.id, NULL::int AS day FROM ${bearers} ${found("named.id")} ${marked("named.id", indexed, others, [`NOT ${titled}`])}`,
  ];
  const arms = (...own: string[]) => [...own, ...(byName ?? [])];
  const marks = titled ? [...indexed, titled] : indexed;
  if (unit === null)
    return {
      some: "",
      arms: arms(`SELECT m.id, NULL::int AS day FROM award_marks m WHERE ${all(marks, others)}`),
    };
  // Where nothing is asked of the awards themselves, their scopes say it all.
  const isNarrowed = marks.length > (year ? 1 : 0);
  if (!isNarrowed && others.length === 0)
    return { some: "", arms: arms(`SELECT s.award_id AS id, s.day FROM award_scopes s WHERE ${all(scope)}`) };
  const edge = (which: string) => `(SELECT ${which}(s.award_year) FROM award_scopes s WHERE ${all(scope)})`;
  const years = year
    ? `(SELECT ${year}::int AS year)`
    : `(SELECT generate_series(${edge("max")}, ${edge("min")}, -1) AS year)`;
  const yearly = `SELECT m.id, m.day FROM ${years} AS y CROSS JOIN LATERAL (SELECT m.id, s.day FROM award_scopes s JOIN award_marks m ON m.id = s.award_id
    WHERE ${all(scope, ["s.award_year = y.year", "m.award_year = y.year"], marks, others)} OFFSET 0) AS m`;
  if (!isNarrowed) return { some: "", arms: arms(yearly) };
  const areFew = `(SELECT count(*) FROM chosen) <= ${few}`;
  return {
    some: `chosen AS MATERIALIZED (SELECT m.id FROM award_marks m WHERE ${all(marks)} LIMIT ${few + 1}),`,
    arms: arms(
      `SELECT chosen.id, NULL::int AS day FROM chosen ${found("chosen.id")} ${others.length > 0 ? marked("chosen.id", others) : ""} WHERE ${areFew}`,
      `${yearly} WHERE NOT ${areFew}`,
    ),
  };
}

/** All of them sorted: a range, where the order cannot be gone along, or the whole list; to be counted, in no order. */
export function sortedSql(hits: Hits, range: Range | "whole" | "counted"): Sql {
  const values: unknown[] = [];
  const parts = partsOf(hits, typeof range === "string" ? undefined : range, values);
  if (range === "counted") parts.sorted = "";
  return { text: `WITH ${parts.named} nothing AS (SELECT) ${sortedText(parts)}`, values };
}

function sortedText({ from, scope, marks, sorted, window }: Parts): string {
  return `SELECT m.id FROM ${from} WHERE ${all(scope, marks)} ${sorted} ${window}`;
}

/** The first in order, each award asked whether it is one of them. */
function alongSql(hits: Hits, parts: Parts, most: number): string {
  const { within, scope, marks, way, columns, window, year } = parts;
  const { unit, filter } = hits;
  if (filter.sort === "date" && unit !== null)
    return `SELECT s.award_id AS id FROM award_scopes s WHERE ${all(scope)}
      AND EXISTS (SELECT FROM award_marks m WHERE ${all(["m.id = s.award_id"], marks)} OFFSET 0) ORDER BY s.day ${way}, s.award_id ${way} ${window}`;
  if (!isIndexed(hits)) return sortedText(parts);
  const seen =
    unit === null
      ? all(marks)
      : `${all(marks)} AND EXISTS (SELECT FROM award_scopes s WHERE ${all(["s.award_id = m.id"], within)} OFFSET 0)`;
  const along = (order: string, ...where: string[]) =>
    `(SELECT m.id, ${seen} AS seen FROM award_marks m WHERE ${all(where)} ORDER BY ${order})`;
  // A number begins with its year.
  const numbers = year
    ? [`m.ledger_number >= ${year}::text`, `m.ledger_number < (${year} + 1)::text`]
    : ["m.ledger_number IS NOT NULL"];
  const arms = [along(columns.join(), ...numbers), along(`m.id ${way}`, "m.ledger_number IS NULL")];
  const ordered =
    filter.sort === "number"
      ? (way === "ASC" ? arms : arms.reverse()).join(" UNION ALL ")
      : along(columns.join(), ...(filter.sort !== "title" && year ? [`m.award_year = ${year}`] : []));
  return `SELECT id FROM (SELECT * FROM (${ordered}) AS ordered LIMIT ${most}) AS along WHERE seen ${window}`;
}

function isIndexed({ unit, filter: { sort } }: Hits): boolean {
  return sort !== "level" && sort !== "unit" && (sort !== "date" || unit === null);
}

function all(...conditions: string[][]): string {
  return conditions.flat().join(" AND ") || "true";
}

/** Over `m`, the marks of an award; the last is its id. */
const orders: Record<AwardFilter["sort"], string[]> = {
  date: ["m.first_day"],
  number: ["m.ledger_number"],
  title: ["m.title_name", "m.award_year"],
  level: ["(SELECT sort FROM levels WHERE code = m.level_code)"],
  year: ["m.award_year", "m.first_day"],
  unit: ["(SELECT path FROM organizations WHERE id = m.recording_unit_id)"],
  state: ["m.state", "m.award_year"],
};

type Parts = ReturnType<typeof partsOf>;

function partsOf(
  { unit, isTop, states, filter, named, isOver }: Hits,
  range: Range | undefined,
  values: unknown[],
) {
  const given = (value: unknown) => `$${values.push(value)}`;
  const year = filter.year === null ? null : given(filter.year);
  const is = (column: string, value: unknown, type = "") =>
    value === undefined || value === null ? [] : [`m.${column} = ${given(value)}${type}`];
  /** By an index of awards. */
  const indexed = [
    ...(year ? [`m.award_year = ${year}`] : []),
    ...is("level_code", filter.level),
    ...is("category_code", filter.category),
    ...is("state", filter.state, "::award_state"),
    ...is("title_id", filter.title),
  ];
  const others = [
    ...is("prize_level_code", filter.prizeLevel),
    ...(states ? [`m.state = ANY (${given(states)}::award_state[])`] : []),
    ...(filter.subjectKind
      ? [
          `EXISTS (SELECT FROM award_recipients r WHERE r.award_id = m.id AND r.subject_kind = ${given(filter.subjectKind)}::subject_kind)`,
        ]
      : []),
  ];
  const within = unit === null ? [] : [`s.unit_id = ${given(unit)}`];
  const scope = [...within, ...(year && unit !== null ? [`s.award_year = ${year}`] : [])];
  const way = filter.direction === "desc" ? "DESC" : "ASC";
  const columns = [...orders[filter.sort], "m.id"].map((column) => `${column} ${way}`);
  const titled = named && `m.title_name = ANY (${given(named.titles)})`;
  const wanted = named?.keys && keyed(named.keys, given);
  const bears = `${titled} OR m.id IN (SELECT id FROM named)`;
  // By ids where they are few: PostgreSQL hashes no more of them than its memory holds, and else goes through all for each award.
  const borne = wanted
    ? `${bears} OR EXISTS (SELECT FROM award_search_keys k WHERE k.award_id = m.id AND ${wanted} OFFSET 0)`
    : bears;
  const marks = [...indexed, ...others, ...(named ? [`(${borne})`] : [])];
  // From a root nearly every key has its unit, and the index would pass over all of them.
  const near = () => (unit === null || isTop ? "" : ` AND k.unit_ids && ARRAY[${given(unit)}::int]`);
  const bearers =
    wanted && !isOver
      ? `(SELECT id FROM named UNION SELECT award_id FROM award_search_keys k WHERE ${wanted}${near()}) AS named`
      : "named";
  return {
    ...{ year, within, scope, indexed, others, titled, marks, way, bearers },
    from: unit === null ? "award_marks m" : "award_scopes s JOIN award_marks m ON m.id = s.award_id",
    columns,
    // The scope bears the day in the order of its index, row after row.
    sorted: `ORDER BY ${filter.sort === "date" && unit !== null ? `s.day ${way}, s.award_id ${way}` : columns.join()}`,
    window: range ? `LIMIT ${given(range.take)} OFFSET ${given(range.skip)}` : "",
    named: named
      ? `named AS MATERIALIZED (SELECT unnest(${given(named.ids)}::int[]) AS id
          UNION SELECT award_id FROM award_documents WHERE document_id = ANY (${given(named.documents)}::int[])),`
      : "",
  };
}
