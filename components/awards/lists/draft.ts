import { blankGroup, isBlank, type Group } from "./model";

type Kept = { key: string; groups: Group[] };

/** A list not saved yet outlives a reload of its tab; each person has their own. Names and choices alone are kept, no candidates. */
export function readDraft(place: string): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "null") as Kept | null;
    return kept && Array.isArray(kept.groups) && kept.groups.length > 0 ? kept : null;
  } catch {
    return null;
  }
}

export function keepDraft(place: string, kept: Kept): void {
  try {
    if (isEmpty(kept.groups)) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // A full or forbidden store: the list is still on the screen.
  }
}

export function dropDraft(place: string): void {
  keepDraft(place, { key: "", groups: [] });
}

export function isEmpty(groups: readonly Group[]): boolean {
  return groups.every(({ rows }) => rows.every(isBlank));
}

/** The first blank group, dated as its document. */
export function freshGroups(date: string | null): Group[] {
  return [blankGroup({ awardDate: date ?? "", awardYear: "" })];
}
