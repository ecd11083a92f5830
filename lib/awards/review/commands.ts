import { aboutEvents, type AuditEvent, recordEvents } from "@/lib/audit/record";
import type { AuditEventName } from "@/lib/audit/events";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import {
  canCheck,
  canSubmit,
  canVoid,
  canWithdraw,
  checkableBy,
  recordableBy,
  type Standing,
} from "../policy";
import { listAwardFacts } from "../facts/queries";
import { tellCheckers, tellHonored, tellRecorders } from "../notices/commands";
import { openStates, voidableStates } from "../rules";
import type { AwardState } from "../schema";
import { refreshSnapshots, type Refreshed } from "../recipients/commands";
import { findStanding, type Found } from "./queries";
import { decisionInput, reasonedDecisionInput, type Decision } from "./schema";

type Decided = Result<{ id: number; version: number }>;

export async function submitAward(actor: Actor, input: unknown, now = new Date()): Promise<Decided> {
  const parsed = parseInput(decisionInput, input);
  return parsed.ok ? runCommand((tx) => submitIn(tx, actor, parsed.value, now)) : parsed;
}

/** Submits within a transaction that has more to do. Title and recipients are looked at anew: from here on their snapshots stand. */
export function submitIn(tx: Tx, actor: Actor, decision: Decision, now: Date): Promise<Decided> {
  return decide(tx, actor, decision, {
    ...{
      from: openStates,
      to: "submitted",
      event: "awards.submitted",
      may: canSubmit,
      guard: recordableBy(actor),
    },
    prepare: () => refreshSnapshots(tx, actor, decision.id, now),
    tell: (award) => tellCheckers(tx, actor, award),
  });
}

/** Submits drafts that this transaction has written, so that their rules and snapshots are of this moment. */
export async function submitWritten(tx: Tx, actor: Actor, ids: readonly number[]): Promise<void> {
  await tx.award.updateMany({
    where: { id: { in: [...ids] }, state: "draft" },
    data: { state: "submitted", version: { increment: 1 }, updatedById: actor.userId },
  });
  await tx.awardStateChange.createMany({
    data: ids.map((awardId) => ({
      ...{ awardId, fromState: "draft" as const, toState: "submitted" as const },
      changedById: actor.userId,
    })),
  });
  const submitted = await listAwardFacts(tx, ids);
  await recordEvents(
    tx,
    actor,
    submitted.map(({ id, facts: { title, recipients, ledgerNumber, state } }) => ({
      ...{ event: "awards.submitted", noun: "awards", nounId: id },
      before: { title, recipients, state: "draft", ledgerNumber },
      after: { title, recipients, state, ledgerNumber },
    })),
  );
}

/** Takes back what one submitted oneself, as long as nobody has checked it. */
export async function withdrawAward(actor: Actor, input: unknown): Promise<Decided> {
  const parsed = parseInput(decisionInput, input);
  if (!parsed.ok) return parsed;
  return runCommand((tx) =>
    decide(tx, actor, parsed.value, {
      from: ["submitted"],
      to: "draft",
      event: "awards.withdrawn",
      may: canWithdraw,
      guard: recordableBy(actor),
    }),
  );
}

/** Enters the award in the ledger; the database gives it its number and refuses who entered any part of it. */
export async function confirmAward(actor: Actor, input: unknown): Promise<Decided> {
  const parsed = parseInput(decisionInput, input);
  if (!parsed.ok) return parsed;
  return runCommand((tx) =>
    decide(tx, actor, parsed.value, {
      ...{
        from: ["submitted"],
        to: "effective",
        event: "awards.confirmed",
        may: canCheck,
        guard: checkableBy(actor),
      },
      tell: async (award) => {
        await tellRecorders(tx, actor, award, "award_confirmed");
        await tellHonored(tx, actor, award, "award_conferred");
      },
    }),
  );
}

