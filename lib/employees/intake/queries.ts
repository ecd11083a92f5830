import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
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
} from "@/lib/kernel/intake-row";
import { cleanText, nameKey } from "@/lib/kernel/text";
import { loadUnits } from "@/lib/organizations/intake/queries";
import { employerOf, resolveUnit, type UnitIndex, unitLabels } from "@/lib/organizations/intake/rules";
import { pickableUnits } from "@/lib/organizations/search/queries";
import { holdersOf, keptNumbers, numbersOf } from "../identities/queries";
import type { KeptNumbers, RowNumbers } from "../identities/schema";
import { findPeople } from "../matching/queries";
import { whoHolds, whoIs, type WhoAsk } from "../matching/rules";
import { canCreateEmployees, writableBy } from "../policy";
import { knownTypes } from "../queries";
import { keptReading, leftOnOf } from "../rules";
import { newEmployee, partNumbers } from "../schema";
import { placesOf, settleNumbers, settlePlace } from "./policy";
import * as rules from "./rules";
import { genderWords, intakeColumns, type IntakeOptions, readCells, statusWords, unitText } from "./schema";

type Holder = {
  id: number;
  name: string;
  employerId: number | null;
  hiredOn: string | null;
  leftOn: string | null;
};
export type IntakeSession = {
  actor: Actor;
  options: IntakeOptions;
  units: UnitIndex;
  /** Units that the actor may put on a record. */
  pickable: ReadonlySet<number>;
  seen: SeenRows;
  /** Who will hold a work number by which row of this workbook. */
  taken: Map<string, { at: number; person: string; hiredOn: string | null; leftOn: string | null }[]>;
  takenIds: Map<string, { at: number; person: string }>;
};
export async function openIntake(tx: Tx, actor: Actor, options: IntakeOptions): Promise<IntakeSession> {
  const pickable = await tx.organization.findMany({
    where: await pickableUnits(tx, actor),
    select: { id: true },
  });
  const units = await loadUnits(tx);
  const ids = new Set(pickable.map(({ id }) => id));
  return { actor, options, units, pickable: ids, seen: new Map(), taken: new Map(), takenIds: new Map() };
}

export function intakeChoices({ units, pickable }: IntakeSession, locale: string): Record<string, string[]> {
  return {
    gender: labelsOf(genderWords, locale),
    status: labelsOf(statusWords, locale),
    unit: unitLabels(units, pickable, "company"),
    unionUnit: unitLabels(units, pickable, "union"),
  };
}

type Draft = ReturnType<typeof readCells> & {
  reader: RowReader;
  ask: WhoAsk;
  numbers: RowNumbers;
};
type Found = {
  present: Map<number, rules.Present>;
  holders: Map<string, Holder[]>;
  visible: Set<number>;
  idHolders: Map<string, number>;
  names: Map<number, string>;
  kept: Map<number, KeptNumbers>;
};

export async function checkIntake(
  tx: Tx,
  session: IntakeSession,
  rows: readonly IntakeRow[],
): Promise<IntakeVerdict[]> {
  const drafts = rows.map((row) => draftOf(session, row));
  const asks = drafts.map(({ ask }) => ask);
  const idNumbers = drafts.flatMap(({ numbers }) => numbers.idNumber ?? []);
  const idHolders = await holdersOf(tx, idNumbers);
  const chosen = [...asks, ...[...idHolders.values()].map((id) => ({ chosen: id }))];
  const wanted = { names: asks, numbers: asks, chosen };
  const people = await findPeople(tx, session.actor, wanted, session.units, { places: true });
  const who = drafts.map(({ ask, numbers }) => {
    if (cleanText(ask.name) === "") return null;
    const holder = people.byId.get(idHolders.get(numbers.idNumber ?? "") ?? 0);
    return whoHolds(ask, holder) ?? whoIs(ask, people, session.units);
  });
  const known = who.flatMap((one) => (one?.fault === undefined && one?.known ? one.known.id : []));
  const found = {
    present: await presentFacts(tx, session.actor, known),
    holders: await numberHolders(tx, drafts),
    visible: new Set(people.byId.keys()),
    idHolders,
    names: new Map([...people.byId].map(([id, { name }]) => [id, name])),
    kept: await keptNumbers(tx, known),
  };
  return drafts.map((draft, index) => {
    const one = who[index];
    if (!canCreateEmployees(session.actor)) draft.reader.fault(null, "forbidden");
    else if (!one) draft.reader.fault("name", "required");
    else if (one.fault !== undefined)
      draft.reader.fault("name", one.fault, { nameIndex: 0, candidates: one.candidates });
    else if (one.known && !found.present.has(one.known.id)) draft.reader.fault(null, "notKeptHere");
    else return judge(session, draft, one.known?.id ?? null, found);
    return verdictOf(draft.reader, cleanText(draft.ask.name), { outcome: "faulty" });
  });
}

