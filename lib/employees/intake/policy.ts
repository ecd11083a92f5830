import type { Actor } from "@/lib/auth/roles";
import { maskIdNumber } from "@/lib/kernel/id-number";
import type { RowReader } from "@/lib/kernel/intake-row";
import { resolveUnit, type UnitIndex } from "@/lib/organizations/intake/rules";
import { isBefore } from "@/lib/organizations/rules";
import type { Tree } from "@/lib/organizations/schema";
import type { KeptNumbers, RowNumbers } from "../identities/schema";
import { canKeepIn } from "../policy";
import { type Facts, isTransfer, type NumbersFound, type Present, transferFault } from "./rules";
import { type IntakeOptions, unitText } from "./schema";

type Session = { actor: Actor; options: IntakeOptions; units: UnitIndex; pickable: ReadonlySet<number> };

/** Ids of the units that the row names; those where the person stands already may stay, whoever keeps them. */
export function placesOf({ units, pickable }: Session, reader: RowReader, before: Present | null) {
  const resolve = (
    column: string,
    text: string | undefined,
    tree: Tree,
    present: number | null | undefined,
  ) => {
    if (text === undefined) return undefined;
    const { unit, fault } = resolveUnit(units, text, { tree, allowed: pickable });
    if (unit) return unit.id;
    if (present && resolveUnit(units, text, { tree, evenClosed: true }).unit?.id === present) return present;
    return reader.fault(column, fault);
  };
  const place = unitText(reader);
  const ids = {
    unitId: resolve(place?.column ?? "unit", place?.text, "company", before?.unitId),
    unionUnitId: resolve("unionUnit", reader.text("unionUnit"), "union", before?.unionUnitId),
    employerId: resolve("employer", reader.text("employer"), "company", before?.employerId),
  };
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined));
}

type Known = {
  /** Who holds an ID number, in scope or not; the names of those in scope. */
  idHolders: ReadonlyMap<string, number>;
  names: ReadonlyMap<number, string>;
  kept: ReadonlyMap<number, KeptNumbers>;
};
/** ID and phone number of a row: an ID number that is somebody else's, or another than the one on the register, is told. */
export function settleNumbers(
  session: { takenIds: Map<string, { at: number; person: string }> },
  reader: RowReader,
  { idNumber, phone, phoneHashes }: RowNumbers,
  { id, person }: { id: number | null; person: string },
  { idHolders, names, kept: all }: Known,
): NumbersFound {
  const found: NumbersFound = { write: [], changes: [] };
  const kept = id === null ? undefined : all.get(id);
  if (idNumber !== null) {
    const holder = idHolders.get(idNumber);
    const at = reader.row.sheetRow ?? reader.row.position;
    const twice = session.takenIds.get(idNumber);
    if (holder !== undefined && holder !== id) {
      const name = names.get(holder);
      reader.fault("idNumber", name === undefined ? "idNumberTaken" : `idNumberOfAnother:${name}`);
    } else if (kept?.idNumberHash && holder === undefined) reader.fault("idNumber", "idNumberChanged");
    else if (twice && twice.at !== at && twice.person !== person)
      reader.fault("idNumber", `rowTwice:${twice.at}`);
    else session.takenIds.set(idNumber, { at, person });
    if (holder === undefined) {
      found.write.push("idNumber");
      found.changes.push({ column: "idNumber", before: "", after: maskIdNumber(idNumber.slice(-4)) });
    }
  }
  if (phone !== null && !phoneHashes.includes(kept?.phoneHash ?? "")) {
    found.write.push("phone");
    found.changes.push({ column: "phone", before: kept?.phoneMask ?? "", after: phone.mask });
  }
  return found;
}

/** One place that the actor keeps; another than before from its day on. */
export function settlePlace(
  { actor, options, units }: Session,
  reader: RowReader,
  before: Present | null,
  after: Facts,
): void {
  if (!before) {
    after.assignedFrom ??= after.hiredOn;
    if (isBefore(after.assignedFrom, after.hiredOn)) reader.fault("assignedFrom", "assignedBeforeHire");
  } else if (isTransfer(before, after)) {
    const from = reader.date("assignedFrom") ?? options.assignedFrom;
    const fault = transferFault(before, from);
    if (fault) reader.fault("assignedFrom", fault);
    after.assignedFrom = from;
  } else {
    after.assignedFrom = before.assignedFrom;
  }
  const paths = [after.unitId, after.unionUnitId].flatMap((id) => units.units.get(id ?? 0)?.path ?? []);
  if (canKeepIn(actor, paths)) return;
  const named = reader.faults.some(({ column }) =>
    ["unit", "department", "unionUnit"].includes(column ?? ""),
  );
  if (!named) reader.fault("unionUnit", paths.length > 0 ? "outOfScope" : "required");
}
