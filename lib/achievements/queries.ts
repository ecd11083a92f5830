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
import { escapeLike, nameKey } from "@/lib/kernel/text";
import { getUnitPath, servedUnits, unitsServedBy } from "@/lib/organizations/queries";
import { canRecordAchievements, visibleTo } from "./policy";
import type { AchievementFilter, AchievementKind, BenefitKind, Secrecy } from "./schema";

export type AchievementRow = {
  id: number;
  name: string;
  kind: AchievementKind;
  /** The leading unit. */
  unitName: string | null;
  /** Names of the first three. */
  contributors: string[];
  contributorCount: number;
  startedOn: string | null;
  finishedOn: string | null;
  /** 万元, a decimal text. */
  economicBenefit: string | null;
  benefitYear: number | null;
  disputed: boolean;
  secrecy: Secrecy;
};
export type Contributor = { person: NamedPerson; share: string | null; contribution: string | null };
export type Property = { id: number; type: string; number: string } & Record<
  "owner" | "grantedOn" | "status",
  string | null
>;
export type AchievementView = Omit<AchievementRow, "unitName" | "contributors" | "contributorCount"> & {
  field: string | null;
  units: { id: number; name: string }[];
  novelty: string | null;
  application: string | null;
  benefitKind: BenefitKind | null;
  benefitCertifiedBy: string | null;
  socialBenefit: string | null;
  contributors: Contributor[];
  properties: Property[];
  canEdit: boolean;
  version: number;
  updatedAt: Date;
};
export type AchievementOption = Pick<AchievementRow, "id" | "name" | "kind" | "unitName" | "finishedOn">;

/** What the actor sees of achievements, as a condition. */
export async function visibleAchievements(
  tx: Tx,
  actor: Actor,
  served = unitsServedBy(tx, actor, ...ledgerReaders),
): Promise<Prisma.AchievementWhereInput> {
  return visibleTo(actor, await served);
}

export const listAchievements = mayBeOld(readAchievements);

async function readAchievements(actor: Actor, filter: AchievementFilter): Promise<Page<AchievementRow>> {
  const where: Prisma.AchievementWhereInput = {
    AND: [await visibleAchievements(db, actor), ...(await conditions(actor, filter))],
  };
  const orderBy = orders[filter.sort](filter.direction);
  const { ids, ...page } = await findPage(
    "achievements",
    (client, range) => client.achievement.findMany({ where, ...range, select: { id: true } }),
    orderBy,
    filter,
  );
  // Found under the actor's scope, then read whole: with contributors who belong to other units by now.
  const rows = await asSystem(() =>
    db.achievement.findMany({ where: { id: { in: ids } }, orderBy, select: rowSelect }),
  );
  return { rows: rows.map(toRow), ...page };
}

export async function getAchievement(actor: Actor, id: number): Promise<AchievementView | null> {
  const seen = await db.achievement.findMany({
    where: { AND: [{ id }, await visibleAchievements(db, actor)] },
    select: { id: true },
  });
  const [found] = await asSystem(() => db.achievement.findMany({ where: oneOf(seen), select: viewSelect }));
  if (!found) return null;
  const { units, contributors, intellectualProperties, economicBenefit, ...facts } = found;
  const people = await namePeople(db, actor, idsOf(contributors));
  const leading = units[0]?.organization.id ?? 0;
  const served = canRecordAchievements(actor) ? await servedUnits(db, actor, [leading]) : null;
  return {
    ...facts,
    economicBenefit: economicBenefit?.toFixed(2) ?? null,
    units: units.map(({ organization }) => organization),
    contributors: contributors.map(({ employee, share, contribution }) => ({
      person: people.get(employee.id)!,
      share: percent(share),
      contribution,
    })),
    properties: intellectualProperties,
    canEdit: served?.has(leading) ?? false,
  };
}

/** Years in which something was finished, the latest first, for the filter. */
export async function listYears(actor: Actor): Promise<number[]> {
  const rows = await db.achievement.findMany({
    where: { AND: [await visibleAchievements(db, actor), { finishedOn: { not: null } }] },
    select: { finishedOn: true },
    distinct: ["finishedOn"],
  });
  return [...new Set(rows.map(({ finishedOn }) => Number(finishedOn!.slice(0, 4))))].sort((a, b) => b - a);
}

/** An achievement as its form holds it: plain texts by the names of the fields. */
export type AchievementForm = Awaited<ReturnType<typeof achievementForm>>;

/** For editing; null where the actor may not. */
export async function getAchievementForm(actor: Actor, id: number): Promise<AchievementForm | null> {
  const found = await getAchievement(actor, id);
  return found?.canEdit ? achievementForm(db, actor, id) : null;
}