function draftOf({ units }: IntakeSession, row: IntakeRow): Draft {
  const reader = readRow(row, intakeColumns);
  const cells = readCells(reader);
  const { name = "", workNumber, idNumberLast4, birth, hiredOn } = cells.given as Record<string, string>;
  const place = unitText(reader);
  const employer = reader.text("employer");
  const ask = {
    ...{ name, workNumber, hiredOn, last4: idNumberLast4, birthYear: birth ?? cells.byIdNumber?.birth },
    unit: [place?.text ?? [], reader.text("unionUnit") ?? []].flat(),
    employerId: employer ? (resolveUnit(units, employer, { tree: "company" }).unit?.id ?? null) : null,
    chosen: row.decision?.people?.["0"] ?? null,
    isAnother: row.decision?.isAnother ?? false,
  };
  return { ...cells, reader, ask, numbers: numbersOf(row) };
}

/** One row against the record that it is about, or against none. */
function judge(session: IntakeSession, draft: Draft, id: number | null, found: Found): IntakeVerdict {
  const { reader, byIdNumber } = draft;
  const before = id === null ? null : found.present.get(id)!;
  const places = placesOf(session, reader, before);
  const base = before ? { ...before, formerNames: before.formerNames.join("、") } : {};
  const given = before ? rules.exceptVaguer(draft.given, before) : draft.given;
  const later =
    before && given.status !== undefined && given.status !== before.status ? { statusDate: null } : {};
  const known = before && { name: before.name, birth: given.birth ?? before.birth ?? byIdNumber?.birth };
  const parsed = parseInput(newEmployee, { ...byIdNumber, ...base, ...later, ...given, ...places, ...known });
  const name = before?.name ?? cleanText(draft.ask.name);
  if (!parsed.ok) {
    reader.take(parsed.fault.fields, rules.sheetColumn);
    return verdictOf(reader, name, { outcome: "faulty" });
  }
  const { differentPerson: _, ...facts } = partNumbers(parsed.value).facts;
  const after: rules.Facts = {
    ...facts,
    ...(before && before.name === facts.name
      ? { pinyin: before.pinyin, initials: before.initials }
      : keptReading(facts.name, "")),
    employerId: facts.employerId ?? employerOf(session.units, facts.unitId),
  };
  settlePlace(session, reader, before, after);
  reader.take(rules.factFaults(after), rules.sheetColumn);
  checkNumber(session, reader, id, after, found);
  const label = [
    name,
    session.units.units.get(after.unitId ?? after.unionUnitId ?? 0)?.name ?? after.workNumber,
  ];
  const fields = Object.keys(rules.columns) as (keyof rules.Facts)[];
  const changed = before ? (fromChanges(before, after) as typeof fields) : fields;
  const numbers = settleNumbers(session, reader, draft.numbers, { id, person: keyOf(id, after) }, found);
  const twice = seenBefore(session.seen, keyOf(id, after), reader.row);
  if (twice && !twice.same) reader.fault(null, `rowTwice:${twice.at}`);
  const differs = changed.length + numbers.write.length > 0;
  return verdictOf(reader, label.filter(Boolean).join(" · "), {
    outcome: twice ? "duplicate" : !before ? "new" : differs ? "changed" : "unchanged",
    changes: before ? [...rules.changesOf(changed, before, after, session.units), ...numbers.changes] : [],
    nounId: id,
    nounVersion: before?.version ?? null,
    values: rules.valuesOf(changed, before, after, session.units, numbers),
  });
}

