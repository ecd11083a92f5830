import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { matchPeople } from "@/lib/employees/matching/queries";
import type { IntakeCandidate } from "@/lib/kernel/intake";
import { pageWindow, type Page } from "@/lib/kernel/page";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { escapeLike, nameKey, normalizeDocumentNumber } from "@/lib/kernel/text";
import { getUnitPath } from "@/lib/organizations/queries";
import { candidateOf } from "../lists/rules";
import { named, rowFields, toRow, type AwardRow, type Named } from "../queries";
import { canResolve, lackingBasis, readsUnresolved, visibleTo } from "./policy";
import type { ReconcileFilter, ReconcileTab, UnresolvedState } from "./schema";

export type UnresolvedRow = {
  id: number;
  version: number;
  state: UnresolvedState;
  name: string;
  unitText: string | null;
  postText: string | null;
  note: string | null;
  title: { id: number; name: string; nameEn: string | null };
  prizeLevel: Named | null;
  awardDate: PartialDate;
  document: { id: number; number: string | null; title: string };
  awardId: number | null;
  unitName: string;
  createdBy: string;
  createdAt: Date;
  resolvedBy: string | null;
  resolvedAt: Date | null;
  /** Who it turned out to be, and the award that came of it. */
  employee: { id: number; name: string } | null;
  resultAwardId: number | null;
  reason: string | null;
  canResolve: boolean;
  /** Who may be meant, and whom of them unit and name point to; of open ones alone. */
  candidates: IntakeCandidate[];
  proposed: number | null;
};

/** As it is listed elsewhere, where nothing is decided. */
export type UnresolvedName = Omit<UnresolvedRow, "candidates" | "proposed">;

export async function listUnresolved(actor: Actor, filter: ReconcileFilter): Promise<Page<UnresolvedRow>> {
  if (!readsUnresolved(actor) || filter.tab === "legacy")
    return { rows: [], total: 0, page: 1, size: filter.size };
  const where = await whereUnresolved(actor, filter, filter.tab);
  const total = await db.unresolvedRecipient.count({ where });
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const found = await db.unresolvedRecipient.findMany({
    where,
    orderBy:
      filter.sort === "name" ? [{ nameKey: filter.direction }, { id: "asc" }] : [{ id: filter.direction }],
    skip,
    take,
    select: rowSelect,
  });
  return { rows: await withCandidates(actor, found), total, page, size };
}

export async function listLackingBasis(actor: Actor, filter: ReconcileFilter): Promise<Page<AwardRow>> {
  if (!readsUnresolved(actor)) return { rows: [], total: 0, page: 1, size: filter.size };
  const where: Prisma.AwardWhereInput = {
    AND: [
      lackingBasis(actor),
      filter.q ? { titleName: { contains: escapeLike(filter.q) } } : {},
      filter.unit === undefined ? {} : { units: { some: { organization: await under(actor, filter.unit) } } },
    ],
  };
  const total = await db.award.count({ where });
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const rows = await db.award.findMany({ where, orderBy: { id: "asc" }, skip, take, select: rowFields });
  return { rows: rows.map(toRow), total, page, size };
}

export async function countReconcile(actor: Actor): Promise<Record<ReconcileTab, number>> {
  if (!readsUnresolved(actor)) return { open: 0, resolved: 0, dismissed: 0, legacy: 0 };
  const [groups, legacy] = await Promise.all([
    db.unresolvedRecipient.groupBy({ by: ["state"], where: visibleTo(actor), _count: { _all: true } }),
    db.award.count({ where: lackingBasis(actor) }),
  ]);
  const of = (state: UnresolvedState) => groups.find((group) => group.state === state)?._count._all ?? 0;
  return { open: of("open"), resolved: of("resolved"), dismissed: of("dismissed"), legacy };
}

