import type { Tx } from "@/lib/db/transaction";

/** Sessions that ended, or ran out, before a day. The audit trail keeps that they were. */
export async function dropEndedSessions(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { OR: [{ endedAt: { lt: before } }, { endedAt: null, expiresAt: { lt: before } }] },
  });
  return count;
}

/** Counters of failed sign-ins that ran out before a day, and answers remembered against double clicks since then. */
export async function dropOldAttempts(tx: Tx, before: Date): Promise<number> {
  const counters = await tx.signInThrottle.deleteMany({
    where: { expire: { lt: BigInt(before.getTime()) } },
  });
  await tx.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } });
  return counters.count;
}
