import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import type { IntakeRow, IntakeVerdict } from "@/lib/kernel/intake";
import {
  fromChanges,
  labelsOf,
  readRow,
  type RowReader,
  seenBefore,
  type SeenRows,
  verdictOf,
} from "@/lib/kernel/intake-row";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { cleanText, nameKey } from "@/lib/kernel/text";
import { canCreateRoot, canCreateUnits, visibleTo, writableBy } from "../policy";
import { beginsAfter, isBefore, isCreditCode, kindsBelow, treeOf } from "../rules";
import { newUnit, type Tree, trees, type UnitKind } from "../schema";
import { addUnit, type IndexedUnit, indexUnits, resolveUnit, unitLabels, type UnitIndex } from "./rules";
import { intakeColumns, type IntakeOptions, kindWords } from "./schema";

/** All units with their former names, for a whole workbook: some thousands at most. What an actor may do with one is asked apart. */
export async function loadUnits(tx: Tx): Promise<UnitIndex> {
  const units = await tx.organization.findMany({ select: unitSelect, orderBy: { path: "asc" } });
  const periods = await tx.organizationPeriod.findMany({
    where: { validTo: { not: null } },
    select: { organizationId: true, name: true, shortName: true },
  });
  return indexUnits(units, periods);
}

const unitSelect = {
  ...{ id: true, tree: true, kind: true, parentId: true, path: true },
  ...{ name: true, shortName: true, code: true, validTo: true },
} as const;

export type IntakeSession = {
  actor: Actor;
  units: UnitIndex;
  writable: Set<number>;
  visible: ReadonlySet<number>;
  seen: SeenRows;
  /** Where codes and names of this workbook stand, for a row that speaks of a later one. */
  rows: Map<string, number>;
};
type Facts = {
  kind: UnitKind;
  parentId: number | null;
  name: string;
  shortName: string | null;
  code: string;
  creditCode: string | null;
  validFrom: string | null;
  periodFrom: string | null;
  sort: number;
};
type Present = Facts & { id: number; tree: Tree; validTo: string | null; version: number };
/** Values by column; the parent by its code where it is a row of the same workbook. */
export type IntakeValues = {
  set: Record<string, unknown>;
  parentCode: string | null;
  before?: Record<string, unknown>;
  after: Record<string, unknown>;
};

export async function openIntake(tx: Tx, actor: Actor, _options: IntakeOptions): Promise<IntakeSession> {
  const idsOf = async (where: ReturnType<typeof visibleTo>) =>
    new Set((await tx.organization.findMany({ where, select: { id: true } })).map(({ id }) => id));
  const [writable, visible] = [await idsOf(writableBy(actor)), await idsOf(visibleTo(actor))];
  return { actor, units: await loadUnits(tx), writable, visible, seen: new Map(), rows: new Map() };
}

/** Looks over the whole workbook, for what is said of units that come later. */
export function surveyIntake(session: IntakeSession, rows: readonly IntakeRow[]): void {
  for (const { cells, position, sheetRow } of rows)
    for (const text of [cells.code, cells.name])
      if (text && !session.rows.has(nameKey(text))) session.rows.set(nameKey(text), sheetRow ?? position);
}

export function intakeChoices({ units, writable }: IntakeSession, locale: string): Record<string, string[]> {
  return {
    kind: labelsOf(kindWords, locale),
    parent: trees.flatMap((tree) => unitLabels(units, writable, tree)),
  };
}

export async function checkIntake(
  tx: Tx,
  session: IntakeSession,
  rows: readonly IntakeRow[],
): Promise<IntakeVerdict[]> {
  const codes = rows.map(({ cells }) => cleanText(cells.code ?? "").normalize("NFKC"));
  const found = await tx.organization.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: {
      ...{ id: true, tree: true, kind: true, parentId: true, name: true, shortName: true, code: true },
      ...{ creditCode: true, validFrom: true, validTo: true, periodFrom: true, sort: true, version: true },
    },
  });
  return rows.map((row, index) => {
    const reader = readRow(row, intakeColumns);
    const named = found.filter(({ code }) => code === codes[index]);
    if (!canCreateUnits(session.actor)) {
      reader.fault(null, "forbidden");
      return verdictOf(reader, row.cells.name ?? "", { outcome: "faulty" });
    }
    return judge(session, reader, named);
  });
}

function judge(session: IntakeSession, reader: RowReader, named: readonly Present[]): IntakeVerdict {
  const kind = reader.choice("kind", kindWords);
  const ofTree = kind ? named.filter(({ tree }) => tree === treeOf(kind)) : named;
  const [before = null, ...others] = ofTree;
  if (others.length > 0) reader.fault("kind", "required");
  else if (before && !session.writable.has(before.id))
    reader.fault("code", session.visible.has(before.id) ? "notKeptHere" : "codeTaken");
  else if (!kind && !before) reader.fault("kind", "required");
  const label = [reader.row.cells.name, reader.row.cells.code]
    .map((text) => cleanText(text ?? ""))
    .join(" · ");
  const tree = kind ? treeOf(kind) : (before?.tree ?? null);
  const parent = tree && findParent(session, reader, tree);
  const given = {
    ...{ kind, name: reader.text("name"), shortName: reader.text("shortName"), code: reader.code("code") },
    ...{
      creditCode: reader.code("creditCode"),
      validFrom: reader.date("validFrom"),
      sort: reader.number("sort"),
    },
  };
  const base = before ? { ...before, sort: String(before.sort) } : {};
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const parsed = parseInput(newUnit, { ...base, ...said, parentId: null });
  if (!parsed.ok) reader.take(parsed.fault.fields, (field) => field);
  if (!parsed.ok || !tree) return verdictOf(reader, label, { outcome: "faulty" });
  const after: Facts = {
    ...parsed.value,
    parentId: parent?.id ?? before?.parentId ?? null,
    periodFrom: null,
  };
  settle(session, reader, before, after);
  const twice = seenBefore(session.seen, `${tree} ${after.code}`, reader.row);
  if (twice && !twice.same) reader.fault("code", `rowTwice:${twice.at}`);
  const fields = Object.keys(columns) as (keyof Facts)[];
  const changed = before ? (fromChanges(before, after) as typeof fields) : fields;
  const verdict = verdictOf(reader, label, {
    outcome: twice ? "duplicate" : !before ? "new" : changed.length > 0 ? "changed" : "unchanged",
    changes: before ? changesOf(session.units, changed, before, after) : [],
    nounId: before?.id ?? null,
    nounVersion: before?.version ?? null,
    values: valuesOf(session.units, changed, before, after, tree),
  });
  if (verdict.outcome === "new") plan(session, reader.row, after, tree);
  return verdict;
}

