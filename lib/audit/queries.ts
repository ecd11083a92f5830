import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { numberedPage, pageBeyond, type PageOfIds } from "@/lib/db/paging";
import { timeZone } from "@/lib/i18n/catalog";
import { parseId } from "@/lib/kernel/ids";
import type { Page } from "@/lib/kernel/page";
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
  const { ids, ...page } = await findEvents(filter);
  const rows = await db.$queryRaw<StoredEvent[]>`
    SELECT e.id, e.at, e.event, e.noun, e.noun_id AS "nounId", e.actor_name AS "actorName", u.username, e.actor_roles AS roles,
           e.address, e.before, e.after, e.reason
    FROM unnest(${ids}::bigint[]) WITH ORDINALITY AS page (id, place)
    JOIN audit_events e ON e.id = page.id LEFT JOIN users u ON u.id = e.actor_user_id ORDER BY page.place`;
  return {
    rows: rows.map(({ id, before, after, ...rest }) => ({
      ...rest,
      id: String(id),
      changes: pairs(valuesOf(before), valuesOf(after)),
    })),
    ...page,
  };
}

async function findEvents(filter: AuditFilter): Promise<PageOfIds> {
  const where = matching(filter);
  const events = Prisma.sql`SELECT e.id::float8 AS id FROM audit_events e WHERE ${where}`;
  const beyond = filter.after ?? filter.before;
  const select = (more: Prisma.Sql, order: "asc" | "desc", limit: number, offset = 0) =>
    Prisma.sql`${events} ${more} ORDER BY e.id ${Prisma.raw(order)} LIMIT ${limit} OFFSET ${offset}`;
  if (beyond !== undefined) {
    const back = filter.after === undefined;
    const up = (filter.direction === "asc") !== back;
    const side = up ? Prisma.sql`AND e.id > ${beyond}` : Prisma.sql`AND e.id < ${beyond}`;
    const found = await db.$queryRaw<{ id: number }[]>(select(side, up ? "asc" : "desc", filter.size + 1));
    const ids = found.map(({ id }) => id);
    return pageBeyond(back ? ids.reverse() : ids, filter.size, back);
  }
  return numberedPage((range) => {
    const { text, values } = range ? select(Prisma.empty, filter.direction, range.take, range.skip) : events;
    return Promise.resolve({ text, values });
  }, filter);
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
