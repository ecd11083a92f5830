import { ledgerReaders, type Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { readFound } from "@/lib/db/behind-wall";
import { findPage } from "@/lib/db/paging";
import { bestNamed } from "@/lib/db/best-named";
import { keptSql } from "@/lib/db/part-sql";
import { mayBeOld } from "@/lib/db/replica";
import type { Tx } from "@/lib/db/transaction";
import { namePeople, type NamedPerson } from "@/lib/employees/queries";
import { pickedPerson } from "@/lib/employees/rules";
import { oneOf } from "@/lib/kernel/ids";
import type { Page } from "@/lib/kernel/page";
import { isPast } from "@/lib/kernel/periods";
import { escapeLike, nameKey } from "@/lib/kernel/text";
import { getUnitPath, servedUnits, unitsServedBy } from "@/lib/organizations/queries";
import { canReadTeams, canRecordTeams, visibleTo } from "./policy";
import type { TeamFilter, TeamKind } from "./schema";

export type TeamRow = {
  id: number;
  name: string;
  kind: TeamKind;
  unitName: string;
  leaders: string[];
  /** Members at present. */
  memberCount: number;
};
export type TeamMember = {
  id: number;
  person: NamedPerson;
  isLeader: boolean;
  validFrom: string | null;
  validTo: string | null;
};
export type TeamView = {
  id: number;
  name: string;
  kind: TeamKind;
  unit: { id: number; name: string };
  /** At present, leaders first; and those of the past, the latest first. */
  members: TeamMember[];
  formerMembers: TeamMember[];
  canEdit: boolean;
  version: number;
  updatedAt: Date;
};
export type TeamOption = { id: number; name: string; kind: TeamKind; unitName: string };

/** What the actor sees of teams, as a condition. */
export async function visibleTeams(
  tx: Tx,
  actor: Actor,
  served = unitsServedBy(tx, actor, ...ledgerReaders),
): Promise<Prisma.TeamWhereInput> {
  return visibleTo(actor, await served);
}

export const listTeams = mayBeOld(readTeams);

async function readTeams(actor: Actor, filter: TeamFilter, today: string): Promise<Page<TeamRow>> {
  const where: Prisma.TeamWhereInput = {
    AND: [await visibleTeams(db, actor), ...(await conditions(actor, filter))],
  };
  const orderBy = orders[filter.sort](filter.direction);
  const { ids, ...page } = await findPage(
    "teams",
    (client, range) => client.team.findMany({ where, ...range, select: { id: true } }),
    orderBy,
    filter,
  );
  // Found under the actor's scope, then read whole: with members who belong to other units by now.
  const teams = await asSystem(() =>
    db.team.findMany({
      where: { id: { in: ids } },
      orderBy,
      select: { ...optionSelect, members: { select: memberSelect, orderBy: { id: "asc" } } },
    }),
  );
  const rows = teams.map(({ unit, members, ...team }) => {
    const present = members.filter((member) => !isPast(member, today));
    const leaders = present.filter(({ isLeader }) => isLeader).map(({ employee }) => employee.name);
    return { ...team, unitName: unit.name, leaders, memberCount: present.length };
  });
  return { rows, ...page };
}

export async function getTeam(actor: Actor, id: number, today: string): Promise<TeamView | null> {
  const seen = await db.team.findMany({
    where: { AND: [{ id }, await visibleTeams(db, actor)] },
    select: { id: true },
  });
  const [team] = await asSystem(() => db.team.findMany({ where: oneOf(seen), select: viewSelect }));
  if (!team) return null;
  const people = await namePeople(
    db,
    actor,
    team.members.map(({ employee }) => employee.id),
  );
  const members = team.members.map(({ employee, ...member }) => ({
    ...member,
    person: people.get(employee.id)!,
  }));
  const served = canRecordTeams(actor) ? await servedUnits(db, actor, [team.unit.id]) : new Set();
  return {
    ...team,
    members: members
      .filter((member) => !isPast(member, today))
      .sort((a, b) => Number(b.isLeader) - Number(a.isLeader)),
    formerMembers: members
      .filter((member) => isPast(member, today))
      .sort((a, b) => (a.validTo! < b.validTo! ? 1 : -1)),
    canEdit: served.has(team.unit.id),
  };
}

/** Teams for pickers: by name, pinyin or initials; `served` are the units that the actor serves, where they are known. */
export const searchTeams = mayBeOld(findTeams);

async function findTeams(
  actor: Actor,
  q: string,
  limit = 20,
  served?: ReturnType<typeof unitsServedBy>,
): Promise<TeamOption[]> {
  if (!canReadTeams(actor)) return [];
  const visible = await visibleTeams(db, actor, served);
  const best = q
    ? await bestNamed(
        "team",
        q,
        { order: "(SELECT path FROM organizations WHERE id = t.unit_id), t.name, t.id", limit },
        await keptSql(`teams ${JSON.stringify(visible)}`, (client) =>
          client.team.findMany({ where: visible, select: { id: true } }),
        ),
      )
    : await db.team.findMany({
        where: visible,
        orderBy: orders.unit("asc"),
        take: limit,
        select: { id: true },
      });
  return readFound(
    `SELECT t.id, t.name, t.kind::text, u.name AS "unitName" FROM unnest($1::int[]) WITH ORDINALITY AS found (id, place)
      JOIN teams t ON t.id = found.id JOIN organizations u ON u.id = t.unit_id ORDER BY found.place`,
    best,
  );
}

/** A team as its form holds it: plain texts by the names of the fields. */
export type TeamForm = Awaited<ReturnType<typeof teamForm>>;

/** For editing; null where the actor may not. */
export async function getTeamForm(actor: Actor, id: number): Promise<TeamForm | null> {
  if (!canRecordTeams(actor)) return null;
  const where = { AND: [{ id }, await visibleTeams(db, actor)] };
  const team = await db.team.findFirst({ where, select: { unitId: true } });
  if (!team || !(await servedUnits(db, actor, [team.unitId])).has(team.unitId)) return null;
  return teamForm(db, actor, id);
}

/** The caller has proved the actor's right to the team. */
export async function teamForm(tx: Tx, actor: Actor, id: number) {
  const team = await asSystem(() => tx.team.findFirstOrThrow({ where: { id }, select: viewSelect }));
  const people = await namePeople(
    tx,
    actor,
    team.members.map(({ employee }) => employee.id),
  );
  return {
    id,
    version: team.version,
    name: team.name,
    kind: team.kind,
    unitId: { id: team.unit.id, label: team.unit.name },
    members: team.members.map(({ employee, validFrom, validTo, isLeader }) => ({
      employeeId: pickedPerson(people.get(employee.id)!),
      validFrom: validFrom ?? "",
      validTo: validTo ?? "",
      isLeader: String(isLeader),
    })),
  };
}

/** What the history tells of a team, so that it reads by itself. */
export async function teamFacts(tx: Tx, id: number) {
  const team = await asSystem(() => tx.team.findFirstOrThrow({ where: { id }, select: viewSelect }));
  return {
    name: team.name,
    kind: team.kind,
    unitId: team.unit.id,
    unit: team.unit.name,
    leaders: team.members.filter(({ isLeader }) => isLeader).map(({ employee }) => nameOf(employee)),
    members: team.members.map(
      ({ employee, validFrom, validTo }) => `${nameOf(employee)} ${validFrom ?? ""}–${validTo ?? ""}`,
    ),
  };
}

function nameOf({ name, workNumber }: { name: string; workNumber: string | null }): string {
  return workNumber ? `${name}(${workNumber})` : name;
}

async function conditions(actor: Actor, { q, kind, unit }: TeamFilter): Promise<Prisma.TeamWhereInput[]> {
  const path = unit === undefined ? null : await getUnitPath(actor, unit);
  return [
    q ? matching(q) : {},
    kind ? { kind } : {},
    unit === undefined ? {} : { unit: { path: { startsWith: path ?? "none" } } },
  ];
}

/** By the team's name, or somebody's who is or was in it. */
function matching(q: string): Prisma.TeamWhereInput {
  const contains = escapeLike(nameKey(q));
  const initials = /^[a-z]{2,20}$/i.test(q) ? [{ initials: q.toLowerCase() }] : [];
  return {
    OR: [
      { nameKey: { contains } },
      { members: { some: { employee: { OR: [{ nameKey: { contains } }, ...initials] } } } },
    ],
  };
}

type Direction = "asc" | "desc";
const orders: Record<TeamFilter["sort"], (direction: Direction) => Prisma.TeamOrderByWithRelationInput[]> = {
  name: (direction) => [{ name: direction }, { id: direction }],
  kind: (direction) => [{ kind: direction }, { unit: { path: "asc" } }, { id: direction }],
  unit: (direction) => [{ unit: { path: direction } }, { name: direction }, { id: direction }],
  updatedAt: (direction) => [{ updatedAt: direction }, { id: direction }],
};

const optionSelect = { id: true, name: true, kind: true, unit: { select: { name: true } } } as const;
const memberSelect = {
  id: true,
  isLeader: true,
  validFrom: true,
  validTo: true,
  employee: { select: { id: true, name: true, workNumber: true } },
} as const;
const viewSelect = {
  ...{ id: true, name: true, kind: true, version: true, updatedAt: true },
  unit: { select: { id: true, name: true } },
  members: { select: memberSelect, orderBy: { id: "asc" } },
} as const satisfies Prisma.TeamSelect;
