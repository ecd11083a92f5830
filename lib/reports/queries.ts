import { listEvents, type AuditRow } from "@/lib/audit/queries";
import { readAuditFilter } from "@/lib/audit/schema";
import { type Actor, hasRole, ledgerReaders, scopePaths } from "@/lib/auth/roles";
import { openAt } from "@/lib/auth/sign-in-policy";
import { canRecord, mayCheck, visibleTo } from "@/lib/awards/policy";
import { rowFields, toRow, type AwardRow } from "@/lib/awards/queries";
import { openUnresolved, type UnresolvedName } from "@/lib/awards/reconcile/queries";
import { openRequests, type RequestRow } from "@/lib/awards/requests/queries";
import { revocationsToConfirm, type RevocationRow } from "@/lib/awards/strikes/queries";
import { awardsToCheck, returnedDrafts, type ReturnedRow } from "@/lib/awards/review/queries";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { mayBeOld } from "@/lib/db/replica";
import { listMessages, type MessageView } from "@/lib/inbox/queries";
import { homeParts } from "./policy";

type Waiting<Row> = { total: number; rows: Row[] };
/** What is no business of the actor's is left out. */
export type TodoView = {
  toCheck?: Waiting<AwardRow>;
  returned?: Waiting<ReturnedRow>;
  requests?: Waiting<RequestRow>;
  /** Left out where none waits: it is a rare thing. */
  revocations?: Waiting<RevocationRow>;
  unresolved?: Waiting<UnresolvedName>;
  drafts?: Waiting<AwardRow>;
};
export type HomeView = {
  todo: TodoView | null;
  numbers: YearNumbers | null;
  recent: AwardRow[] | null;
  system: SystemFacts | null;
  events: AuditRow[] | null;
  messages: { rows: MessageView[]; unread: number };
};

const shown = { todo: 5, recent: 8, events: 10, messages: 5 };

/** All that the home page shows an actor: the parts of each of their roles, side by side. */
export async function getHome(actor: Actor, year: number, now: Date): Promise<HomeView> {
  const parts = homeParts(actor);
  const [todo, numbers, recent, system, events, messages] = await Promise.all([
    parts.keeping ? getTodo(actor) : null,
    parts.ledger ? countAwardsOfYear(actor, year) : null,
    parts.ledger ? listRecentAwards(actor, shown.recent) : null,
    parts.system ? getSystemFacts(actor, now) : null,
    parts.audit ? listEvents(actor, readAuditFilter({ size: shown.events })) : null,
    listMessages(actor, { limit: shown.messages, unread: true }),
  ]);
  return { todo, numbers, recent, system, events: events && events.rows, messages };
}

async function getTodo(actor: Actor): Promise<TodoView> {
  const [records, checks] = [canRecord(actor), mayCheck(actor)];
  const [toCheck, returned, requests, unresolved, drafts, revocations] = await Promise.all([
    checks ? awardsToCheck(actor, shown.todo) : undefined,
    records ? returnedDrafts(actor, shown.todo) : undefined,
    openRequests(actor, shown.todo),
    records ? openUnresolved(actor, shown.todo) : undefined,
    records ? ownDrafts(actor, shown.todo) : undefined,
    checks ? revocationsToConfirm(actor, shown.todo) : undefined,
  ]);
  const rare = revocations && revocations.total > 0 ? { revocations } : {};
  return { toCheck, returned, requests, unresolved, drafts, ...rare };
}

export type YearNumbers = {
  total: number;
  previous: number;
  /** By level, the highest first; levels without an award are left out. */
  byLevel: { code: string; zh: string; en: string; count: number }[];
  /** By the units right below the actor's own, the most first. An award of several units counts for each of them. */
  byUnit: { id: number; name: string; count: number }[];
};

const unitsShown = 12;

/** Effective awards of a year that the actor sees, by level and by unit. */
export const countAwardsOfYear = mayBeOld(tallyAwardsOfYear);

