import { type Actor, isRoot, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { literal } from "@/lib/db/read-sql";
import type { Tx } from "@/lib/db/transaction";
import { nameKey } from "@/lib/kernel/text";
import type { Tree } from "@/lib/organizations/schema";
import { canKeepIn, visibleTo } from "./policy";
import { type EmploymentStatus, type Gender, type WorkerType, workerTypes } from "./schema";

/** As much of a person as tells namesakes apart. */
export type EmployeeItem = {
  id: number;
  name: string;
  gender: Gender | null;
  status: EmploymentStatus;
  unitName: string | null;
  workNumber: string | null;
  birthYear: string | null;
  last4: string | null;
};
export type NamedPerson = EmployeeItem & { visible: boolean };
export type EmployeeView = NonNullable<Awaited<ReturnType<typeof getEmployee>>>;

export const itemSelect = {
  ...{
    id: true,
    name: true,
    gender: true,
    status: true,
    workNumber: true,
    birth: true,
    idNumberLast4: true,
    pinyin: true,
    initials: true,
  },
  unit: { select: { name: true } },
  unionUnit: { select: { name: true } },
} satisfies Prisma.EmployeeSelect;
export type SelectedItem = Prisma.EmployeeGetPayload<{ select: typeof itemSelect }>;

export const notMerged = { mergedIntoId: null };

/** One person with their assignments, the present one first. */
export async function getEmployee(actor: Actor, id: number) {
  const employee = await db.employee.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: {
      ...{
        id: true,
        name: true,
        formerNames: true,
        pinyin: true,
        gender: true,
        birth: true,
        idNumberLast4: true,
        workNumber: true,
        hiredOn: true,
        leftOn: true,
      },
      ...{
        ethnicity: true,
        politicalStatus: true,
        education: true,
        post: true,
        trade: true,
        skillGrade: true,
        professionalTitle: true,
        workerTypes: true,
      },
      ...{
        status: true,
        statusDate: true,
        assignedFrom: true,
        hiddenFromWall: true,
        remark: true,
        version: true,
      },
      unit: { select: { id: true, name: true, path: true } },
      unionUnit: { select: { id: true, name: true, path: true } },
      employer: { select: { id: true, name: true } },
      mergedInto: { select: { id: true, name: true } },
      assignments: {
        select: {
          id: true,
          post: true,
          validFrom: true,
          validTo: true,
          unit: { select: { name: true } },
          unionUnit: { select: { name: true } },
        },
        orderBy: { id: "desc" },
      },
    },
  });
  if (!employee) return null;
  const { unit, unionUnit, workerTypes: types, assignments, ...rest } = employee;
  const paths = [unit, unionUnit].flatMap((one) => one?.path ?? []);
  return {
    ...rest,
    unit: unit && { id: unit.id, name: unit.name },
    unionUnit: unionUnit && { id: unionUnit.id, name: unionUnit.name },
    workerTypes: knownTypes(types),
    assignments: assignments.map((one) => ({
      ...one,
      unit: one.unit?.name ?? null,
      unionUnit: one.unionUnit?.name ?? null,
    })),
    canWrite: employee.mergedInto === null && canKeepIn(actor, paths),
  };
}

/** How many people in office there are in a unit and everything below it, for every unit that has any; as far as the actor sees them. */
export async function countByUnit(actor: Actor, tree: Tree): Promise<Map<number, number>> {
  const by = tree === "company" ? "unitId" : "unionUnitId";
  const inOffice: Prisma.EmployeeWhereInput = { status: { in: ["active", "seconded"] }, [by]: { not: null } };
  const groups = await db.employee.groupBy({
    by: [by],
    where: { AND: [visibleTo(actor), notMerged, inOffice] },
    _count: { _all: true },
  });
  const units = await db.organization.findMany({
    where: { id: { in: groups.map((group) => group[by]!) } },
    select: { id: true, path: true },
  });
  const paths = new Map(units.map((unit) => [unit.id, unit.path]));
  const counts = new Map<number, number>();
  for (const group of groups) {
    for (const id of (paths.get(group[by]!) ?? "").split("/").filter(Boolean).map(Number)) {
      counts.set(id, (counts.get(id) ?? 0) + group._count._all);
    }
  }
  return counts;
}

/** People of the same name whom the actor sees, to be told from a new one. */
export async function listNamesakes(tx: Tx, actor: Actor, name: string): Promise<EmployeeItem[]> {
  const rows = await tx.employee.findMany({
    where: { AND: [visibleTo(actor), notMerged, { nameKey: nameKey(name) }] },
    select: itemSelect,
    orderBy: { id: "asc" },
    take: 20,
  });
  return rows.map(toItem);
}

/** People whom another record names: all of what tells them apart where the actor sees them, else name and unit. */
export async function namePeople(
  tx: Tx,
  actor: Actor,
  ids: readonly number[],
): Promise<Map<number, NamedPerson>> {
  const where = { id: { in: [...new Set(ids)] } };
  const rows = await asSystem(() => tx.employee.findMany({ where, select: itemSelect }));
  const seen = new Set(
    (await tx.employee.findMany({ where: { AND: [where, visibleTo(actor)] }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...toItem(row),
        ...(!seen.has(row.id) && { workNumber: null, birthYear: null, last4: null }),
        visible: seen.has(row.id),
      },
    ]),
  );
}

/** Of these people the ones that the actor may name in a record. */
export async function pickableIds(tx: Tx, actor: Actor, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.employee.findMany({
    where: { AND: [{ id: { in: [...ids] } }, notMerged, visibleTo(actor)] },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/**
 * The condition of `visibleTo` on `e` in SQL, for statements about hundreds of thousands: units of the scope are gathered once for
 * all of them, where Prisma looks both units of each up.
 */
export function visibleSql(actor: Actor): string {
  const paths = scopePaths(actor, ...ledgerReaders);
  const within = `IN (SELECT id FROM organizations WHERE path ^@ ANY (${literal(`{${paths.join()}}`)}::text[]))`;
  const own = actor.employeeId === null ? [] : [`e.id = ${literal(actor.employeeId)}`];
  const outside = paths.some(isRoot) ? ["e.unit_id IS NULL AND e.union_unit_id IS NULL"] : [];
  return [...own, `e.union_unit_id ${within}`, `e.unit_id ${within}`, ...outside].join(" OR ");
}

/** Makes a second entry of the same name wait until the first is decided. Prisma has no word for an advisory lock. */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`employees:${nameKey(name)}`}))`;
}

export function toItem({
  birth,
  idNumberLast4,
  unit,
  unionUnit,
  pinyin: _pinyin,
  initials: _initials,
  ...row
}: SelectedItem): EmployeeItem {
  const { id, name, gender, status, workNumber } = row;
  return {
    id,
    name,
    gender,
    status,
    workNumber,
    unitName: unit?.name ?? unionUnit?.name ?? null,
    birthYear: birth?.slice(0, 4) ?? null,
    last4: idNumberLast4,
  };
}

export function knownTypes(types: string[]): WorkerType[] {
  return workerTypes.filter((type) => types.includes(type));
}