/** The unit above: on the register, or an earlier row of this workbook, which stands in the index with an id below zero. */
function findParent(session: IntakeSession, reader: RowReader, tree: Tree): IndexedUnit | undefined {
  const text = reader.text("parent");
  if (text === undefined) return undefined;
  const { unit, fault } = resolveUnit(session.units, text, { tree, allowed: session.writable });
  if (unit) return unit;
  const at = session.rows.get(nameKey(text));
  if (at === undefined || fault !== "unitUnknown") return reader.fault("parent", fault);
  const here = reader.row.sheetRow ?? reader.row.position;
  return reader.fault("parent", `${at > here ? "parentBelow" : "parentFaulty"}:${at}`);
}

/** What the unit's place and name allow: the rules of lib/organizations/commands. */
function settle(session: IntakeSession, reader: RowReader, before: Present | null, after: Facts): void {
  const above = session.units.units.get(after.parentId ?? 0);
  if (after.creditCode && after.creditCode !== before?.creditCode && !isCreditCode(after.creditCode))
    reader.fault("creditCode", "badCreditCode");
  if (!above && !before && !canCreateRoot(session.actor)) reader.fault("parent", "required");
  if (above && !kindsBelow(above.kind, above.tree).includes(after.kind))
    reader.fault("kind", "unitKindBelow");
  if (!before) {
    after.periodFrom = after.validFrom;
    return;
  }
  const own = session.units.units.get(before.id);
  if (above && own && above.path.startsWith(own.path)) reader.fault("parent", "circular");
  if (isBefore(before.validTo, after.validFrom)) reader.fault("validFrom", "endBeforeStart");
  after.periodFrom = before.periodFrom;
  if (after.name === before.name && after.parentId === before.parentId) return;
  const from: PartialDate | undefined = reader.date("periodFrom");
  if (!from) {
    if (!reader.isGiven("periodFrom")) reader.fault("periodFrom", "renameDateRequired");
  } else if (!beginsAfter(from, before.periodFrom ?? before.validFrom))
    reader.fault("periodFrom", "periodOrder");
  else after.periodFrom = from;
}

/** Rows below may name it as their parent. */
function plan(session: IntakeSession, { position }: IntakeRow, after: Facts, tree: Tree): void {
  const above = session.units.units.get(after.parentId ?? 0)?.path ?? "/";
  const { kind, parentId, name, shortName, code } = after;
  session.writable.add(-position);
  const unit = { id: -position, tree, kind, parentId, path: `${above}${-position}/`, name, shortName, code };
  addUnit(session.units, { ...unit, validTo: null });
}

const columns = {
  ...{ kind: "kind", parentId: "parent_id", name: "name", shortName: "short_name", code: "code" },
  ...{ creditCode: "credit_code", validFrom: "valid_from", periodFrom: "period_from", sort: "sort" },
} as const satisfies Record<keyof Facts, string>;
export const writtenColumns: readonly string[] = ["tree", ...Object.values(columns)];

function valuesOf(
  { units }: UnitIndex,
  fields: (keyof Facts)[],
  before: Present | null,
  after: Facts,
  tree: Tree,
): IntakeValues {
  const told = (facts: Facts) => ({
    ...Object.fromEntries(fields.map((field) => [field, facts[field]])),
    ...(fields.includes("parentId") && { parent: units.get(facts.parentId ?? 0)?.name ?? null }),
  });
  const planned = fields.includes("parentId") && after.parentId !== null && after.parentId < 0;
  const set = fields.map((field): [string, unknown] => [columns[field], after[field]]);
  const { parentId: _, ...after_ } = told(after) as Record<string, unknown>;
  return {
    set: Object.fromEntries([
      ...(before ? [] : [["tree", tree]]),
      ...(planned ? set.filter(([column]) => column !== "parent_id") : set),
    ]),
    parentCode: planned ? units.get(after.parentId!)!.code : null,
    ...(before && { before: told(before) }),
    after: planned ? after_ : told(after),
  };
}

function changesOf({ units }: UnitIndex, fields: (keyof Facts)[], before: Present, after: Facts) {
  const shown = (field: keyof Facts, facts: Facts) =>
    field === "kind"
      ? kindWords[facts.kind][0]!
      : field === "parentId"
        ? (units.get(facts.parentId ?? 0)?.name ?? "")
        : String(facts[field] ?? "");
  return fields.map((field) => ({
    column: field === "parentId" ? "parent" : field,
    before: shown(field, before),
    after: shown(field, after),
  }));
}
