import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, type Result } from "@/lib/kernel/result";
import { readInput } from "./schema";

export type Message = {
  userId: number;
  kind: string;
  noun: string;
  nounId: number;
  data: Prisma.InputJsonObject;
};

/** Puts a message into a person's box, in the transaction that gives cause for it. */
export async function sendMessage(tx: Tx, { userId, ...message }: Message): Promise<void> {
  await sendMessages(tx, [userId], message);
}

/** The same message to several people, in one statement. */
export async function sendMessages(
  tx: Tx,
  userIds: readonly number[],
  { kind, noun, nounId, data }: Omit<Message, "userId">,
): Promise<void> {
  await tx.inboxMessage.createMany({ data: userIds.map((userId) => ({ userId, kind, noun, nounId, data })) });
}

/** To each the message of their own, in one statement. */
export async function sendEach(tx: Tx, messages: readonly Message[]): Promise<void> {
  await tx.inboxMessage.createMany({ data: [...messages] });
}

/** Messages that were read before a day, and unread ones of another. */
export async function dropOldMessages(tx: Tx, read: Date, unread: Date): Promise<number> {
  const { count } = await tx.inboxMessage.deleteMany({
    where: { OR: [{ readAt: { lt: read } }, { readAt: null, createdAt: { lt: unread } }] },
  });
  return count;
}

/** Marks one or all of the actor's messages as read; those of others are out of reach, and what was read stays read. */
export async function markRead(
  actor: Actor,
  input: unknown,
  now = new Date(),
): Promise<Result<{ count: number }>> {
  const parsed = parseInput(readInput, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  const { count } = await db.inboxMessage.updateMany({
    where: { AND: [{ userId: actor.userId, readAt: null }, id === null ? {} : { id }] },
    data: { readAt: now },
  });
  return ok({ count });
}
