import type { IntakeCandidate } from "@/lib/kernel/intake";
import { firstDay, lastDay, type PartialDate } from "@/lib/kernel/partial-date";
import { cleanText, nameKey } from "@/lib/kernel/text";
import { findUnits, isAbout, type UnitIndex } from "@/lib/organizations/intake/rules";
import { isBefore } from "@/lib/organizations/rules";
import { isGone } from "../rules";
import type { EmploymentStatus, Gender } from "../schema";

/** Who is asked for: a name, and whatever stands beside it that tells namesakes apart. */
export type PersonAsk = {
  name: string;
  workNumber?: string | null;
  /** As people write it: a name, a code, or the way down to it; several where a row names several. */
  unit?: string | readonly string[] | null;
  birthYear?: string | null;
  last4?: string | null;
  /** When it was: a work number may have been given again since. */
  on?: PartialDate | null;
  /** Whom a person chose among the candidates. */
  chosen?: number | null;
};

export type FoundPerson = {
  id: number;
  name: string;
  nameKey: string;
  formerNames: string[];
  gender: Gender | null;
  workNumber: string | null;
  birth: string | null;
  last4: string | null;
  status: EmploymentStatus;
  hiredOn: string | null;
  leftOn: string | null;
  employerId: number | null;
  unitId: number | null;
  unionUnitId: number | null;
  unitName: string | null;
  post: string | null;
  version: number;
  /** Units and union units where they are or were. */
  placeIds: number[];
};

export type MatchReason = "chosen" | "workNumber" | "last4" | "unit" | "birthYear";
export type PersonMatch = {
  id: number | null;
  reason: MatchReason | null;
  /** A key under `faults.*`; null where somebody was found. */
  fault: string | null;
  candidates: IntakeCandidate[];
  person: FoundPerson | null;
};

/** People found for any of the asks, by what leads to them. */
export type People = {
  byId: Map<number, FoundPerson>;
  byKey: Map<string, FoundPerson[]>;
  byNumber: Map<string, FoundPerson[]>;
};

/**
 * Never by the name alone: a name and its work number, or a name and one thing more that only one of its bearers has. A
 * number that belongs to somebody else says whose it is.
 */
export function matchPerson(ask: PersonAsk, people: People, units: UnitIndex): PersonMatch {
  if (cleanText(ask.name) === "") return none("required", []);
  if (ask.chosen != null) {
    const chosen = people.byId.get(ask.chosen);
    return chosen ? found(chosen, "chosen") : none("outOfScope", []);
  }
  const key = nameKey(ask.name);
  const bearers = people.byKey.get(key) ?? [];
  const number = numberKey(ask.workNumber);
  if (number !== "") {
    const holders = people.byNumber.get(number) ?? [];
    const same = holders.filter((one) => isCalled(one, key));
    // Excel drops the zeros in front of a number.
    const padded = bearers.filter((one) => unpadded(one.workNumber) === unpadded(number));
    const right = same.length > 0 ? same : padded;
    const one = right.length > 1 ? narrow(right, ask, units) : right;
    if (one.length === 1) return found(one[0]!, "workNumber");
    if (one.length > 1) return none("personNotSure", one);
    if (holders.length > 0) return none(`workNumberOfAnother:${holders[0]!.name}`, [...holders, ...bearers]);
    const unnumbered = bearers.filter((bearer) => bearer.workNumber === null);
    const told = tell(unnumbered, ask, units);
    return told ?? none(bearers.length > 0 ? "workNumberUnknown" : "personUnknown", bearers);
  }
  return tell(bearers, ask, units) ?? none(bearers.length > 0 ? "personNotSure" : "personUnknown", bearers);
}

export type Who =
  | { known: FoundPerson; fault?: undefined }
  | { known: null; fault?: undefined }
  | { fault: string; candidates: IntakeCandidate[] };
export type WhoAsk = PersonAsk & { hiredOn?: string | null; employerId?: number | null; isAnother?: boolean };

/**
 * Whose record a row is about: somebody known, or nobody yet (`known: null`). Namesakes with another work number are
 * other people; where neither a number nor anything else tells, a person decides.
 */
export function whoIs(ask: WhoAsk, people: People, units: UnitIndex): Who {
  const { hiredOn = null, employerId = null } = ask;
  if (ask.chosen != null) {
    const known = people.byId.get(ask.chosen);
    return known ? { known } : { fault: "outOfScope", candidates: [] };
  }
  if (ask.isAnother) return { known: null };
  const key = nameKey(ask.name);
  const number = numberKey(ask.workNumber);
  const bearers = people.byKey.get(key) ?? [];
  const holders = number === "" ? [] : (people.byNumber.get(number) ?? []);
  const sameName = holders.filter((one) => isCalled(one, key));
  const padded = bearers.filter((one) => number !== "" && unpadded(one.workNumber) === unpadded(number));
  const right = sameName.length > 0 ? sameName : padded;
  if (right.length > 0) {
    const ofEmployer = right.filter((one) => one.employerId === employerId);
    const [one, ...more] = ofEmployer.length > 0 ? ofEmployer : right;
    const doubtful =
      more.length > 0 ||
      (ask.last4 && one!.last4 && one!.last4 !== ask.last4) ||
      // The number may have been given again, to a namesake or to one who came back.
      (one!.leftOn !== null &&
        hiredOn !== null &&
        !isBefore(hiredOn, one!.leftOn) &&
        hiredOn !== one!.hiredOn);
    return doubtful ? { fault: "namesakes", candidates: candidatesOf(right) } : { known: one! };
  }
  const possible = bearers.filter((one) => {
    if (ask.last4 && one.last4) return one.last4 === ask.last4;
    if (ask.birthYear && one.birth && !one.birth.startsWith(ask.birthYear.slice(0, 4))) return false;
    return number === "" || one.workNumber === null;
  });
  if (possible.length === 0) return { known: null };
  const renumbered = possible.some((one) => number !== "" && one.workNumber !== null);
  const told = renumbered ? null : tell(possible, ask, units);
  return told?.person ? { known: told.person } : { fault: "namesakes", candidates: candidatesOf(possible) };
}

