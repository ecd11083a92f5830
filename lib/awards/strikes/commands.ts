import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { awardFacts } from "../facts/queries";
import { standingStates } from "../rules";
import type { AwardState } from "../schema";

/** What a case is about, and the document that decides. */
export type Strike = {
  revocationId: number;
  awardId: number;
  recipientId: number | null;
  memberPosition: number | null;
  /** Who is struck; null where it is the award as a whole. */
  name: string | null;
  /** 文号, or the title where there is no number. */
  cited: string;
};

type Done = Result<void>;

/** A confirmed revocation on the award itself: all of it is revoked, or one recipient or member is struck and the rest stands. */
export async function putInForce(tx: Tx, actor: Actor, strike: Strike, now: Date): Promise<Done> {
  if (strike.recipientId !== null) {
    const kept = await touch(tx, actor, strike.awardId, standingStates);
    if (!kept.ok) return kept;
    return mark(tx, actor, strike, { struckAt: now, struckById: strike.revocationId });
  }
  const before = await awardFacts(tx, strike.awardId);
  const revoked = await touch(tx, actor, strike.awardId, standingStates, "revoked");
  if (!revoked.ok) return revoked;
  await recordState(tx, actor, strike, "revoked");
  await told(tx, actor, strike, "awards.revoked", before.state);
  return ok();
}

/** A confirmed annulment: the award stands as it stood before, or the recipient or member does. */
export async function lift(tx: Tx, actor: Actor, strike: Strike): Promise<Done> {
  if (strike.recipientId !== null) {
    const kept = await touch(tx, actor, strike.awardId);
    if (!kept.ok) return kept;
    return mark(tx, actor, strike, { struckAt: null, struckById: null });
  }
  const change = await tx.awardStateChange.findFirst({
    where: { awardId: strike.awardId, toState: "revoked" },
    orderBy: { id: "desc" },
    select: { fromState: true },
  });
  const restored = await touch(tx, actor, strike.awardId, ["revoked"], "effective");
  if (!restored.ok) return restored;
  await recordState(tx, actor, strike, "effective");
  // What had run out before it was revoked does not begin to run again.
  if (change?.fromState === "expired") {
    await tx.award.update({
      where: { id: strike.awardId },
      data: { state: "expired" },
      select: { id: true },
    });
    await recordState(tx, actor, strike, "expired");
  }
  await told(tx, actor, strike, "awards.restored", "revoked");
  return ok();
}

/** Moves the award's version, so that whoever decides on it beside this finds it changed. */
async function touch(
  tx: Tx,
  actor: Actor,
  id: number,
  from?: readonly AwardState[],
  state?: AwardState,
): Promise<Done> {
  const { count } = await tx.award.updateMany({
    where: { id, ...(from && { state: { in: [...from] } }) },
    data: { version: { increment: 1 }, updatedById: actor.userId, ...(state && { state }) },
  });
  return count === 1 ? ok() : refuse({ code: "conflict", detail: { message: "notStanding" } });
}

async function mark(
  tx: Tx,
  actor: Actor,
  strike: Strike,
  data: { struckAt: Date | null; struckById: number | null },
): Promise<Done> {
  const { recipientId, memberPosition: position, revocationId } = strike;
  const struckById = data.struckById === null ? revocationId : null;
  const { count } =
    position === null
      ? await tx.awardRecipient.updateMany({ where: { id: recipientId!, struckById }, data })
      : await tx.awardMember.updateMany({ where: { recipientId: recipientId!, position, struckById }, data });
  if (count === 0) return refuse({ code: "conflict", detail: { message: "notStanding" } });
  const struck = {
    cited: strike.cited,
    ...(position === null ? { recipient: strike.name } : { member: strike.name }),
  };
  await recordEvent(tx, actor, {
    event: data.struckById === null ? "awards.recipient_restored" : "awards.recipient_struck",
    noun: "awards",
    nounId: strike.awardId,
    after: struck,
  });
  return ok();
}

async function recordState(tx: Tx, actor: Actor, { awardId, cited }: Strike, toState: AwardState) {
  await tx.awardStateChange.create({
    data: { awardId, toState, changedById: actor.userId, reason: cited },
    select: { id: true },
  });
}

async function told(
  tx: Tx,
  actor: Actor,
  { awardId, cited }: Strike,
  event: "awards.revoked" | "awards.restored",
  state: AwardState,
) {
  const { title, recipients, ledgerNumber, state: now } = await awardFacts(tx, awardId);
  await recordEvent(tx, actor, {
    ...{ event, noun: "awards", nounId: awardId },
    before: { title, recipients, ledgerNumber, state },
    after: { title, recipients, ledgerNumber, state: now, cited },
  });
}