async function tallyAwardsOfYear(actor: Actor, year: number): Promise<YearNumbers> {
  const effective: Prisma.AwardWhereInput = { state: "effective", awardYear: { in: [year, year - 1] } };
  const [groups, levels, byUnit] = await Promise.all([
    db.award.groupBy({
      by: ["awardYear", "levelCode"],
      where: { AND: [visibleTo(actor), effective] },
      _count: { _all: true },
    }),
    db.level.findMany({
      orderBy: [{ sort: "asc" }, { code: "asc" }],
      select: { code: true, nameZh: true, nameEn: true },
    }),
    countByUnit(actor, year),
  ]);
  const sum = (of: number) =>
    groups.filter(({ awardYear }) => awardYear === of).reduce((total, { _count }) => total + _count._all, 0);
  const ofLevel = new Map(
    groups.flatMap(({ awardYear, levelCode, _count }) =>
      awardYear === year ? [[levelCode, _count._all]] : [],
    ),
  );
  return {
    total: sum(year),
    previous: sum(year - 1),
    byLevel: levels.flatMap(({ code, nameZh, nameEn }) =>
      ofLevel.has(code) ? [{ code, zh: nameZh, en: nameEn, count: ofLevel.get(code)! }] : [],
    ),
    byUnit,
  };
}

/**
 * Every unit right below a node of the actor's scope (or the node itself, where nothing lies below it) with the awards that
 * it or a unit under it finds; one whose people in it were all struck is no award of that unit any more. Whatever lies in the scope is visible, so nothing else has to be asked. Raw SQL: Prisma has
 * no grouping over a join, and a count for each unit would be a query for each.
 */
async function countByUnit(actor: Actor, year: number): Promise<YearNumbers["byUnit"]> {
  const nodes = scopePaths(actor, ...ledgerReaders).map((path) => Number(path.split("/").at(-2)));
  if (nodes.length === 0) return [];
  return db.$queryRaw`
    SELECT unit.id, coalesce(unit.short_name, unit.name) AS name, count(DISTINCT a.id)::int AS count
    FROM organizations unit
    JOIN organizations below ON starts_with(below.path, unit.path)
    JOIN award_units x ON x.organization_id = below.id
    JOIN awards a ON a.id = x.award_id AND a.state = 'effective' AND a.award_year = ${year}
      AND (a.id NOT IN (SELECT award_id FROM award_recipients WHERE struck_at IS NOT NULL
          UNION ALL SELECT award_id FROM award_members WHERE struck_at IS NOT NULL)
        OR award_stands_in(a.id, below.id))
    WHERE unit.parent_id = ANY (${nodes})
       OR (unit.id = ANY (${nodes}) AND NOT EXISTS (SELECT FROM organizations child WHERE child.parent_id = unit.id))
    GROUP BY unit.id
    ORDER BY count DESC, unit.sort, unit.id
    LIMIT ${unitsShown}`;
}

/** Effective awards that the actor sees, by their date, the latest first. */
export const listRecentAwards = mayBeOld(readRecentAwards);

async function readRecentAwards(actor: Actor, limit: number): Promise<AwardRow[]> {
  const rows = await db.award.findMany({
    where: { AND: [visibleTo(actor), { state: "effective" }] },
    orderBy: [{ firstDay: "desc" }, { id: "desc" }],
    take: limit,
    select: rowFields,
  });
  return rows.map(toRow);
}

/** Drafts that the actor began and has not submitted, the latest first. */
export async function ownDrafts(actor: Actor, limit: number): Promise<{ total: number; rows: AwardRow[] }> {
  if (!canRecord(actor)) return { total: 0, rows: [] };
  const where: Prisma.AwardWhereInput = {
    AND: [visibleTo(actor), { state: "draft", createdById: actor.userId }],
  };
  const [total, rows] = await Promise.all([
    db.award.count({ where }),
    db.award.findMany({
      where,
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: limit,
      select: rowFields,
    }),
  ]);
  return { total, rows: rows.map(toRow) };
}

export type SystemFacts = {
  accounts: number;
  disabled: number;
  sessions: number;
  failedSignIns: number;
  lastEventAt: Date | null;
};

/** How the registry is doing, for its administrator; nothing of what it holds. */
export async function getSystemFacts(actor: Actor, now: Date): Promise<SystemFacts | null> {
  if (!hasRole(actor, "sysadmin", "security_admin")) return null;
  const dayBefore = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  const open = await openAt(now);
  const [accounts, disabled, sessions, failedSignIns, last] = await Promise.all([
    db.user.count({ where: { disabledAt: null } }),
    db.user.count({ where: { disabledAt: { not: null } } }),
    db.session.count({ where: open }),
    db.auditEvent.count({
      where: { event: { in: ["auth.sign_in_failed", "auth.throttled"] }, at: { gte: dayBefore } },
    }),
    db.auditEvent.findFirst({ orderBy: { id: "desc" }, select: { at: true } }),
  ]);
  return { accounts, disabled, sessions, failedSignIns, lastEventAt: last?.at ?? null };
}
