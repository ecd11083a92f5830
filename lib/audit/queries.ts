import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { timeZone } from "@/lib/i18n/catalog";
import { parseId } from "@/lib/kernel/ids";
import { pageWindow, type Page } from "@/lib/kernel/page";
import { escapeLike } from "@/lib/kernel/text";
import type { AuditEventName, AuditNoun } from "./events";
import { readsAudit } from "./policy";
import type { AuditFilter } from "./schema";

export type FieldChange = { field: string; before: unknown; after: unknown };
export type HistoryEntry = {
  id: string;
  at: Date;
  actorName: string;
  event: AuditEventName;
  reason: string | null;
  changes: FieldChange[];
};

/** What happened to one row, the newest first. Whoever may see the row may see this: the caller has looked it up through their scope. */
export async function getHistory(noun: AuditNoun, nounId: number): Promise<HistoryEntry[]> {
  const events = await db.auditEvent.findMany({
    where: { noun, nounId },
    select: { id: true, at: true, actorName: true, event: true, reason: true, before: true, after: true },
    orderBy: { id: "desc" },
    take: 50,
  });
  return events.map(({ id, before, after, event, ...rest }) => ({
    ...rest,
    id: String(id),
    event: event as AuditEventName,
    changes: event.endsWith(".created") ? [] : changesOf(valuesOf(before), valuesOf(after)),
  }));
}

/** An event as the auditor reads it: everything that was put down. */
export type AuditRow = Omit<HistoryEntry, "actorName"> & {
  noun: AuditNoun;
  nounId: number | null;
  actorName: string;
  username: string | null;
  roles: string[];
  address: string;
};

/** The whole trail, for the auditor. */
export async function listEvents(actor: Actor, filter: AuditFilter): Promise<Page<AuditRow>> {
  if (!readsAudit(actor)) return { rows: [], total: 0, page: 1, size: filter.size };
  const where = matching(filter);
  const [{ total }] = await db.$queryRaw<
    [{ total: number }]
  >`SELECT count(*)::int AS total FROM audit_events e WHERE ${where}`;
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const order = filter.direction === "asc" ? Prisma.sql`e.id` : Prisma.sql`e.id DESC`;
  const rows = await db.$queryRaw<StoredEvent[]>`
    SELECT e.id, e.at, e.event, e.noun, e.noun_id AS "nounId", e.actor_name AS "actorName", u.username, e.actor_roles AS roles,
           e.address, e.before, e.after, e.reason
    FROM audit_events e LEFT JOIN users u ON u.id = e.actor_user_id
    WHERE ${where} ORDER BY ${order} LIMIT ${take} OFFSET ${skip}`;
  return {
    rows: rows.map(({ id, before, after, ...rest }) => ({
      ...rest,
      id: String(id),
      changes: pairs(valuesOf(before), valuesOf(after)),
    })),
    total,
    page,
    size,
  };
}

type StoredEvent = Omit<AuditRow, "id" | "changes"> & { id: bigint; before: unknown; after: unknown };

/** Raw SQL: Prisma has no word for a text within any value of a JSON column. The values are bound, every one of them. */
function matching({ from, to, event, noun, actor, address, q }: AuditFilter): Prisma.Sql {
  const like = (text: string) => `%${escapeLike(text)}%`;
  const midnight = (day: string, later = 0) =>
    Prisma.sql`(${day}::date + ${later}::int)::timestamp AT TIME ZONE ${timeZone}`;
  const conditions = [
    Prisma.sql`true`,
    from ? Prisma.sql`e.at >= ${midnight(from)}` : null,
    to ? Prisma.sql`e.at < ${midnight(to, 1)}` : null,
    event ? Prisma.sql`e.event = ${event}` : null,
    noun ? Prisma.sql`e.noun = ${noun}` : null,
    actor
      ? Prisma.sql`(e.actor_name ILIKE ${like(actor)} OR e.actor_user_id IN (SELECT id FROM users WHERE username ILIKE ${like(actor)}))`
      : null,
    address ? Prisma.sql`e.address LIKE ${`${escapeLike(address)}%`}` : null,
    q ? matchingText(q, like(q)) : null,
  ];
  return Prisma.join(
    conditions.filter((condition) => condition !== null),
    " AND ",
  );
}

function matchingText(q: string, pattern: string): Prisma.Sql {
  const id = parseId(q);
  const byNumber = id === null ? Prisma.empty : Prisma.sql`OR e.noun_id = ${id} OR e.id = ${id}`;
  return Prisma.sql`(e.reason ILIKE ${pattern} OR e.before::text ILIKE ${pattern} OR e.after::text ILIKE ${pattern} ${byNumber})`;
}

/** Fields that differ. A reference is told by its name where the event has it ("unit" beside "unitId"). */
function changesOf(before: Values, after: Values): FieldChange[] {
  const all = pairs(before, after);
  return all
    .filter(({ field }) => !(field.endsWith("Id") && all.some((other) => other.field === field.slice(0, -2))))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function pairs(before: Values, after: Values): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

type Values = Record<string, unknown>;

function valuesOf(json: unknown): Values {
  return json !== null && typeof json === "object" && !Array.isArray(json) ? (json as Values) : {};
}
