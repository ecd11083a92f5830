import { ledgerReaders, type Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { findPage } from "@/lib/db/paging";
import { mayBeOld } from "@/lib/db/replica";
import type { Tx } from "@/lib/db/transaction";
import { namePeople, type NamedPerson } from "@/lib/employees/queries";
import { pickedPerson } from "@/lib/employees/rules";
import { oneOf } from "@/lib/kernel/ids";
import type { Page } from "@/lib/kernel/page";
import { isPast } from "@/lib/kernel/periods";
import { cleanText, escapeLike, nameKey } from "@/lib/kernel/text";
import { getUnitPath, servedUnits, unitsServedBy } from "@/lib/organizations/queries";
import { canRecordStudios, visibleTo } from "./policy";
import type { StudioFilter } from "./schema";

export type StudioRow = {
  id: number;
  name: string;
  unitName: string;
  field: string | null;
  place: string | null;
  foundedOn: string | null;
  leaders: string[];
  /** Members at present. */
  memberCount: number;
};
export type StudioMember = {
  id: number;
  person: NamedPerson;
  isLeader: boolean;
  validFrom: string | null;
  validTo: string | null;
};
export type StudioView = {
  id: number;
  name: string;
  unit: { id: number; name: string };
  foundedOn: string | null;
  place: string | null;
  /** Square metres and 万元, as decimal texts. */
  area: string | null;
  funding: string | null;
  field: string | null;
  goals: string | null;
  /** At present, leaders first; and those of the past, the latest first. */
  members: StudioMember[];
  formerMembers: StudioMember[];
  canEdit: boolean;
  version: number;
  updatedAt: Date;
};
export type StudioOption = { id: number; name: string; field: string | null; unitName: string };

/** What the actor sees of studios, as a condition. */
export async function visibleStudios(
  tx: Tx,
  actor: Actor,
  served = unitsServedBy(tx, actor, ...ledgerReaders),
): Promise<Prisma.StudioWhereInput> {
  return visibleTo(actor, await served);
}

export const listStudios = mayBeOld(readStudios);

async function readStudios(actor: Actor, filter: StudioFilter, today: string): Promise<Page<StudioRow>> {
  const where: Prisma.StudioWhereInput = {
    AND: [await visibleStudios(db, actor), ...(await conditions(actor, filter))],
  };
  const orderBy = orders[filter.sort](filter.direction);
  const { ids, ...page } = await findPage(
    "studios",
    (client, range) => client.studio.findMany({ where, ...range, select: { id: true } }),
    orderBy,
    filter,
  );
  // Found under the actor's scope, then read whole: with members who belong to other units by now.
  const studios = await asSystem(() =>
    db.studio.findMany({
      where: { id: { in: ids } },
      orderBy,
      select: {
        ...optionSelect,
        place: true,
        foundedOn: true,
        members: { select: memberSelect, orderBy: { id: "asc" } },
      },
    }),
  );
  const rows = studios.map(({ unit, members, ...studio }) => {
    const present = members.filter((member) => !isPast(member, today));
    const leaders = present.filter(({ isLeader }) => isLeader).map(({ employee }) => employee.name);
    return { ...studio, unitName: unit.name, leaders, memberCount: present.length };
  });
  return { rows, ...page };
}

export async function getStudio(actor: Actor, id: number, today: string): Promise<StudioView | null> {
  const seen = await db.studio.findMany({
    where: { AND: [{ id }, await visibleStudios(db, actor)] },
    select: { id: true },
  });
  const [studio] = await asSystem(() => db.studio.findMany({ where: oneOf(seen), select: viewSelect }));
  if (!studio) return null;
  const people = await namePeople(
    db,
    actor,
    studio.members.map(({ employee }) => employee.id),
  );
  const members = studio.members.map(({ employee, ...member }) => ({
    ...member,
    person: people.get(employee.id)!,
  }));
  const served = canRecordStudios(actor) ? await servedUnits(db, actor, [studio.unit.id]) : new Set();
  return {
    ...studio,
    area: studio.area?.toFixed(2) ?? null,
    funding: studio.funding?.toFixed(2) ?? null,
    members: members
      .filter((member) => !isPast(member, today))
      .sort((a, b) => Number(b.isLeader) - Number(a.isLeader)),
    formerMembers: members
      .filter((member) => isPast(member, today))
      .sort((a, b) => (a.validTo! < b.validTo! ? 1 : -1)),
    canEdit: served.has(studio.unit.id),
  };
}

/** A studio as its form holds it: plain texts by the names of the fields. */
export type StudioForm = Awaited<ReturnType<typeof studioForm>>;

/** For editing; null where the actor may not. */
export async function getStudioForm(actor: Actor, id: number): Promise<StudioForm | null> {
  if (!canRecordStudios(actor)) return null;
  const where = { AND: [{ id }, await visibleStudios(db, actor)] };
  const studio = await db.studio.findFirst({ where, select: { unitId: true } });
  if (!studio || !(await servedUnits(db, actor, [studio.unitId])).has(studio.unitId)) return null;
  return studioForm(db, actor, id);
}

/** The caller has proved the actor's right to the studio. */
export async function studioForm(tx: Tx, actor: Actor, id: number) {
  const studio = await asSystem(() => tx.studio.findFirstOrThrow({ where: { id }, select: viewSelect }));
  const people = await namePeople(
    tx,
    actor,
    studio.members.map(({ employee }) => employee.id),
  );
  return {
    id,
    version: studio.version,
    name: studio.name,
    unitId: { id: studio.unit.id, label: studio.unit.name },
    foundedOn: studio.foundedOn ?? "",
    place: studio.place ?? "",
    area: studio.area?.toFixed(2) ?? "",
    funding: studio.funding?.toFixed(2) ?? "",
    field: studio.field ?? "",
    goals: studio.goals ?? "",
    members: studio.members.map(({ employee, validFrom, validTo, isLeader }) => ({
      employeeId: pickedPerson(people.get(employee.id)!),
      validFrom: validFrom ?? "",
      validTo: validTo ?? "",
      isLeader: String(isLeader),
    })),
  };
}

/** What the history tells of a studio, so that it reads by itself. */
export async function studioFacts(tx: Tx, id: number) {
  const studio = await asSystem(() => tx.studio.findFirstOrThrow({ where: { id }, select: viewSelect }));
  return {
    name: studio.name,
    unitId: studio.unit.id,
    unit: studio.unit.name,
    foundedOn: studio.foundedOn,
    place: studio.place,
    area: studio.area?.toFixed(2) ?? null,
    funding: studio.funding?.toFixed(2) ?? null,
    field: studio.field,
    goals: studio.goals,
    leaders: studio.members.filter(({ isLeader }) => isLeader).map(({ employee }) => nameOf(employee)),
    members: studio.members.map(
      ({ employee, validFrom, validTo }) => `${nameOf(employee)} ${validFrom ?? ""}–${validTo ?? ""}`,
    ),
  };
}

function nameOf({ name, workNumber }: { name: string; workNumber: string | null }): string {
  return workNumber ? `${name}(${workNumber})` : name;
}

async function conditions(actor: Actor, { q, unit }: StudioFilter): Promise<Prisma.StudioWhereInput[]> {
  const path = unit === undefined ? null : await getUnitPath(actor, unit);
  return [q ? matching(q) : {}, unit === undefined ? {} : { unit: { path: { startsWith: path ?? "none" } } }];
}

/** By the studio's name or field, or somebody's who is or was in it. */
function matching(q: string): Prisma.StudioWhereInput {
  const contains = escapeLike(nameKey(q));
  const initials = /^[a-z]{2,20}$/i.test(q) ? [{ initials: q.toLowerCase() }] : [];
  return {
    OR: [
      { nameKey: { contains } },
      { field: { contains: escapeLike(cleanText(q)), mode: "insensitive" } },
      { members: { some: { employee: { OR: [{ nameKey: { contains } }, ...initials] } } } },
    ],
  };
}

type Direction = "asc" | "desc";
const orders: Record<
  StudioFilter["sort"],
  (direction: Direction) => Prisma.StudioOrderByWithRelationInput[]
> = {
  name: (direction) => [{ name: direction }, { id: direction }],
  unit: (direction) => [{ unit: { path: direction } }, { name: direction }, { id: direction }],
  foundedOn: (direction) => [{ foundedOn: { sort: direction, nulls: "last" } }, { id: direction }],
  updatedAt: (direction) => [{ updatedAt: direction }, { id: direction }],
};

const optionSelect = { id: true, name: true, field: true, unit: { select: { name: true } } } as const;
const memberSelect = {
  id: true,
  isLeader: true,
  validFrom: true,
  validTo: true,
  employee: { select: { id: true, name: true, workNumber: true } },
} as const;
const viewSelect = {
  ...{
    id: true,
    name: true,
    foundedOn: true,
    place: true,
    area: true,
    funding: true,
    field: true,
    goals: true,
  },
  ...{ version: true, updatedAt: true },
  unit: { select: { id: true, name: true } },
  members: { select: memberSelect, orderBy: { id: "asc" } },
} as const satisfies Prisma.StudioSelect;
