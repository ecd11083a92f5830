import { firstDay, lastDay, parsePartialDate } from "@/lib/kernel/partial-date";
import { type Tree, type UnitKind, unitKinds } from "./schema";

type Placed = { id: number; parentId: number | null; sort: number; name: string };

/** Units in the order of the tree: parents before what is below them, siblings by sort number, then id. Depth counts from the given ones' tops. */
export function inTreeOrder<Unit extends Placed>(
  units: readonly Unit[],
): (Unit & { depth: number; hasChildren: boolean })[] {
  const ids = new Set(units.map((unit) => unit.id));
  const below = new Map<number | null, Unit[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(unit);
    else below.set(parent, [unit]);
  }
  for (const siblings of below.values()) siblings.sort((a, b) => a.sort - b.sort || a.id - b.id);
  const ordered: (Unit & { depth: number; hasChildren: boolean })[] = [];
  const open = (below.get(null) ?? []).toReversed().map((unit) => ({ unit, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const children = below.get(next.unit.id) ?? [];
    ordered.push({ ...next.unit, depth: next.depth, hasChildren: children.length > 0 });
    for (const unit of children.toReversed()) open.push({ unit, depth: next.depth + 1 });
  }
  return ordered;
}

/** Ids of the units above, from the root down, out of a path such as "/1/12/57/"; the unit itself left out. */
export function idsAbove(path: string): number[] {
  return path.split("/").filter(Boolean).map(Number).slice(0, -1);
}

export function treeOf(kind: UnitKind): Tree {
  return (unitKinds.company as readonly UnitKind[]).includes(kind) ? "company" : "union";
}

/** Kinds that may stand below one of this kind: the next ones down, and its own (a department within a department). */
export function kindsBelow(kind: UnitKind | null, tree: Tree): readonly UnitKind[] {
  const kinds: readonly UnitKind[] = unitKinds[tree];
  return kind === null ? kinds : kinds.slice(kinds.indexOf(kind));
}

/** A new period begins after the present one did, or the present one would be turned round. */
export function beginsAfter(from: string, presentFrom: string | null): boolean {
  const [one, two] = [parsePartialDate(from), parsePartialDate(presentFrom)];
  return one === null || two === null || firstDay(one) > firstDay(two);
}

/** Whether one date certainly lies before another; where only years are known they must differ. */
export function isBefore(date: string | null, other: string | null): boolean {
  const [one, two] = [parsePartialDate(date), parsePartialDate(other)];
  return one !== null && two !== null && lastDay(one) < firstDay(two);
}

/** 统一社会信用代码: 17 characters without I, O, S, V, Z and a check character modulo 31 (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += creditCodeDigits.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditCodeDigits[(31 - (sum % 31)) % 31] === code[17];
}

const creditCodeDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