/** One number, one person at a time: on the register, whoever sees it, and within the workbook. */
function checkNumber(
  session: IntakeSession,
  reader: RowReader,
  id: number | null,
  after: rules.Facts,
  { holders, visible }: Found,
): void {
  const { workNumber, employerId, hiredOn } = after;
  if (workNumber === null || employerId === null) return;
  const self = { hiredOn, leftOn: leftOnOf(after.status, after.statusDate) };
  const key = `${employerId} ${workNumber}`;
  const other = holders.get(key)?.find((one) => one.id !== id && rules.meets(one, self));
  if (other && reader.isGiven("workNumber")) {
    const told = other.leftOn ? "workNumberReused" : "workNumberOfAnother";
    reader.fault("workNumber", visible.has(other.id) ? `${told}:${other.name}` : "workNumberTaken");
  }
  const at = reader.row.sheetRow ?? reader.row.position;
  const rows = session.taken.get(key) ?? [];
  const twice = rows.find(
    (one) => one.at !== at && one.person !== keyOf(id, after) && rules.meets(one, self),
  );
  if (twice) reader.fault("workNumber", `rowTwice:${twice.at}`);
  else
    session.taken.set(key, [
      ...rows.filter((one) => one.at !== at),
      { ...self, at, person: keyOf(id, after) },
    ]);
}

/** What makes two rows one person's. */
function keyOf(
  id: number | null,
  { name, workNumber, employerId, idNumberLast4, birth, unitId }: rules.Facts,
): string {
  if (id !== null) return `id ${id}`;
  return [nameKey(name), workNumber ? [employerId, workNumber] : [idNumberLast4, birth, unitId]]
    .flat()
    .join(" ");
}

/** The records as their form holds them, of those that the actor keeps. */
async function presentFacts(tx: Tx, actor: Actor, ids: readonly number[]): Promise<Found["present"]> {
  const rows = await tx.employee.findMany({
    where: { AND: [{ id: { in: [...new Set(ids)] } }, writableBy(actor)] },
    omit: { nameKey: true, hiddenFromWall: true, mergedIntoId: true, createdAt: true, updatedAt: true },
  });
  const open = await tx.employeeAssignment.findMany({
    where: { employeeId: { in: rows.map(({ id }) => id) }, validTo: null },
    select: { employeeId: true, validFrom: true },
  });
  const periods = new Map(open.map(({ employeeId, validFrom }) => [employeeId, validFrom]));
  return new Map(
    rows.map(({ id, workerTypes, ...row }) => [
      id,
      { ...row, workerTypes: knownTypes(workerTypes), periodFrom: periods.get(id) ?? null } as rules.Present,
    ]),
  );
}

/** Everybody who holds one of the numbers, whether the actor sees them or not: the number is taken all the same. */
async function numberHolders(tx: Tx, drafts: readonly Draft[]): Promise<Found["holders"]> {
  const numbers = [...new Set(drafts.flatMap(({ given }) => (given.workNumber as string | undefined) ?? []))];
  const rows = await tx.employee.findMany({
    where: { workNumber: { in: numbers }, employerId: { not: null } },
    select: { id: true, name: true, workNumber: true, employerId: true, hiredOn: true, leftOn: true },
  });
  return groupBy(rows, ({ employerId, workNumber }) => `${employerId} ${workNumber}`);
}
