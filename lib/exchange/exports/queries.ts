import type { Actor } from "@/lib/auth/roles";
import { ledgerSql } from "@/lib/awards/ledger/queries";
import { awardFilterValues, type Named, orderAwards, whereAwards } from "@/lib/awards/queries";
import type { AwardFilter } from "@/lib/awards/schema";
import { ask, db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Sql, sqlOfRead } from "@/lib/db/read-sql";
import { mayBeOld } from "@/lib/db/replica";
import { identityReadableBy } from "@/lib/employees/identities/policy";
import { visibleTo as visibleUnits } from "@/lib/organizations/policy";
import type { Asked } from "./ledger/columns";
import { countOf, countOfRecipients, type Ledger, openLedger, type Selection } from "./ledger/queries";
import { exportableBy, reachesAll } from "./policy";
import { type ExportFormat, type FilterWord, isExportColumn, type Layout, type RowPer } from "./schema";

export type ExportCounts = {
  /** What the list shows, and how much of it the right to export covers. */
  listed: number;
  awards: number;
  recipients: number;
};

export async function countExport(actor: Actor, filter: AwardFilter): Promise<ExportCounts> {
  const { counted } = await selectionOf(actor, filter);
  const list = reachesAll(actor) ? null : (await ledgerSql(actor, filter)).counted;
  const count = async (sql: Sql) => (await ask<{ count: number }>(sql))[0]!.count;
  const [awards, recipients] = await Promise.all([
    count(countOf(counted)),
    count(countOfRecipients(counted)),
  ]);
  return { listed: list ? await count(countOf(list)) : awards, awards, recipients };
}

/** The awards of the list in its order, ready to be read out; null where too many are being read. */
export const openExport = mayBeOld(openSelection);

async function openSelection(actor: Actor, filter: AwardFilter, asked: Asked): Promise<Ledger | null> {
  return openLedger(actor, await selectionOf(actor, filter), asked);
}

/** As the list reads it, where the right to export reaches as far as the list does. */
async function selectionOf(actor: Actor, filter: AwardFilter): Promise<Selection> {
  if (reachesAll(actor)) return ledgerSql(actor, filter);
  const where = await whereExport(actor, filter);
  const sqlOf = (order = {}) =>
    sqlOfRead((client) => client.award.findMany({ where, ...order, select: { id: true } }));
  return { ordered: await sqlOf({ orderBy: orderAwards(filter) }), counted: await sqlOf() };
}

/** Of how many people a file with whole numbers holds one. */
export async function countNumbers(actor: Actor, filter: AwardFilter): Promise<number> {
  const award = await whereExport(actor, filter);
  return db.employeeIdentity.count({
    where: { employee: { AND: [identityReadableBy(actor), { recipients: { some: { award } } }] } },
  });
}

/** What the list shows for a filter, as far as the right to export reaches. */
async function whereExport(actor: Actor, filter: AwardFilter): Promise<Prisma.AwardWhereInput> {
  return { AND: [await whereAwards(actor, filter), exportableBy(actor)] };
}

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** A filter in words, for people to read on the page and in the file; `t` is the translator of the namespace awards. */
export async function filterWords(
  actor: Actor,
  filter: AwardFilter,
  english: boolean,
  t: Translate,
): Promise<FilterWord[]> {
  const unitWhere = { AND: [{ id: filter.unit ?? 0 }, visibleUnits(actor)] };
  const [values, unit] = await Promise.all([
    awardFilterValues(filter.title),
    db.organization.findFirst({ where: unitWhere, select: { name: true } }),
  ]);
  const nameOf = (list: Named[], code: string | undefined) => {
    const known = list.find((one) => one.code === code);
    return known ? (english ? known.en : known.zh) : code;
  };
  const words: [FilterWord["key"], string | undefined][] = [
    ["year", filter.year === null ? t("list.allYears") : t("list.yearOption", { year: String(filter.year) })],
    ["unit", filter.unit === undefined ? undefined : (unit?.name ?? String(filter.unit))],
    ["title", filter.title === undefined ? undefined : (values.titleName ?? String(filter.title))],
    ["level", nameOf(values.levels, filter.level)],
    ["category", nameOf(values.categories, filter.category)],
    ["prizeLevel", nameOf(values.prizeLevels, filter.prizeLevel)],
    ["subjectKind", filter.subjectKind && t(`kind.${filter.subjectKind}`)],
    ["state", filter.state && t(`state.${filter.state}`)],
    ["q", filter.q],
  ];
  return words.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}

/** The actor's own layouts; a column that is no more is left out. */
export async function listLayouts(actor: Actor): Promise<Layout[]> {
  const layouts = await db.exportLayout.findMany({
    where: { userId: actor.userId },
    orderBy: { name: "asc" },
    select: { id: true, name: true, columns: true, rowPer: true, format: true },
  });
  return layouts.map((layout) => ({
    ...layout,
    columns: layout.columns.filter(isExportColumn),
    rowPer: layout.rowPer as RowPer,
    format: layout.format as ExportFormat,
  }));
}
