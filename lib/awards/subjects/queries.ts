import { visibleAchievements } from "@/lib/achievements/queries";
import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { visibleTo as visibleEmployees } from "@/lib/employees/policy";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { visibleTo as visibleUnits } from "@/lib/organizations/policy";
import { pickableUnits } from "@/lib/organizations/search/queries";
import { visibleStudios } from "@/lib/studios/queries";
import { visibleTeams } from "@/lib/teams/queries";
import { refKey, type SubjectKind, type SubjectRef } from "../schema";
import { subjectsOn, unitIdsOf, type History, type Subject } from "./rules";

/** Those of the subjects that the actor may open, by refKey. */
export async function visibleSubjects(actor: Actor, refs: readonly SubjectRef[]): Promise<Set<string>> {
  const ids = (kind: SubjectKind) => ({
    id: { in: refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : [])) },
  });
  const select = { id: true } as const;
  const finders: Record<SubjectKind, () => Promise<{ id: number }[]>> = {
    employee: () =>
      db.employee.findMany({ where: { AND: [ids("employee"), visibleEmployees(actor)] }, select }),
    team: async () =>
      db.team.findMany({ where: { AND: [ids("team"), await visibleTeams(db, actor)] }, select }),
    studio: async () =>
      db.studio.findMany({ where: { AND: [ids("studio"), await visibleStudios(db, actor)] }, select }),
    organization: () =>
      db.organization.findMany({ where: { AND: [ids("organization"), visibleUnits(actor)] }, select }),
    achievement: async () =>
      db.achievement.findMany({
        where: { AND: [ids("achievement"), await visibleAchievements(db, actor)] },
        select,
      }),
  };
  const kinds = [...new Set(refs.map(({ kind }) => kind))];
  const found = await Promise.all(
    kinds.map(async (kind) => (await finders[kind]()).map(({ id }) => refKey({ kind, id }))),
  );
  return new Set(found.flat());
}

/**
 * The subjects with these ids, as they stood at the date. One that the actor may not see is left out, unless it stands in the
 * award already (`kept`).
 */
export async function resolveSubjects(
  tx: Tx,
  actor: Actor,
  refs: readonly SubjectRef[],
  kept: readonly SubjectRef[],
  date: PartialDate,
  today: string,
): Promise<Map<string, Subject>> {
  return subjectsOn(await readHistory(tx, refs, kept, sightOf(actor)), refs, date, today);
}

/** What the actor may name as a subject, by kind; asked once, and only of the kinds that are needed. */
export type Sight = { [Kind in SubjectKind]: (tx: Tx) => Promise<Conditions[Kind]> };
type Conditions = {
  employee: Prisma.EmployeeWhereInput;
  team: Prisma.TeamWhereInput;
  studio: Prisma.StudioWhereInput;
  organization: Prisma.OrganizationWhereInput;
  achievement: Prisma.AchievementWhereInput;
};

export function sightOf(actor: Actor): Sight {
  const once = <Where>(ask: (tx: Tx) => Promise<Where>) => {
    let known: Promise<Where> | undefined;
    return (tx: Tx) => (known ??= ask(tx));
  };
  return {
    employee: once(() => Promise.resolve(visibleEmployees(actor))),
    team: once((tx) => visibleTeams(tx, actor)),
    studio: once((tx) => visibleStudios(tx, actor)),
    organization: once((tx) => pickableUnits(tx, actor)),
    achievement: once((tx) => visibleAchievements(tx, actor)),
  };
}

/** The history of those subjects that are in sight, or kept. */
export async function readHistory(
  tx: Tx,
  refs: readonly SubjectRef[],
  kept: readonly SubjectRef[],
  sight: Sight,
): Promise<History> {
  const idsOf = (from: readonly SubjectRef[], kind: SubjectKind) => [
    ...new Set(from.flatMap((ref) => (ref.kind === kind ? [ref.id] : []))),
  ];
  const read = async <Kind extends SubjectKind, Row extends { id: number }>(
    kind: Kind,
    find: (where: { AND: object[] }) => Promise<Row[]>,
  ): Promise<Map<number, Row>> => {
    const ids = idsOf(refs, kind);
    if (ids.length === 0) return new Map();
    const standing = idsOf(kept, kind);
    const seen = ids.every((id) => standing.includes(id))
      ? []
      : [{ OR: [{ id: { in: standing } }, await sight[kind](tx)] }];
    // The scope stands in the condition; what is found is read whole, a team with its members of other units.
    const rows = await asSystem(() => find({ AND: [{ id: { in: ids } }, ...seen] }));
    return new Map(rows.map((row) => [row.id, row]));
  };
  const found = {
    employee: await read("employee", (where) => tx.employee.findMany({ where, select: personFields })),
    team: await read("team", (where) => tx.team.findMany({ where, select: groupFields })),
    studio: await read("studio", (where) => tx.studio.findMany({ where, select: groupFields })),
    organization: await read("organization", (where) =>
      tx.organization.findMany({ where, select: { id: true, parentId: true } }),
    ),
    achievement: await read("achievement", (where) =>
      tx.achievement.findMany({ where, select: achievementFields }),
    ),
  };
  const units = await tx.organization.findMany({
    where: { id: { in: unitIdsOf(found) } },
    select: {
      ...{ id: true, name: true, tree: true },
      periods: { select: { name: true, validFrom: true, validTo: true } },
    },
  });
  return { ...found, units: new Map(units.map((unit) => [unit.id, unit])) };
}

const personFields = {
  ...{ id: true, name: true, post: true, unitId: true, unionUnitId: true, hiredOn: true, mergedIntoId: true },
  assignments: { select: { unitId: true, unionUnitId: true, post: true, validFrom: true, validTo: true } },
} as const;
const groupFields = {
  ...{ id: true, name: true, unitId: true },
  members: {
    select: {
      ...{ employeeId: true, isLeader: true, validFrom: true, validTo: true },
      employee: { select: personFields },
    },
    orderBy: { id: "asc" },
  },
} as const;
const achievementFields = {
  ...{ id: true, name: true },
  units: { orderBy: { position: "asc" }, take: 1, select: { organizationId: true } },
  contributors: { orderBy: { position: "asc" }, select: { employee: { select: personFields } } },
} as const;