/** The caller has proved the actor's right to the achievement. */
export async function achievementForm(tx: Tx, actor: Actor, id: number) {
  const found = await asSystem(() => tx.achievement.findFirstOrThrow({ where: { id }, select: viewSelect }));
  const people = await namePeople(tx, actor, idsOf(found.contributors));
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    ...{ id, version: found.version, name: found.name, kind: found.kind, secrecy: found.secrecy },
    ...{ field: text(found.field), startedOn: text(found.startedOn), finishedOn: text(found.finishedOn) },
    ...{ novelty: text(found.novelty), application: text(found.application) },
    ...{ socialBenefit: text(found.socialBenefit), benefitYear: text(found.benefitYear) },
    ...{ benefitKind: text(found.benefitKind), benefitCertifiedBy: text(found.benefitCertifiedBy) },
    economicBenefit: found.economicBenefit?.toFixed(2) ?? "",
    disputed: String(found.disputed),
    units: found.units.map(({ organization }) => ({ id: organization.id, label: organization.name })),
    contributors: found.contributors.map(({ employee, share, contribution }) => ({
      employeeId: pickedPerson(people.get(employee.id)!),
      share: percent(share) ?? "",
      contribution: text(contribution),
    })),
    properties: found.intellectualProperties.map(({ type, number, owner, grantedOn, status }) => ({
      ...{ type, number, owner: text(owner), grantedOn: text(grantedOn), status: text(status) },
    })),
  };
}

function idsOf(contributors: readonly { employee: { id: number } }[]): number[] {
  return contributors.map(({ employee }) => employee.id);
}

/** 30.00 is 30. */
export function percent(share: Prisma.Decimal | null): string | null {
  return share === null ? null : String(Number(share));
}

async function conditions(
  actor: Actor,
  { q, kind, year, unit }: AchievementFilter,
): Promise<Prisma.AchievementWhereInput[]> {
  const path = unit === undefined ? null : await getUnitPath(actor, unit);
  const inYear = { startsWith: String(year) };
  return [
    q ? matching(q) : {},
    kind ? { kind } : {},
    year ? { OR: [{ finishedOn: inYear }, { finishedOn: null, startedOn: inYear }] } : {},
    unit === undefined ? {} : { units: { some: { organization: { path: { startsWith: path ?? "none" } } } } },
  ];
}

/** By the name, a contributor's name or initials, or the number of a patent. */
function matching(q: string): Prisma.AchievementWhereInput {
  const contains = escapeLike(nameKey(q));
  const initials = /^[a-z]{2,20}$/i.test(q) ? [{ initials: q.toLowerCase() }] : [];
  return {
    OR: [
      { nameKey: { contains } },
      { contributors: { some: { employee: { OR: [{ nameKey: { contains } }, ...initials] } } } },
      { intellectualProperties: { some: { number: { contains: escapeLike(q), mode: "insensitive" } } } },
    ],
  };
}

type Direction = "asc" | "desc";
type Order = Prisma.AchievementOrderByWithRelationInput[];
const orders: Record<AchievementFilter["sort"], (direction: Direction) => Order> = {
  name: (direction) => [{ name: direction }, { id: direction }],
  kind: (direction) => [{ kind: direction }, { id: direction }],
  finishedOn: (direction) => [{ finishedOn: { sort: direction, nulls: "last" } }, { id: direction }],
  benefit: (direction) => [{ economicBenefit: { sort: direction, nulls: "last" } }, { id: direction }],
  updatedAt: (direction) => [{ updatedAt: direction }, { id: direction }],
};

const unitsSelect = {
  select: { organization: { select: { id: true, name: true } } },
  orderBy: { position: "asc" },
} as const;
const optionSelect = {
  id: true,
  name: true,
  kind: true,
  finishedOn: true,
  units: unitsSelect,
} as const;
const rowSelect = {
  ...optionSelect,
  ...{ startedOn: true, economicBenefit: true, benefitYear: true, disputed: true, secrecy: true },
  contributors: { select: { employee: { select: { name: true } } }, orderBy: { position: "asc" }, take: 3 },
  _count: { select: { contributors: true } },
} as const satisfies Prisma.AchievementSelect;
export const viewSelect = {
  ...{ id: true, name: true, kind: true, field: true, startedOn: true, finishedOn: true, novelty: true },
  ...{ application: true, economicBenefit: true, benefitYear: true, benefitKind: true, socialBenefit: true },
  ...{ benefitCertifiedBy: true, secrecy: true, disputed: true, version: true, updatedAt: true },
  units: unitsSelect,
  contributors: {
    select: {
      share: true,
      contribution: true,
      employee: { select: { id: true, name: true, workNumber: true } },
    },
    orderBy: { position: "asc" },
  },
  intellectualProperties: {
    select: { id: true, type: true, number: true, owner: true, grantedOn: true, status: true },
    orderBy: { id: "asc" },
  },
} as const satisfies Prisma.AchievementSelect;

function toRow({
  units,
  contributors,
  _count,
  economicBenefit,
  ...row
}: Prisma.AchievementGetPayload<{ select: typeof rowSelect }>): AchievementRow {
  return {
    ...row,
    economicBenefit: economicBenefit?.toFixed(2) ?? null,
    unitName: units[0]?.organization.name ?? null,
    contributors: contributors.map(({ employee }) => employee.name),
    contributorCount: _count.contributors,
  };
}
