import { nameKey } from "@/lib/kernel/text";
import { idsAbove } from "../rules";
import type { Tree, UnitKind } from "../schema";

export type IndexedUnit = {
  id: number;
  tree: Tree;
  kind: UnitKind;
  parentId: number | null;
  path: string;
  name: string;
  shortName: string | null;
  code: string;
  validTo: string | null;
};
type Keyed = Map<string, IndexedUnit[]>;
/** All units, to be found by what people write into a cell. */
export type UnitIndex = { units: Map<number, IndexedUnit>; codes: Keyed; names: Keyed; formerNames: Keyed };

export function indexUnits(
  units: readonly IndexedUnit[],
  former: readonly { organizationId: number; name: string; shortName: string | null }[] = [],
): UnitIndex {
  const index: UnitIndex = { units: new Map(), codes: new Map(), names: new Map(), formerNames: new Map() };
  for (const unit of units) addUnit(index, unit);
  for (const { organizationId, name, shortName } of former) {
    const unit = index.units.get(organizationId);
    if (unit) for (const text of [name, shortName]) add(index.formerNames, text && unitKey(text), unit);
  }
  return index;
}

export function addUnit(index: UnitIndex, unit: IndexedUnit): void {
  index.units.set(unit.id, unit);
  add(index.codes, nameKey(unit.code), unit);
  for (const text of [unit.name, unit.shortName]) add(index.names, text && unitKey(text), unit);
}

/**
 * The units that a text may mean, by code, else by name or short name, else by a name of earlier, else by the way down to
 * it ("一公司/焊接班", "一公司焊接班"). Of units of the same name those still open.
 */
export function findUnits(index: UnitIndex, text: string, tree?: Tree): IndexedUnit[] {
  const ofTree = (units: IndexedUnit[] = []) => (tree ? units.filter((unit) => unit.tree === tree) : units);
  const key = unitKey(text);
  if (key === "") return [];
  const tiers = [
    () => index.codes.get(nameKey(text)),
    () => index.names.get(key),
    () => index.formerNames.get(key),
    () => byTrail(index, key),
  ];
  for (const tier of tiers) {
    const found = ofTree(tier());
    const open = found.filter((unit) => unit.validTo === null);
    if (found.length > 0) return open.length > 0 ? open : found;
  }
  return [];
}

export type Resolved = { unit: IndexedUnit; fault?: undefined } | { unit?: undefined; fault: string };
export type UnitQuestion = { tree?: Tree; allowed?: ReadonlySet<number>; evenClosed?: boolean };

/** The one open unit that a text means, among those allowed; or a key under `faults.*`. What is out of scope is not there. */
export function resolveUnit(
  index: UnitIndex,
  text: string,
  { tree, allowed, evenClosed = false }: UnitQuestion = {},
): Resolved {
  const found = findUnits(index, text, tree).filter((unit) => allowed?.has(unit.id) ?? true);
  const open = evenClosed ? found : found.filter((unit) => unit.validTo === null);
  if (open.length === 1) return { unit: open[0]! };
  if (open.length > 1) return { fault: "unitAmbiguous" };
  return { fault: found.length > 0 ? "unitClosed" : "unitUnknown" };
}

/** Open units as a drop-down offers them: by name, or by code where several have the name. */
export function unitLabels({ units, names }: UnitIndex, allowed: ReadonlySet<number>, tree: Tree): string[] {
  const open = [...units.values()].filter(
    (unit) => unit.tree === tree && unit.validTo === null && allowed.has(unit.id),
  );
  return open.map(({ name, code }) => (names.get(unitKey(name))?.length === 1 ? name : code));
}

/** Whether somebody placed in a unit is meant when another one is named: that one, one above it, or one below. */
export function isAbout(index: UnitIndex, placeId: number, named: IndexedUnit): boolean {
  const place = index.units.get(placeId);
  return !!place && (place.path.startsWith(named.path) || named.path.startsWith(place.path));
}

/** The company, or else the group, that a unit belongs to: as `employerAbove` in lib/employees/assignments. */
export function employerOf({ units }: UnitIndex, unitId: number | null): number | null {
  const unit = units.get(unitId ?? 0);
  const way = unit ? [...idsAbove(unit.path), unit.id] : [];
  return way.findLast((id) => ["company", "group"].includes(units.get(id)?.kind ?? "")) ?? null;
}

/** Without spaces, width and the marks by which people part levels, which a name may also hold. */
function unitKey(text: string): string {
  return nameKey(text).replace(/[/\\|>\-—–→_,，、:：]/g, "");
}

/** Names one after another from above down to the unit; levels may be left out. */
function byTrail(index: UnitIndex, key: string): IndexedUnit[] {
  const found: IndexedUnit[] = [];
  for (let at = 1; at < key.length && key.length <= 200; at += 1) {
    for (const unit of index.names.get(key.slice(at)) ?? []) {
      const above = idsAbove(unit.path).flatMap((id) => index.units.get(id) ?? []);
      if (isTrail(key.slice(0, at), above)) found.push(unit);
    }
    // The longest name at the end is the one that is meant.
    if (found.length > 0) return found;
  }
  return found;
}

function isTrail(key: string, above: readonly IndexedUnit[]): boolean {
  if (key === "") return true;
  return above.some((unit, level) =>
    [unit.name, unit.shortName].some((name) => {
      const end = name ? unitKey(name) : "";
      return end !== "" && key.endsWith(end) && isTrail(key.slice(0, -end.length), above.slice(0, level));
    }),
  );
}

function add(keyed: Keyed, key: string | null, unit: IndexedUnit): void {
  if (!key) return;
  const units = keyed.get(key);
  if (!units) keyed.set(key, [unit]);
  else if (!units.includes(unit)) units.push(unit);
}