/** The first few that wait, for the home page, or all that wait of one document. */
export async function openUnresolved(
  actor: Actor,
  limit: number,
  documentId?: number,
): Promise<{ total: number; rows: UnresolvedName[] }> {
  if (!readsUnresolved(actor)) return { total: 0, rows: [] };
  const where: Prisma.UnresolvedRecipientWhereInput = {
    AND: [visibleTo(actor), { state: "open" }, documentId === undefined ? {} : { documentId }],
  };
  const [total, rows] = await Promise.all([
    db.unresolvedRecipient.count({ where }),
    db.unresolvedRecipient.findMany({ where, orderBy: { id: "asc" }, take: limit, select: rowSelect }),
  ]);
  return { total, rows: rows.map((row) => toView(actor, row)) };
}

async function whereUnresolved(
  actor: Actor,
  { q, document, unit }: ReconcileFilter,
  state: UnresolvedState,
): Promise<Prisma.UnresolvedRecipientWhereInput> {
  const contains = escapeLike(q ?? "");
  const matching: Prisma.UnresolvedRecipientWhereInput = {
    OR: [
      { nameKey: { contains: escapeLike(nameKey(q ?? "")) } },
      { unitText: { contains } },
      { title: { name: { contains } } },
      { document: { numberKey: { contains: escapeLike(normalizeDocumentNumber(q ?? "")) } } },
      { document: { title: { contains } } },
    ],
  };
  return {
    AND: [
      visibleTo(actor),
      { state },
      document === undefined ? {} : { documentId: document },
      unit === undefined ? {} : { recordingUnit: await under(actor, unit) },
      q ? matching : {},
    ],
  };
}

async function under(actor: Actor, unit: number): Promise<Prisma.OrganizationWhereInput> {
  const path = await getUnitPath(actor, unit);
  return path === null ? { id: { in: [] } } : { path: { startsWith: path } };
}

const person = { select: { name: true } } as const;
const rowSelect = {
  ...{ id: true, version: true, state: true, name: true, unitText: true, postText: true, note: true },
  ...{ awardDate: true, awardId: true, createdAt: true, resolvedAt: true, resultAwardId: true, reason: true },
  title: { select: { id: true, name: true, nameEn: true } },
  prizeLevel: { select: { code: true, nameZh: true, nameEn: true } },
  document: { select: { id: true, number: true, title: true } },
  recordingUnit: { select: { name: true, shortName: true, path: true } },
  createdBy: person,
  resolvedBy: person,
  employee: { select: { id: true, name: true } },
} satisfies Prisma.UnresolvedRecipientSelect;
type Stored = Prisma.UnresolvedRecipientGetPayload<{ select: typeof rowSelect }>;

function toView(
  actor: Actor,
  { recordingUnit, createdBy, resolvedBy, prizeLevel, ...row }: Stored,
): UnresolvedName {
  return {
    ...row,
    awardDate: row.awardDate as PartialDate,
    prizeLevel: prizeLevel && named(prizeLevel),
    unitName: recordingUnit.shortName ?? recordingUnit.name,
    createdBy: createdBy.name,
    resolvedBy: resolvedBy?.name ?? null,
    canResolve: row.state === "open" && canResolve(actor, recordingUnit.path),
  };
}

async function withCandidates(actor: Actor, rows: readonly Stored[]): Promise<UnresolvedRow[]> {
  const asks = rows.filter(({ state }) => state === "open");
  const matches = asks.length
    ? await matchPeople(
        db,
        actor,
        asks.map(({ name, unitText, awardDate }) => ({ name, unit: unitText, on: awardDate as PartialDate })),
      )
    : [];
  const matchOf = new Map(asks.map(({ id }, index) => [id, matches[index]!]));
  return rows.map((row) => {
    const match = matchOf.get(row.id);
    const candidates = match?.person ? [candidateOf(match.person)] : (match?.candidates ?? []);
    return { ...toView(actor, row), candidates, proposed: match?.id ?? null };
  });
}
