import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { matchPeople } from "@/lib/employees/matching/queries";
import type { PersonAsk } from "@/lib/employees/matching/rules";
import { parseInput } from "@/lib/kernel/fields";
import { groupBy } from "@/lib/kernel/grouping";
import type { IntakeRow, IntakeVerdict } from "@/lib/kernel/intake";
import {
  fromChanges,
  labelsOf,
  readRow,
  type RowReader,
  seenBefore,
  type SeenRows,
  verdictOf,
  yesNo,
} from "@/lib/kernel/intake-row";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { cleanText, nameKey } from "@/lib/kernel/text";
import { loadUnits } from "@/lib/organizations/intake/queries";
import { resolveUnit, type UnitIndex, unitLabels } from "@/lib/organizations/intake/rules";
import { openUnits, servedUnits } from "@/lib/organizations/queries";
import { pickableUnits } from "@/lib/organizations/search/queries";
import { canRecordAchievements } from "../policy";
import { visibleAchievements } from "../queries";
import { rowFaults } from "../rules";
import { changedAchievement, type AchievementInput } from "../schema";
import {
  bareName,
  changesOf,
  contributorsOf,
  fields,
  type Matched,
  type Names,
  peopleOf,
  personWords,
  presentFrom,
  type Person,
  type Present,
  propertiesOf,
  sheetColumn,
  unitTexts,
  valuesOf,
} from "./rules";
import {
  benefitWords,
  intakeColumns,
  type IntakeOptions,
  kindWords,
  readCells,
  secrecyWords,
} from "./schema";

export type IntakeSession = {
  actor: Actor;
  units: UnitIndex;
  pickable: ReadonlySet<number>;
  /** Units whose achievements the actor keeps, and whether they are open; asked once for each. */
  served: Map<number, "open" | "closed" | null>;
  seen: SeenRows;
};

export async function openIntake(tx: Tx, actor: Actor, _options: IntakeOptions): Promise<IntakeSession> {
  const where = { AND: [{ tree: "company" as const, validTo: null }, await pickableUnits(tx, actor)] };
  const pickable = await tx.organization.findMany({ where, select: { id: true } });
  const units = await loadUnits(tx);
  return {
    actor,
    units,
    pickable: new Set(pickable.map(({ id }) => id)),
    served: new Map(),
    seen: new Map(),
  };
}

export function intakeChoices({ units, pickable }: IntakeSession, locale: string): Record<string, string[]> {
  return {
    kind: labelsOf(kindWords, locale),
    benefitKind: labelsOf(benefitWords, locale),
    secrecy: labelsOf(secrecyWords, locale),
    disputed: labelsOf(yesNo, locale),
    units: unitLabels(units, pickable, "company"),
  };
}

type Draft = {
  reader: RowReader;
  name: string;
  units: number[] | null;
  people: Person[] | null;
  before: Present | null;
  /** One of this name that another unit leads. */
  like: Present | null;
};

export async function checkIntake(
  tx: Tx,
  session: IntakeSession,
  rows: readonly IntakeRow[],
): Promise<IntakeVerdict[]> {
  const readers = rows.map((row) => readRow(row, intakeColumns));
  if (!canRecordAchievements(session.actor))
    return readers.map((reader) => {
      reader.fault(null, "forbidden");
      return verdictOf(reader, reader.row.cells.name ?? "", { outcome: "faulty" });
    });
  const known = await presentOf(tx, session.actor, rows);
  const drafts = readers.map((reader) => draftOf(session, reader, known.byKey));
  await askServed(tx, session, drafts);
  const names = { units: session.units.units, people: known.people };
  const matches = await matchContributors(tx, session, drafts, names);
  return drafts.map((draft, index) => judge(session, draft, matches[index]!, names));
}

function draftOf(
  { units, pickable }: IntakeSession,
  reader: RowReader,
  known: Map<string, Present[]>,
): Draft {
  const name = cleanText(reader.row.cells.name ?? "");
  const resolved = unitTexts(reader).map((text) => {
    const { unit, fault } = resolveUnit(units, text, { tree: "company", evenClosed: true });
    if (!unit) return reader.fault("units", fault);
    return unit.id;
  });
  const ids = resolved.length > 0 && !resolved.includes(undefined) ? (resolved as number[]) : null;
  const all = reader.row.decision?.isAnother ? [] : (known.get(nameKey(name)) ?? []);
  const led = ids ? all.filter((one) => one.units[0] === ids[0]) : all;
  if (led.length > 1) reader.fault("name", "severalOfName");
  const before = led.length === 1 ? led[0]! : null;
  const added = ids?.slice(1).filter((id) => !pickable.has(id) && !before?.units.includes(id)) ?? [];
  if (added.length > 0) reader.fault("units", "unitUnknown");
  return {
    reader,
    name,
    units: ids,
    people: peopleOf(reader),
    before,
    like: led.length === 0 ? (all[0] ?? null) : null,
  };
}

