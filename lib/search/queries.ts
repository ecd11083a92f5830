import type { AchievementOption } from "@/lib/achievements/queries";
import { searchAchievements } from "@/lib/achievements/search/queries";
import { type Actor, ledgerReaders } from "@/lib/auth/roles";
import { searchAwards } from "@/lib/awards/ledger/queries";
import type { AwardRow } from "@/lib/awards/queries";
import { db } from "@/lib/db/client";
import { mayBeOld } from "@/lib/db/replica";
import type { DocumentRow } from "@/lib/documents/queries";
import { searchDocuments } from "@/lib/documents/search/queries";
import type { EmployeeItem } from "@/lib/employees/queries";
import { searchEmployees } from "@/lib/employees/search/queries";
import { searchTitles, type TitleRow } from "@/lib/honors/queries";
import { searchText } from "@/lib/kernel/search-grams";
import { type UnitOption, unitsServedBy } from "@/lib/organizations/queries";
import { searchUnits } from "@/lib/organizations/search/queries";
import type { StudioOption } from "@/lib/studios/queries";
import { searchStudios } from "@/lib/studios/search/queries";
import { searchTeams, type TeamOption } from "@/lib/teams/queries";
import { canSearch } from "./policy";

/** So many of each kind are shown; one more is asked for, to know whether there are more. */
const shown = 8;

export type Finds = {
  people: EmployeeItem[];
  awards: AwardRow[];
  titles: TitleRow[];
  documents: DocumentRow[];
  units: UnitOption[];
  achievements: AchievementOption[];
  teams: TeamOption[];
  studios: StudioOption[];
};
type Kind = keyof Finds;
export type Found = { [K in Kind]: { rows: Finds[K]; more: boolean } };

/** Everything of the actor's scope that a keyword finds, by kind, the best of each first. */
export const searchAll = mayBeOld(findAll);

async function findAll(actor: Actor, q: string): Promise<Found | null> {
  if (!canSearch(actor) || searchText(q) === "") return null;
  const limit = shown + 1;
  // Asked for once: teams, studios and achievements are all seen by them.
  const served = unitsServedBy(db, actor, ...ledgerReaders);
  // Whoever waits for it is told; unheard, because nobody does yet or reads none of the three, a failure would end the process.
  served.catch(() => {});
  const [people, awards, titles, documents, units, achievements, teams, studios] = await Promise.all([
    searchEmployees(actor, q, limit),
    searchAwards(actor, q, limit),
    searchTitles(actor, q, { limit }),
    searchDocuments(actor, q, { limit }),
    searchUnits(actor, { q }, limit),
    searchAchievements(actor, q, limit, served),
    searchTeams(actor, q, limit, served),
    searchStudios(actor, q, limit, served),
  ]);
  return {
    people: cut(people),
    awards: cut(awards),
    titles: cut(titles),
    documents: cut(documents),
    units: cut(units),
    achievements: cut(achievements),
    teams: cut(teams),
    studios: cut(studios),
  };
}

function cut<T>(rows: T[]): { rows: T[]; more: boolean } {
  return { rows: rows.slice(0, shown), more: rows.length > shown };
}
