import type { Actor } from "@/lib/auth/roles";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { AuditEventName, AuditNoun } from "@/lib/audit/events";

/** Who an event is put down to: an actor, or a process of the registry itself. */
export type AuditActor = Pick<Actor, "name" | "address" | "grants"> & {
  userId: number | null;
  sessionId: number | null;
};

type Event = {
  event: AuditEventName;
  noun: AuditNoun;
  /** Null when one event covers all rows of the noun in this transaction. */
  nounId: number | null;
  before?: Values;
  after?: Values;
  reason?: string | null;
};
type Values = Record<string, unknown>;

/** Writes the event in the transaction that does what it tells; the database refuses the change without it. */
export async function recordEvent(tx: Tx, actor: AuditActor, event: Event): Promise<void> {
  await recordEvents(tx, actor, [event]);
}

/** The events of many rows at once, in one statement. */
export async function recordEvents(tx: Tx, actor: AuditActor, events: readonly Event[]): Promise<void> {
  await tx.auditEvent.createMany({
    data: events.map(({ event, noun, nounId, before, after, reason }) => ({
      event,
      noun,
      nounId,
      actorUserId: actor.userId,
      actorName: actor.name,
      actorRoles: [...new Set(actor.grants.map((grant) => grant.role))],
      sessionId: actor.sessionId,
      address: actor.address,
      before: before ? plain(before) : Prisma.DbNull,
      after: after ? plain(after) : Prisma.DbNull,
      reason: reason ?? null,
    })),
  });
}

/** The same for many rows of a noun in one statement. */
export async function recordEventOfEach(
  tx: Tx,
  actor: AuditActor,
  event: Pick<Event, "event" | "noun" | "reason">,
  rows: readonly { nounId: number; before?: Values; after?: Values }[],
): Promise<void> {
  if (rows.length > 0) await recordEventTexts(tx, actor, event, JSON.stringify(rows));
}

/** For who has the rows as JSON already. Raw, for Prisma would bind each value of each row. */
export async function recordEventTexts(
  tx: Tx,
  actor: AuditActor,
  { event, noun, reason }: Pick<Event, "event" | "noun" | "reason">,
  rows: string,
): Promise<void> {
  const roles = [...new Set(actor.grants.map((grant) => grant.role))];
  await tx.$executeRaw`
    INSERT INTO audit_events (event, noun, noun_id, actor_user_id, actor_name, actor_roles, session_id, address, reason, before, after)
    SELECT ${event}, ${noun}, r."nounId", ${actor.userId}::int, ${actor.name}, ${roles}::text[], ${actor.sessionId}::int, ${actor.address}, ${reason ?? null},
      r.before, r.after
    FROM jsonb_to_recordset(${rows}::jsonb) AS r("nounId" int, before jsonb, after jsonb)`;
}

/** The fields in which two states of a row differ, as `before` and `after` of an event. Compares by JSON; version and instants are left out. */
export function differences(before: Values, after: Values): { before: Values; after: Values } {
  const result = { before: {} as Values, after: {} as Values };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (["version", "createdAt", "updatedAt"].includes(key)) continue;
    if (JSON.stringify(before[key] ?? null) === JSON.stringify(after[key] ?? null)) continue;
    result.before[key] = before[key] ?? null;
    result.after[key] = after[key] ?? null;
  }
  return result;
}

/** The registry itself as an actor, for set-up and demonstration data. */
export const systemActor: AuditActor = {
  userId: null,
  sessionId: null,
  name: "system",
  address: "local",
  grants: [],
};

function plain(values: Values): object {
  return JSON.parse(JSON.stringify(values)) as object;
}
