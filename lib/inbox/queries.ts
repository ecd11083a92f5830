import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { messageKinds, type MessageKind } from "./schema";

export type MessageView = {
  id: number;
  /** Null for a kind that this version does not know any more. */
  kind: MessageKind | null;
  nounId: number;
  /** Texts by which the message is worded: title, by, reason, answer. */
  data: Record<string, string>;
  createdAt: Date;
  isUnread: boolean;
};

/** The actor's own messages, the latest first. */
export async function listMessages(
  actor: Actor,
  { limit = 20, unread = false }: { limit?: number; unread?: boolean } = {},
): Promise<{ rows: MessageView[]; unread: number }> {
  const own = { userId: actor.userId };
  const [rows, count] = await Promise.all([
    db.inboxMessage.findMany({
      where: unread ? { ...own, readAt: null } : own,
      orderBy: { id: "desc" },
      take: limit,
    }),
    db.inboxMessage.count({ where: { ...own, readAt: null } }),
  ]);
  return {
    unread: count,
    rows: rows.map(({ id, kind, nounId, data, createdAt, readAt }) => ({
      ...{ id, nounId, createdAt, data: textsOf(data), isUnread: readAt === null },
      kind: messageKinds.find((known) => known === kind) ?? null,
    })),
  };
}

function textsOf(data: unknown): Record<string, string> {
  const entries = Object.entries((data ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
}
