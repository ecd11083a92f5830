import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { groupBy } from "@/lib/kernel/grouping";
import { cleanText, nameKey } from "@/lib/kernel/text";
import { loadUnits } from "@/lib/organizations/intake/queries";
import type { UnitIndex } from "@/lib/organizations/intake/rules";
import { visibleTo } from "../policy";
import { notMerged } from "../queries";
import {
  type FoundPerson,
  matchPerson,
  numberKey,
  type People,
  type PersonAsk,
  type PersonMatch,
} from "./rules";

/**
 * Who is meant by each of the names, among the people whom the actor may pick; in the order of the asks. Work numbers are
 * looked up first, for whoever is known by theirs needs no comparison with namesakes.
 */
export async function matchPeople(
  tx: Tx,
  actor: Actor,
  asks: readonly PersonAsk[],
  units?: UnitIndex,
): Promise<PersonMatch[]> {
  if (asks.length === 0) return [];
  const index = units ?? (await loadUnits(tx));
  const sure = asks.filter(({ workNumber, chosen }) => workNumber || chosen != null);
  const numbered = await findPeople(tx, actor, { numbers: sure, chosen: sure }, index);
  const matches = new Map(sure.map((ask) => [ask, matchPerson(ask, numbered, index)]));
  const open = asks.filter((ask) => ask.chosen == null && (matches.get(ask)?.id ?? null) === null);
  if (open.length > 0) {
    const people = await findPeople(tx, actor, { names: open, numbers: open }, index, {
      places: open.some(({ unit }) => unit && unit.length > 0),
    });
    for (const ask of open) matches.set(ask, matchPerson(ask, people, index));
  }
  return asks.map((ask) => matches.get(ask)!);
}

type Wanted = {
  names?: readonly Pick<PersonAsk, "name">[];
  numbers?: readonly Pick<PersonAsk, "workNumber">[];
  chosen?: readonly Pick<PersonAsk, "chosen">[];
};

/** Everybody whom the actor may pick and who has one of the names, work numbers or ids, in one statement; with `places` where they were before, in a second. */
export async function findPeople(
  tx: Tx,
  actor: Actor,
  { names = [], numbers = [], chosen = [] }: Wanted,
  units: UnitIndex,
  { places = false } = {},
): Promise<People> {
  const rows = await tx.employee.findMany({
    where: {
      AND: [
        {
          OR: [
            { id: { in: [...new Set(chosen.flatMap((one) => one.chosen ?? []))] } },
            { nameKey: { in: [...new Set(names.map(({ name }) => nameKey(name)))].filter(Boolean) } },
            { workNumber: { in: [...new Set(numbers.flatMap(({ workNumber }) => spellings(workNumber)))] } },
          ],
        },
        notMerged,
        visibleTo(actor),
      ],
    },
    select: personSelect,
    orderBy: { id: "asc" },
  });
  const assignments = places
    ? await tx.employeeAssignment.findMany({
        where: { employeeId: { in: rows.map(({ id }) => id) } },
        select: { employeeId: true, unitId: true, unionUnitId: true },
      })
    : [];
  const before = groupBy(assignments, ({ employeeId }) => employeeId);
  const found = rows.map(({ idNumberLast4: last4, ...row }): FoundPerson => {
    const were = [row, ...(before.get(row.id) ?? [])];
    return {
      ...row,
      last4,
      unitName: units.units.get(row.unitId ?? row.unionUnitId ?? 0)?.name ?? null,
      placeIds: [...new Set(were.flatMap((one) => [one.unitId ?? [], one.unionUnitId ?? []].flat()))],
    };
  });
  return {
    byId: new Map(found.map((one) => [one.id, one])),
    byKey: groupBy(found, (one) => one.nameKey),
    byNumber: groupBy(
      found.filter(({ workNumber }) => workNumber !== null),
      ({ workNumber }) => numberKey(workNumber),
    ),
  };
}

function spellings(number: string | null | undefined): string[] {
  const key = numberKey(number);
  return key === "" ? [] : [cleanText(number!), key, key.toLowerCase()];
}

const personSelect = {
  ...{ id: true, name: true, nameKey: true, formerNames: true, gender: true, workNumber: true, birth: true },
  ...{ idNumberLast4: true, status: true, hiredOn: true, leftOn: true, employerId: true },
  ...{ unitId: true, unionUnitId: true, post: true, version: true },
} as const;
