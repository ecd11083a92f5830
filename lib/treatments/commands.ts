import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { visibleTo as visibleAwards } from "@/lib/awards/policy";
import { conferredStates } from "@/lib/awards/rules";
import { runCommand } from "@/lib/db/command";
import { once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { treatmentFacts, treatmentForm } from "./facts/queries";
import { canChange, canRegister, recordsTreatments, visibleTo, writableBy } from "./policy";
import { listHonored } from "./queries";
import { changedTreatment, newTreatment, resumeInput, stopInput, type TreatmentInput } from "./schema";

type Saved = { id: number };

/** Enters what an award brings one of its people. */
export async function registerTreatment(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!recordsTreatments(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(newTreatment, input);
  if (!parsed.ok) return parsed;
  const { key, ...treatment } = parsed.value;
  return runCommand((tx) =>
    once(tx, actor, key, treatment, async () => {
      const award = await tx.award.findFirst({
        where: { AND: [{ id: treatment.awardId }, visibleAwards(actor)] },
        select: { state: true, recordingUnit: { select: { id: true, path: true } } },
      });
      if (!award) return refuse({ code: "not_found" });
      if (!conferredStates.some((conferred) => conferred === award.state))
        return refuse({ code: "conflict", detail: { message: "notConferred" } });
      const standing = { state: award.state, recordingUnitPath: award.recordingUnit.path };
      if (!canRegister(actor, standing)) return refuse({ code: "forbidden" });
      const checked = await check(tx, treatment.awardId, treatment);
      if (!checked.ok) return checked;
      const { id } = await tx.treatment.create({
        data: { ...treatment, recordingUnitId: award.recordingUnit.id },
        select: { id: true },
      });
      const after = await treatmentFacts(tx, id);
      await recordEvent(tx, actor, { event: "treatments.created", noun: "treatments", nounId: id, after });
      return ok({ id });
    }),
  );
}

export async function changeTreatment(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!recordsTreatments(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(changedTreatment, input);
  if (!parsed.ok) return parsed;
  const { id, version, ...treatment } = parsed.value;
  return runCommand(async (tx) => {
    const found = await find(tx, actor, id);
    if (!found.ok) return found;
    const checked = await check(tx, found.value.awardId, treatment);
    if (!checked.ok) return checked;
    const before = await treatmentFacts(tx, id);
    const { count } = await tx.treatment.updateMany({
      where: { AND: [{ id, version }, writableBy(actor)] },
      data: { ...treatment, version: { increment: 1 } },
    });
    if (count === 0) return refuse({ code: "stale", current: await treatmentForm(tx, id) });
    const changes = differences(before, await treatmentFacts(tx, id));
    await recordEvent(tx, actor, {
      ...{ event: "treatments.changed", noun: "treatments", nounId: id },
      ...changes,
    });
    return ok({ id });
  });
}

/** Stops a treatment by hand, from a day on. Revocation, death and the end of the honor stop it by themselves. */
export async function stopTreatment(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!recordsTreatments(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(stopInput, input);
  if (!parsed.ok) return parsed;
  const { id, version, stoppedFrom, reason } = parsed.value;
  return runCommand(async (tx) => {
    const found = await find(tx, actor, id);
    if (!found.ok) return found;
    const { count } = await tx.treatment.updateMany({
      where: { AND: [{ id, version, stoppedFrom: null }, writableBy(actor)] },
      data: { stoppedFrom, stopReason: reason, stoppedById: actor.userId, version: { increment: 1 } },
    });
    if (count === 0) return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
    await recordEvent(tx, actor, {
      ...{ event: "treatments.stopped", noun: "treatments", nounId: id, reason },
      before: { stoppedFrom: null },
      after: { stoppedFrom },
    });
    return ok({ id });
  });
}

/** Takes back a stop that was entered by hand. What else ends the treatment ends it all the same. */
export async function resumeTreatment(actor: Actor, input: unknown): Promise<Result<Saved>> {
  if (!recordsTreatments(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(resumeInput, input);
  if (!parsed.ok) return parsed;
  const { id, version, reason } = parsed.value;
  return runCommand(async (tx) => {
    const found = await find(tx, actor, id);
    if (!found.ok) return found;
    const { stoppedFrom } = found.value;
    const { count } = await tx.treatment.updateMany({
      where: { AND: [{ id, version, stoppedFrom: { not: null } }, writableBy(actor)] },
      data: { stoppedFrom: null, stopReason: null, stoppedById: null, version: { increment: 1 } },
    });
    if (count === 0) return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
    await recordEvent(tx, actor, {
      ...{ event: "treatments.resumed", noun: "treatments", nounId: id, reason },
      before: { stoppedFrom },
      after: { stoppedFrom: null },
    });
    return ok({ id });
  });
}

type Found = { awardId: number; stoppedFrom: string | null };

async function find(tx: Tx, actor: Actor, id: number): Promise<Result<Found>> {
  const found = await tx.treatment.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: {
      awardId: true,
      stoppedFrom: true,
      recordingUnit: { select: { path: true } },
    },
  });
  if (!found) return refuse({ code: "not_found" });
  const { recordingUnit, ...rest } = found;
  return canChange(actor, recordingUnit.path) ? ok(rest) : refuse({ code: "forbidden" });
}

async function check(tx: Tx, awardId: number, treatment: TreatmentInput): Promise<Result<void>> {
  const honored = await listHonored(tx, awardId);
  if (!honored.some(({ employeeId }) => employeeId === treatment.employeeId))
    return refuseField("employeeId", "notHonored");
  const known = await tx.treatmentKind.count({ where: { code: treatment.kindCode } });
  return known > 0 ? ok() : refuseField("kindCode", "unknownValue");
}