async function askServed(tx: Tx, { actor, served }: IntakeSession, drafts: readonly Draft[]): Promise<void> {
  const leading = drafts.flatMap(({ units, before }) => units?.[0] ?? before?.units[0] ?? []);
  const unknown = [...new Set(leading)].filter((id) => !served.has(id));
  if (unknown.length === 0) return;
  const [open, all] = [await openUnits(tx, actor, unknown), await servedUnits(tx, actor, unknown)];
  for (const id of unknown) served.set(id, open.has(id) ? "open" : all.has(id) ? "closed" : null);
}

/** A name that the record has already is who it is there; the others are looked up, all rows' at once. */
async function matchContributors(
  tx: Tx,
  session: IntakeSession,
  drafts: readonly Draft[],
  names: Names,
): Promise<Matched[]> {
  const asks: PersonAsk[] = [];
  const slots = drafts.map(({ reader, people, before }) => {
    const there = groupBy(before?.contributors ?? [], ({ employeeId }) =>
      nameKey(bareName(names, employeeId)),
    );
    return (people ?? []).map(({ name, workNumber }, index) => {
      const chosen = reader.row.decision?.people?.[String(index)] ?? null;
      const same = there.get(nameKey(name));
      if (same?.length === 1 && workNumber === null && chosen === null)
        return { id: same[0]!.employeeId, fault: null };
      const led = before?.units.map((id) => session.units.units.get(id)?.code ?? "") ?? [];
      const texts = unitTexts(reader);
      const on = reader.date("finishedOn") ?? (before?.finishedOn as PartialDate | null | undefined) ?? null;
      return asks.push({ name, workNumber, chosen, on, unit: texts.length > 0 ? texts : led }) - 1;
    });
  });
  const found = await matchPeople(tx, session.actor, asks, session.units);
  for (const { person } of found) if (person) names.people.set(person.id, personWords(person));
  return slots.map((row) => row.map((slot) => (typeof slot === "number" ? found[slot]! : slot)));
}

function judge(session: IntakeSession, draft: Draft, matched: Matched, names: Names): IntakeVerdict {
  const { reader, name, before, like } = draft;
  matched.forEach((match, nameIndex) => {
    if (match.fault) reader.fault("contributors", match.fault, { nameIndex, candidates: match.candidates });
  });
  const lead = draft.units?.[0] ?? before?.units[0];
  const label = [name, session.units.units.get(lead ?? 0)?.name].filter(Boolean).join(" · ");
  const served = lead === undefined ? undefined : session.served.get(lead);
  if (before && served === null) reader.fault(null, "notKeptHere");
  else if (!before && served !== undefined && served !== "open")
    reader.fault("units", served ? "unitClosed" : "leadingUnit");
  const given = {
    ...readCells(reader),
    ...(draft.units && { units: draft.units }),
    ...(draft.people && { contributors: contributorsOf(draft.people, matched, before) }),
  };
  const properties = propertiesOf(reader, before?.properties ?? []);
  const base = { units: [], id: 1, version: 1, ...before };
  const parsed = parseInput(changedAchievement, { ...base, ...given, ...(properties && { properties }) });
  if (!parsed.ok) reader.take(parsed.fault.fields, sheetColumn);
  if (!parsed.ok || reader.faults.length > 0) return verdictOf(reader, label, { outcome: "faulty" });
  const { id: _id, version: _version, ...after } = parsed.value;
  reader.take(rowFaults(after), sheetColumn);
  const twice = seenBefore(session.seen, before ? `id ${before.id}` : `${nameKey(name)} ${lead}`, reader.row);
  if (twice && !twice.same) reader.fault("name", `rowTwice:${twice.at}`);
  const changed = before ? (fromChanges(before, after) as (keyof AchievementInput)[]) : fields;
  const outcome = twice
    ? "duplicate"
    : before
      ? changed.length > 0
        ? "changed"
        : "unchanged"
      : like
        ? "duplicate"
        : "new";
  return verdictOf(reader, label, {
    outcome,
    changes: before ? changesOf(changed, before, after, names) : [],
    nounId: before?.id ?? like?.id ?? null,
    nounVersion: before?.version ?? like?.version ?? null,
    values: valuesOf(changed, before, after, names),
  });
}

async function presentOf(tx: Tx, actor: Actor, rows: readonly IntakeRow[]) {
  const keys = [...new Set(rows.map(({ cells }) => nameKey(cells.name ?? "")))];
  const found = await tx.achievement.findMany({
    where: { AND: [{ nameKey: { in: keys } }, await visibleAchievements(tx, actor)] },
    omit: { createdAt: true, updatedAt: true },
    include: {
      units: { orderBy: { position: "asc" }, select: { organizationId: true } },
      contributors: {
        orderBy: { position: "asc" },
        include: { employee: { select: { name: true, workNumber: true } } },
      },
      intellectualProperties: { orderBy: { id: "asc" }, omit: { id: true, achievementId: true } },
    },
    orderBy: { id: "asc" },
  });
  const all = found.flatMap(({ contributors }) => contributors);
  const people = new Map(all.map(({ employeeId, employee }) => [employeeId, personWords(employee)]));
  const byKey = groupBy(found.map(presentFrom), (one) => one.nameKey);
  return { byKey, people };
}
