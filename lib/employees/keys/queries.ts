import { type Actor, hasRole, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Sql } from "@/lib/db/read-sql";
import {
  exactGram,
  lettersOf,
  insideReadings,
  nameReadingGrams,
  numberGrams,
  partGrams,
  searchText,
  startGrams,
  type Wanted,
  wholeReadingGrams,
} from "@/lib/kernel/search-grams";

/** What finds a person, by rank: the name, number or reading itself; its beginning; inside it, or a former name. */
export function wantedPeople(text: string): Wanted[] {
  const key = searchText(text);
  if (key === "") return [];
  const letters = lettersOf(text);
  const number = numberGrams(key);
  return [
    { any: [exactGram(key), number.exact, ...(letters ? wholeReadingGrams(letters) : [])], all: [] },
    { any: [number.start], all: [startGrams(key), ...(letters ? nameReadingGrams(letters) : [])] },
    { any: [], all: [partGrams(key), ...(letters ? insideReadings(letters) : [])] },
  ];
}

/** How many of a rank are looked at to put those in office first: of ten thousand 王伟 any will do. */
const looked = 500;

/**
 * A statement that gives people in the actor's scope, as ids in their order: those of the actor's own units first, those in office
 * before those gone; rank by rank, until there are enough. What is found is read again through the actor's rights. By a function of
 * the database that keeps to the index. Null where nobody can be found.
 */
export async function peopleSql(actor: Actor, ranks: readonly Wanted[], limit: number): Promise<Sql | null> {
  const everybody = hasRole(actor, "sysadmin");
  const units = scopeUnits(actor);
  if (ranks.length === 0 || (!everybody && units.length === 0)) return null;
  const own = actor.employeeId === null ? [] : await ownUnits(actor.employeeId);
  return {
    text: "SELECT id, place FROM search_people($1::jsonb, $2::int[], $3::int[], $4::int, $5::int) WITH ORDINALITY AS found (id, place)",
    values: [JSON.stringify(ranks), everybody ? [] : units, own, looked, limit],
  };
}

/** As the database reads an array. */
export function listed(grams: readonly number[]): string {
  return `{${grams.join()}}`;
}

/** Everybody in the actor's scope, for a picker that nothing was typed into yet. */
export const anybody: readonly Wanted[] = [{ any: [], all: [[]] }];

async function ownUnits(employeeId: number): Promise<number[]> {
  const own = await db.employee.findFirst({
    where: { id: employeeId },
    select: { unitId: true, unionUnitId: true },
  });
  return [own?.unitId, own?.unionUnitId].flatMap((id) => id ?? []);
}

/** The nodes of the actor's scope; 0 stands for outside workers, who are found from the root of a tree. */
export function scopeUnits(actor: Actor): number[] {
  return scopePaths(actor, ...ledgerReaders).flatMap((path) => {
    const ids = path.split("/").filter(Boolean).map(Number);
    return ids.length === 1 ? [...ids, 0] : ids.slice(-1);
  });
}
