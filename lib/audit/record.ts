import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import type { AuditEventName, AuditNoun } from "@/lib/audit/events";

/** Who an event is put down to: an actor, or a process of the registry itself. */
export type AuditActor = Pick<Actor, "name" | "address" | "grants"> & {
  userId: number | null;
  sessionId: number | null;
};

export type AuditEvent = {
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
export async function recordEvent(tx: Tx, actor: AuditActor, event: AuditEvent): Promise<void> {
  await recordEvents(tx, actor, [event]);
}

/** The events of many rows at once, in one statement. Raw, for Prisma would bind each value of each row. */
export async function recordEvents(tx: Tx, actor: AuditActor, events: readonly AuditEvent[]): Promise<void> {
  if (events.length > 0) await recordEventTexts(tx, aboutEvents(actor), JSON.stringify(events));
}

/** The same for many rows of a noun. */
export async function recordEventOfEach(
  tx: Tx,
  actor: AuditActor,
  event: EventOfAll,
  rows: readonly { nounId: number; before?: Values; after?: Values }[],
): Promise<void> {
  if (rows.length > 0) await recordEventTexts(tx, aboutEvents(actor, event), JSON.stringify(rows));
}

type EventOfAll = Pick<AuditEvent, "event" | "noun" | "reason">;

/** What events have in common, as the database's `record_events` takes it. */
export function aboutEvents(
  { userId, name, grants, sessionId, address }: AuditActor,
  event?: EventOfAll,
): string {
  const roles = [...new Set(grants.map((grant) => grant.role))];
  return JSON.stringify({ ...event, userId, name, roles, sessionId, address });
}

async function recordEventTexts(tx: Tx, about: string, rows: string): Promise<void> {
  await tx.$executeRaw`SELECT record_events(${about}::jsonb, ${rows}::jsonb)`;
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