/** Whose ID number a row has, and who is called so: nobody else is meant. A name that differs is told by the number. */
export function whoHolds(ask: WhoAsk, holder: FoundPerson | undefined): Who | null {
  if (!holder || ask.chosen != null || ask.isAnother) return null;
  return { known: isCalled(holder, nameKey(ask.name)) ? holder : null };
}

/** The only one for whom something beside the name speaks and nothing against; null where nobody is sure. */
function tell(bearers: readonly FoundPerson[], ask: PersonAsk, units: UnitIndex): PersonMatch | null {
  const { last4, birthYear } = ask;
  const year = birthYear?.slice(0, 4);
  const possible = bearers.filter(
    (one) =>
      !(last4 && one.last4 && one.last4 !== last4.toUpperCase()) &&
      !(year && one.birth && one.birth.slice(0, 4) !== year),
  );
  const named = namedUnits(ask.unit, units);
  const inUnit = (one: FoundPerson) =>
    one.placeIds.some((id) => named.some((unit) => isAbout(units, id, unit)));
  const evidence: [MatchReason, boolean, (one: FoundPerson) => boolean][] = [
    ["last4", !!last4, (one) => one.last4 === last4!.toUpperCase()],
    ["unit", named.length > 0, inUnit],
    ["birthYear", !!year, (one) => one.birth?.slice(0, 4) === year],
  ];
  let left = possible;
  let reason: MatchReason | null = null;
  for (const [kind, given, speaks] of evidence) {
    const narrowed = given ? left.filter(speaks) : [];
    // A year of birth is no proof against a unit where nobody of the name ever was.
    if (kind === "birthYear" && reason === null && named.length > 0) continue;
    if (narrowed.length === 0) continue;
    left = narrowed;
    reason ??= kind;
  }
  return left.length === 1 && reason !== null ? found(left[0]!, reason) : null;
}

/** Of several holders of one number the one whose time, or whose unit, it was. */
function narrow(holders: readonly FoundPerson[], ask: PersonAsk, units: UnitIndex): FoundPerson[] {
  const { on } = ask;
  const then = on ? holders.filter((one) => wasThere(one, on)) : [];
  const left = then.length > 0 ? then : [...holders];
  if (left.length === 1) return left;
  const told = tell(left, ask, units);
  return told?.person ? [told.person] : left;
}

function wasThere({ hiredOn, leftOn }: FoundPerson, on: PartialDate): boolean {
  const began = hiredOn === null || firstDay(hiredOn as PartialDate) <= lastDay(on);
  return began && (leftOn === null || lastDay(leftOn as PartialDate) >= firstDay(on));
}

function namedUnits(text: PersonAsk["unit"], units: UnitIndex) {
  const texts = typeof text === "string" ? [text] : (text ?? []);
  return texts.flatMap((one) => findUnits(units, one));
}

function isCalled({ nameKey: key, formerNames }: FoundPerson, asked: string): boolean {
  return key === asked || formerNames.some((name) => nameKey(name) === asked);
}

export function numberKey(text: string | null | undefined): string {
  return cleanText(text ?? "")
    .normalize("NFKC")
    .replace(/^'/, "")
    .toUpperCase();
}

function unpadded(number: string | null): string | null {
  return number === null ? null : numberKey(number).replace(/^0+(?=.)/, "");
}

function found(person: FoundPerson, reason: MatchReason): PersonMatch {
  return { id: person.id, reason, fault: null, candidates: [], person };
}

function none(fault: string, people: readonly FoundPerson[]): PersonMatch {
  return { id: null, reason: null, fault, candidates: candidatesOf(people), person: null };
}

/** Those in office first; twenty are as many as anybody compares. */
function candidatesOf(people: readonly FoundPerson[]): IntakeCandidate[] {
  return [...new Set(people)]
    .toSorted((a, b) => Number(isGone(a.status)) - Number(isGone(b.status)) || a.id - b.id)
    .slice(0, 20)
    .map(({ id, name, unitName, workNumber, birth, last4, status }) => ({
      id,
      name,
      unit: unitName,
      workNumber,
      birthYear: birth?.slice(0, 4) ?? null,
      last4,
      left: isGone(status),
    }));
}