export async function returnAward(actor: Actor, input: unknown): Promise<Decided> {
  const parsed = parseInput(reasonedDecisionInput, input);
  if (!parsed.ok) return parsed;
  return runCommand((tx) =>
    decide(tx, actor, parsed.value, {
      ...{
        from: ["submitted"],
        to: "returned",
        event: "awards.returned",
        may: canCheck,
        guard: checkableBy(actor),
      },
      tell: (award) => tellRecorders(tx, actor, award, "award_returned", parsed.value.reason),
    }),
  );
}

/** Says that an award was entered in error. The row stays; a revoked award was an honor and cannot be voided. */
export async function voidAward(actor: Actor, input: unknown): Promise<Decided> {
  const parsed = parseInput(reasonedDecisionInput, input);
  if (!parsed.ok) return parsed;
  return runCommand((tx) =>
    decide(tx, actor, parsed.value, {
      ...{
        from: voidableStates,
        to: "void",
        event: "awards.voided",
        may: canVoid,
        guard: recordableBy(actor),
      },
      tell: async (award) => {
        await tellRecorders(tx, actor, award, "award_voided", parsed.value.reason);
        if (award.state === "effective" || award.state === "expired")
          await tellHonored(tx, actor, award, "award_removed", parsed.value.reason);
      },
    }),
  );
}

type Change = {
  from: readonly AwardState[];
  to: AwardState;
  event: AuditEventName;
  may: (actor: Actor, award: Standing) => boolean;
  guard: Prisma.AwardWhereInput;
  /** What is still to be checked and written while the award is open. */
  prepare?: () => Promise<Result<Refreshed>>;
  tell?: (award: Found) => Promise<void>;
};

async function decide(
  tx: Tx,
  actor: Actor,
  { id, version, reason }: Decision,
  { from, to, event, may, guard, prepare, tell }: Change,
): Promise<Decided> {
  const award = await findStanding(tx, actor, id);
  if (!award) return refuse({ code: "not_found" });
  if (!from.includes(award.state)) return refuse({ code: "conflict", detail: { message: "alreadyDecided" } });
  if (to === "effective" && award.enteredByIds.includes(actor.userId))
    return refuse({ code: "forbidden", detail: { message: "sameChecker" } });
  if (!may(actor, award)) return refuse({ code: "forbidden" });

  // The version moves first: whoever comes second waits here and finds nothing left to do.
  const [moved] = await tx.award.updateManyAndReturn({
    where: { AND: [{ id, version, state: { in: [...from] } }, guard] },
    data: { version: { increment: 1 }, updatedById: actor.userId, ...(prepare ? {} : { state: to }) },
    select: { ledgerNumber: true },
  });
  if (!moved) return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
  const prepared = prepare && (await prepare());
  if (prepared && !prepared.ok) return prepared;
  const refreshed = prepared?.value;
  if (refreshed) await tx.award.updateMany({ where: { id }, data: { ...refreshed.title, state: to } });
  const { recipients } = refreshed ?? award;
  const title = refreshed?.title.titleName ?? award.titleName;
  await recordState(
    tx,
    actor,
    { awardId: id, to, reason },
    {
      ...{ event, noun: "awards", nounId: id, reason },
      before: { title, recipients, state: award.state, ledgerNumber: award.ledgerNumber },
      after: { title, recipients, state: to, ledgerNumber: moved.ledgerNumber },
    },
  );
  await tell?.(award);
  return ok({ id, version: version + 1 });
}

/** The change of state and its event, in one statement. */
async function recordState(
  tx: Tx,
  actor: Actor,
  { awardId, to, reason }: { awardId: number; to: AwardState; reason: string | null },
  event: AuditEvent,
): Promise<void> {
  const [about, events] = [aboutEvents(actor), JSON.stringify([event])];
  await tx.$executeRaw`
    WITH changed AS (
      INSERT INTO award_state_changes (award_id, to_state, changed_by_id, reason)
      VALUES (${awardId}, ${to}::award_state, ${actor.userId}, ${reason}) RETURNING id)
    SELECT record_events(${about}::jsonb, ${events}::jsonb) FROM changed`;
}
