import { visibleAchievements } from "@/lib/achievements/queries";
import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { visibleTo as visibleEmployees } from "@/lib/employees/policy";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { visibleTo as visibleUnits } from "@/lib/organizations/policy";
import { pickableUnits } from "@/lib/organizations/search/queries";
import { visibleStudios } from "@/lib/studios/queries";
import { visibleTeams } from "@/lib/teams/queries";
import { refKey, type SubjectKind, type SubjectRef } from "../schema";
import { membersOn, periodOn, snapshotDay } from "./rules";

export type Member = { employeeId: number; name: string; unitName: string | null };
/** A recipient's subject as it stood at the time. */
export type Subject = SubjectRef & {
  name: string;
  unitName: string | null;
  post: string | null;
  unitId: number | null;
  unionUnitId: number | null;
  hiredOn: string | null;
  mergedIntoId: number | null;
  members: Member[];
};

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
  const day = snapshotDay(date, today);
  const wanted = (kind: SubjectKind) => refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : []));
  const ids = <Where>(kind: SubjectKind, visible: Where) => ({
    AND: [
      { id: { in: wanted(kind) } },
      { OR: [{ id: { in: kept.flatMap((ref) => (ref.kind === kind ? [ref.id] : [])) } }, visible] },
    ],
  });
  const members = {
    select: {
      employeeId: true,
      isLeader: true,
      validFrom: true,
      validTo: true,
      employee: { select: personFields },
    },
    orderBy: { id: "asc" as const },
  };

  const people = wanted("employee").length
    ? await tx.employee.findMany({ where: ids("employee", visibleEmployees(actor)), select: personFields })
    : [];
  const teams = wanted("team").length
    ? await tx.team.findMany({
        where: ids("team", await visibleTeams(tx, actor)),
        select: { id: true, name: true, unitId: true, members },
      })
    : [];
  const studios = wanted("studio").length
    ? await tx.studio.findMany({
        where: ids("studio", await visibleStudios(tx, actor)),
        select: { id: true, name: true, unitId: true, members },
      })
    : [];
  const units = wanted("organization").length
    ? await tx.organization.findMany({
        where: ids("organization", await pickableUnits(tx, actor)),
        select: { id: true, parentId: true },
      })
    : [];
  const achievements = wanted("achievement").length
    ? await tx.achievement.findMany({
        where: ids("achievement", await visibleAchievements(tx, actor)),
        select: {
          id: true,
          name: true,
          units: { orderBy: { position: "asc" }, take: 1, select: { organizationId: true } },
          contributors: { orderBy: { position: "asc" }, select: { employee: { select: personFields } } },
        },
      })
    : [];

  const involved = [
    ...people,
    ...[...teams, ...studios].flatMap((group) => group.members.map(({ employee }) => employee)),
    ...achievements.flatMap((one) => one.contributors.map(({ employee }) => employee)),
  ];
  const unitIds = [
    ...involved.flatMap((person) => [postOn(person, day).unitId, postOn(person, day).unionUnitId]),
    ...[...teams, ...studios].map(({ unitId }) => unitId),
    ...units.flatMap(({ id, parentId }) => [id, parentId]),
    ...achievements.map(({ units: [first] }) => first?.organizationId ?? null),
  ];
  const unitOn = await unitsOn(tx, unitIds, day);
  const memberOf = (person: Person): Member => ({
    employeeId: person.id,
    name: person.name,
    unitName: unitNameOf(postOn(person, day)),
  });
  const unitNameOf = (post: { unitId: number | null; unionUnitId: number | null }) =>
    (unitOn(post.unitId) ?? unitOn(post.unionUnitId))?.name ?? null;
  const placed = (unitId: number | null) => {
    const unit = unitOn(unitId);
    return {
      unitId: unit?.tree === "company" ? unitId : null,
      unionUnitId: unit?.tree === "union" ? unitId : null,
    };
  };
  const collective = { post: null, hiredOn: null, mergedIntoId: null };

  const subjects: Subject[] = [
    ...people.map((person): Subject => {
      const { unitId, unionUnitId, post } = postOn(person, day);
      const { id, name, hiredOn, mergedIntoId } = person;
      return {
        kind: "employee",
        id,
        name,
        unitName: unitNameOf({ unitId, unionUnitId }),
        post,
        unitId,
        unionUnitId,
        hiredOn,
        mergedIntoId,
        members: [],
      };
    }),
    ...(["team", "studio"] as const).flatMap((kind) =>
      (kind === "team" ? teams : studios).map(({ id, name, unitId, members: all }): Subject => {
        const then = membersOn(all, date, today).map(({ employee }) => memberOf(employee));
        return {
          kind,
          id,
          name,
          unitName: unitOn(unitId)?.name ?? null,
          ...collective,
          ...placed(unitId),
          members: then,
        };
      }),
    ),
    ...units.map(({ id, parentId }): Subject => ({
      kind: "organization",
      id,
      name: unitOn(id)!.name,
      unitName: unitOn(parentId)?.name ?? null,
      ...collective,
      ...placed(id),
      members: [],
    })),
    ...achievements.map(({ id, name, units: [first], contributors }): Subject => {
      const unitId = first?.organizationId ?? null;
      const then = contributors.map(({ employee }) => memberOf(employee));
      return {
        kind: "achievement",
        id,
        name,
        unitName: unitOn(unitId)?.name ?? null,
        ...collective,
        ...placed(unitId),
        members: then,
      };
    }),
  ];
  return new Map(subjects.map((subject) => [refKey(subject), subject]));
}

const personFields = {
  id: true,
  name: true,
  post: true,
  unitId: true,
  unionUnitId: true,
  hiredOn: true,
  mergedIntoId: true,
  assignments: { select: { unitId: true, unionUnitId: true, post: true, validFrom: true, validTo: true } },
} as const;

type Post = { unitId: number | null; unionUnitId: number | null; post: string | null };
type Person = Post & {
  id: number;
  name: string;
  assignments: (Post & { validFrom: string | null; validTo: string | null })[];
};

/** Where a person worked on a day; where the history says nothing, where they work now. */
function postOn(person: Person, day: string): Post {
  return periodOn(person.assignments, day) ?? person;
}

/** Units with the name that they had on a day. */
async function unitsOn(tx: Tx, ids: readonly (number | null)[], day: string) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const units = await tx.organization.findMany({
    where: { id: { in: wanted } },
    select: {
      id: true,
      name: true,
      tree: true,
      periods: { select: { name: true, validFrom: true, validTo: true } },
    },
  });
  const known = new Map(
    units.map(({ id, name, tree, periods }) => [id, { name: periodOn(periods, day)?.name ?? name, tree }]),
  );
  return (id: number | null) => (id === null ? undefined : known.get(id));
}
