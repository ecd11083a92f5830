import { recordEvent, recordEventOfEach, systemActor } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { runCommand } from "@/lib/db/command";
import { transaction, type Tx } from "@/lib/db/transaction";
import { sendEach } from "@/lib/inbox/commands";
import { parseInput } from "@/lib/kernel/fields";
import { firstDay, lastDay, type PartialDate } from "@/lib/kernel/partial-date";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canCorrectValidity, correctableBy, visibleTo } from "../policy";
import { zonedDay } from "../rules";
import { type Concerned, type Due, findHonored, findRecorders, findRunOut, findValidAgain } from "./queries";
import { validityInput } from "./schema";

/** Awards in one transaction. */
const batch = 1_000;

const ways = {
  expired: { find: findRunOut, from: "effective", event: "awards.expired", told: "expired" },
  effective: { find: findValidAgain, from: "expired", event: "awards.resumed", told: "resumed" },
} as const;
type Way = keyof typeof ways;

/**
 * Lets honors run out whose validity is over, and stand again those whose validity was corrected, in batches that each hold
 * by themselves. What another transaction holds at that moment is left for the next time.
 */
export async function settleValidity(
  now: Date,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Record<Way, number>> {
  const today = zonedDay(now);
  const moved = { expired: 0, effective: 0 };
  for (const way of ["expired", "effective"] as const) {
    for (let count = batch; count === batch; moved[way] += count) {
      signal?.throwIfAborted();
      count = await transaction((tx) => move(tx, way, today));
    }
  }
  return moved;
}

type Cause = { actor: Actor; reason: string; id: number };

/** The registry's own doing: nobody's name stands beside it, neither in the history nor in the audit. */
async function move(tx: Tx, way: Way, today: string, cause?: Cause): Promise<number> {
  const { find, from, event } = ways[way];
  const reason = cause?.reason ?? null;
  const due = await find(tx, today, batch, cause?.id);
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  await tx.award.updateMany({
    where: { id: { in: ids }, state: from },
    data: { state: way, version: { increment: 1 } },
  });
  await tx.awardStateChange.createMany({
    data: ids.map((awardId) => ({ awardId, fromState: from, toState: way, reason })),
  });
  const factsOf = ({ validTo, ledgerNumber }: Due) => ({ validTo, ledgerNumber });
  await recordEventOfEach(
    tx,
    systemActor,
    { event, noun: "awards" },
    due.map((award) => ({
      nounId: award.id,
      before: { ...factsOf(award), state: from },
      after: { ...factsOf(award), state: way },
    })),
  );
  await tell(tx, ways[way].told, ids, cause);
  return due.length;
}

/** Tells each person honored of each honor, and who keeps the record once for all of a unit; nobody of what they did themselves. */
async function tell(tx: Tx, told: "expired" | "resumed", ids: readonly number[], cause?: Cause) {
  const honored = await asSystem(() => findHonored(tx, ids));
  const recorders = await asSystem(() => findRecorders(tx, ids));
  const message =
    (kind: string) =>
    ({ userId, awardId, unitId, titleName, count }: Concerned) => ({
      ...{ userId, kind, noun: "awards", nounId: awardId },
      data: {
        ...{ title: titleName, count: String(count), unit: String(unitId), reason: cause?.reason ?? null },
      },
    });
  const messages = [...honored.map(message(`honor_${told}`)), ...recorders.map(message(`awards_${told}`))];
  await sendEach(
    tx,
    messages.filter(({ userId }) => userId !== cause?.actor.userId),
  );
}

/**
 * Corrects until when an honor is valid, the one part of a confirmed award that is not frozen: it runs out, or stands again,
 * in the same moment.
 */
export async function correctValidity(
  actor: Actor,
  input: unknown,
  now = new Date(),
): Promise<Result<{ id: number; version: number }>> {
  const parsed = parseInput(validityInput, input);
  if (!parsed.ok) return parsed;
  const { id, version, validTo, reason } = parsed.value;
  return runCommand(async (tx) => {
    const award = await tx.award.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: { state: true, awardDate: true, validTo: true, recordingUnit: { select: { path: true } } },
    });
    if (!award) return refuse({ code: "not_found" });
    const standing = { state: award.state, recordingUnitPath: award.recordingUnit.path };
    if (!canCorrectValidity(actor, standing)) return refuse({ code: "forbidden" });
    if (validTo && lastDay(validTo) < firstDay(award.awardDate as PartialDate))
      return refuseField("validTo", "endBeforeStart");
    if (validTo === award.validTo) return refuseField("validTo", "nothingChanged");
    const { count } = await tx.award.updateMany({
      where: { AND: [{ id, version, state: award.state }, correctableBy(actor)] },
      data: { validTo, updatedById: actor.userId, version: { increment: 1 } },
    });
    if (count === 0) return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
    await recordEvent(tx, actor, {
      ...{ event: "awards.validity_corrected", noun: "awards", nounId: id, reason },
      before: { validTo: award.validTo },
      after: { validTo },
    });
    const today = zonedDay(now);
    const cause = { actor, reason, id };
    const moved = (await move(tx, "expired", today, cause)) + (await move(tx, "effective", today, cause));
    return ok({ id, version: version + 1 + moved });
  });
}
