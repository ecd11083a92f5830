import { firstDay, lastDay, type PartialDate } from "@/lib/kernel/partial-date";
import { refKey, type SubjectRef } from "../schema";

type Period = { validFrom: string | null; validTo: string | null };

/** The day for which a snapshot stands: the last that the date can mean, but none that is still to come. */
export function snapshotDay(date: PartialDate, today: string): string {
  const day = lastDay(date);
  return day < today ? day : today;
}

/** The period that holds a day. A period ends before the first day of its `validTo`, as the database has it. */
export function periodOn<P extends Period>(periods: readonly P[], day: string): P | undefined {
  return periods.find(
    ({ validFrom, validTo }) =>
      (!validFrom || firstDay(validFrom as PartialDate) <= day) &&
      (!validTo || firstDay(validTo as PartialDate) > day),
  );
}

/** Members at a time that is known only as exactly as the date; leaders first, each person once. */
export function membersOn<M extends Period & { employeeId: number; isLeader: boolean }>(
  members: readonly M[],
  date: PartialDate,
  today: string,
): M[] {
  const [from, to] = [firstDay(date), snapshotDay(date, today)];
  const then = members.filter(
    ({ validFrom, validTo }) =>
      (!validFrom || firstDay(validFrom as PartialDate) <= to) &&
      (!validTo || lastDay(validTo as PartialDate) >= from),
  );
  const ordered = [...then].sort((a, b) => Number(b.isLeader) - Number(a.isLeader));
  return ordered.filter(
    ({ employeeId }, index) => ordered.findIndex((other) => other.employeeId === employeeId) === index,
  );
}

type Member = { employeeId: number; name: string; unitName: string | null };
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

type Post = { unitId: number | null; unionUnitId: number | null; post: string | null };
type Person = Post & {
  id: number;
  name: string;
  hiredOn: string | null;
  mergedIntoId: number | null;
  assignments: (Post & Period)[];
};
type Group = {
  id: number;
  name: string;
  unitId: number;
  members: (Period & { employeeId: number; isLeader: boolean; employee: Person })[];
};
type Unit = { id: number; parentId: number | null };
type Achievement = {
  id: number;
  name: string;
  units: { organizationId: number }[];
  contributors: { employee: Person }[];
};
type Named = { name: string; tree: "company" | "union"; periods: (Period & { name: string })[] };

/** Subjects with all that is known of their past, so that each can be told as it stood on any day. */
export type History = {
  employee: Map<number, Person>;
  team: Map<number, Group>;
  studio: Map<number, Group>;
  organization: Map<number, Unit>;
  achievement: Map<number, Achievement>;
  /** Every unit that any of them ever belonged to. */
  units: Map<number, Named>;
};

export const noHistory: History = {
  ...{ employee: new Map(), team: new Map(), studio: new Map() },
  ...{ organization: new Map(), achievement: new Map(), units: new Map() },
};

/** Units that the history of these subjects names. */
export function unitIdsOf({
  employee,
  team,
  studio,
  organization,
  achievement,
}: Omit<History, "units">): number[] {
  const groups = [...team.values(), ...studio.values()];
  const people = [
    ...employee.values(),
    ...groups.flatMap(({ members }) => members.map((one) => one.employee)),
    ...[...achievement.values()].flatMap(({ contributors }) => contributors.map((one) => one.employee)),
  ];
  const ids = [
    ...people.flatMap((person) =>
      [person, ...person.assignments].flatMap((post) => [post.unitId, post.unionUnitId]),
    ),
    ...groups.map(({ unitId }) => unitId),
    ...[...organization.values()].flatMap(({ id, parentId }) => [id, parentId]),
    ...[...achievement.values()].flatMap(({ units }) => units.map(({ organizationId }) => organizationId)),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** Subjects as they stood at a date, by refKey; one whose history was not read is left out. */
export function subjectsOn(
  history: History,
  refs: readonly SubjectRef[],
  date: PartialDate,
  today: string,
): Map<string, Subject> {
  const subjects = refs.flatMap((ref) => subjectOn(history, ref, date, today) ?? []);
  return new Map(subjects.map((subject) => [refKey(subject), subject]));
}

/** A subject as it stood at a date; null where it is not among those whose history was read. */
export function subjectOn(
  history: History,
  { kind, id }: SubjectRef,
  date: PartialDate,
  today: string,
): Subject | null {
  const day = snapshotDay(date, today);
  const unitOn = (unitId: number | null) => {
    const unit = unitId === null ? undefined : history.units.get(unitId);
    return unit && { name: periodOn(unit.periods, day)?.name ?? unit.name, tree: unit.tree };
  };
  const unitNameOf = (post: Pick<Post, "unitId" | "unionUnitId">) =>
    (unitOn(post.unitId) ?? unitOn(post.unionUnitId))?.name ?? null;
  const memberOf = (person: Person): Member => ({
    ...{ employeeId: person.id, name: person.name },
    unitName: unitNameOf(postOn(person, day)),
  });
  const collective = (unitId: number | null, members: Member[] = []) => ({
    ...{ kind, id, post: null, hiredOn: null, mergedIntoId: null, members },
    unitId: unitOn(unitId)?.tree === "company" ? unitId : null,
    unionUnitId: unitOn(unitId)?.tree === "union" ? unitId : null,
  });

  switch (kind) {
    case "employee": {
      const person = history.employee.get(id);
      if (!person) return null;
      const { unitId, unionUnitId, post } = postOn(person, day);
      const { name, hiredOn, mergedIntoId } = person;
      const unitName = unitNameOf({ unitId, unionUnitId });
      return { kind, id, name, unitName, post, unitId, unionUnitId, hiredOn, mergedIntoId, members: [] };
    }
    case "team":
    case "studio": {
      const group = history[kind].get(id);
      if (!group) return null;
      const then = membersOn(group.members, date, today).map(({ employee }) => memberOf(employee));
      return {
        ...collective(group.unitId, then),
        name: group.name,
        unitName: unitOn(group.unitId)?.name ?? null,
      };
    }
    case "organization": {
      const unit = history.organization.get(id);
      if (!unit) return null;
      return { ...collective(id), name: unitOn(id)!.name, unitName: unitOn(unit.parentId)?.name ?? null };
    }
    case "achievement": {
      const achievement = history.achievement.get(id);
      if (!achievement) return null;
      const unitId = achievement.units[0]?.organizationId ?? null;
      const then = achievement.contributors.map(({ employee }) => memberOf(employee));
      return { ...collective(unitId, then), name: achievement.name, unitName: unitOn(unitId)?.name ?? null };
    }
  }
}

/** Where a person worked on a day; where the history says nothing, where they work now. */
function postOn(person: Person, day: string): Post {
  return periodOn(person.assignments, day) ?? person;
}
