import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { createDraft } from "../commands";
import { awardFacts } from "../facts/queries";
import { canRecord, recordableBy } from "../policy";
import { writeRecipients } from "../recipients/commands";
import { readTitle } from "../recipients/queries";
import { checkAward, openStates, zonedDay } from "../rules";
import { refKey, subjectFields } from "../schema";
import { resolveSubjects } from "../subjects/queries";
import { resolvableBy, visibleTo } from "./policy";
import { dismissInput, resolveInput, type Resolution } from "./schema";

/** Says who is meant by a name on a list: the honor that waited for it becomes a draft, or its draft gets its recipient. */
export async function resolveRecipient(
  actor: Actor,
  input: unknown,
  now = new Date(),
): Promise<Result<{ id: number }>> {
  if (!canRecord(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(resolveInput, input);
  if (!parsed.ok) return parsed;
  const { employeeId } = parsed.value;
  return runCommand(async (tx) => {
    const taken = await take(tx, actor, parsed.value);
    if (!taken.ok) return taken;
    const waiting = taken.value;
    const award =
      waiting.awardId === null
        ? await conferOn(tx, actor, waiting, employeeId, now)
        : await joinAward(tx, actor, { ...waiting, awardId: waiting.awardId }, employeeId, now);
    if (!award.ok) return award;
    const { name: employee } = await tx.employee.findFirstOrThrow({
      where: { id: employeeId },
      select: { name: true },
    });
    const resultAwardId = award.value.id;
    await tx.unresolvedRecipient.update({
      where: { id: waiting.id },
      data: { state: "resolved", resolvedById: actor.userId, resolvedAt: now, employeeId, resultAwardId },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      ...{ event: "unresolved_recipients.resolved", noun: "unresolved_recipients", nounId: waiting.id },
      before: { state: "open", name: waiting.name },
      after: { state: "resolved", name: waiting.name, employeeId, employee, resultAwardId },
    });
    return ok({ id: resultAwardId });
  });
}

/** Lets a name go that will not be placed: an outsider, a misprint. Its reason stays. */
export async function dismissRecipient(
  actor: Actor,
  input: unknown,
  now = new Date(),
): Promise<Result<{ id: number }>> {
  if (!canRecord(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(dismissInput, input);
  if (!parsed.ok) return parsed;
  const { reason } = parsed.value;
  return runCommand(async (tx) => {
    const taken = await take(tx, actor, parsed.value);
    if (!taken.ok) return taken;
    const { id, name } = taken.value;
    await tx.unresolvedRecipient.update({
      where: { id },
      data: { state: "dismissed", resolvedById: actor.userId, resolvedAt: now, reason },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      ...{ event: "unresolved_recipients.dismissed", noun: "unresolved_recipients", nounId: id, reason },
      before: { state: "open", name },
      after: { state: "dismissed", name },
    });
    return ok({ id });
  });
}

type Waiting = Prisma.UnresolvedRecipientGetPayload<object>;

/** The row that is to be decided. Its version moves first: whoever comes second waits here and finds it decided. */
async function take(
  tx: Tx,
  actor: Actor,
  { id, version }: Pick<Resolution, "id" | "version">,
): Promise<Result<Waiting>> {
  const found = await tx.unresolvedRecipient.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: { state: true },
  });
  if (!found) return refuse({ code: "not_found" });
  if (found.state !== "open") return refuse({ code: "conflict", detail: { message: "alreadyDecided" } });
  const may = await tx.unresolvedRecipient.count({ where: { AND: [{ id }, resolvableBy(actor)] } });
  if (may === 0) return refuse({ code: "forbidden" });
  const { count } = await tx.unresolvedRecipient.updateMany({
    where: { AND: [{ id, version, state: "open" }, resolvableBy(actor)] },
    data: { version: { increment: 1 } },
  });
  if (count === 0) return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
  return ok(await tx.unresolvedRecipient.findFirstOrThrow({ where: { id } }));
}

/** Nobody shares it: a draft of its own, with every rule that a draft obeys. */
async function conferOn(
  tx: Tx,
  actor: Actor,
  waiting: Waiting,
  employeeId: number,
  now: Date,
): Promise<Result<{ id: number }>> {
  const { titleId, levelCode, prizeLevelCode, rank, awardYear, recordingUnitId, unitText, postText } =
    waiting;
  const made = await createDraft(
    tx,
    actor,
    {
      ...{ id: null, version: null, intent: "draft", validTo: null, bonus: null, deeds: null },
      ...{ titleId, levelCode, prizeLevelCode, rank, awardYear, recordingUnitId, reason: waiting.note },
      ...{ posthumous: false, evidenceGrade: "C", visibility: "open", grantingBodies: [] },
      awardDate: waiting.awardDate as PartialDate,
      documents: [waiting.documentId],
      recipients: [
        {
          ...{ kind: "employee", id: employeeId, role: waiting.role, share: null, bonus: null },
          ...{ unitText, postText },
        },
      ],
    },
    now,
  );
  return made.ok ? made : refuseHere(made.fault.fields);
}

/** Others on the same row are known: the person joins them, in the place that the paper gives. */
async function joinAward(
  tx: Tx,
  actor: Actor,
  { awardId, position, role, unitText, postText }: Waiting & { awardId: number },
  employeeId: number,
  now: Date,
): Promise<Result<{ id: number }>> {
  const { count } = await tx.award.updateMany({
    where: { AND: [{ id: awardId, state: { in: [...openStates] } }, recordableBy(actor)] },
    data: { updatedById: actor.userId, version: { increment: 1 } },
  });
  if (count === 0) return refuse({ code: "conflict", detail: { message: "awardNotOpen" } });
  const award = await tx.award.findFirstOrThrow({ where: { id: awardId }, select: awardFields });
  const missing = award.unresolved.filter(
    (one) => one.position < position && one.state !== "resolved",
  ).length;
  const present = award.recipients.map((one) => ({
    ...{ kind: one.subjectKind, id: one[subjectFields[one.subjectKind]]!, role: one.role },
    ...{ share: one.share?.toFixed(2) ?? null, bonus: one.bonus?.toFixed(2) ?? null },
    ...{ unitText: one.unitName, postText: one.post },
  }));
  const newcomer = {
    kind: "employee" as const,
    id: employeeId,
    role,
    share: null,
    bonus: null,
    unitText,
    postText,
  };
  const all = present.toSpliced(position - 1 - missing, 0, newcomer);
  const [date, today] = [award.awardDate as PartialDate, zonedDay(now)];
  const subjects = await resolveSubjects(tx, actor, all, present, date, today);
  const recipients = all.map((one) => ({ ...one, subject: subjects.get(refKey(one)) ?? null }));
  const title = (await readTitle(tx, award.titleId))!;
  const facts = {
    ...{ levelCode: award.levelCode, prizeLevelCode: award.prizeLevelCode, awardDate: date, recipients },
    ...{ validTo: award.validTo as PartialDate | null, bonus: award.bonus?.toFixed(2) ?? null },
  };
  const faults = checkAward(facts, title, today);
  if (Object.keys(faults).length > 0) return refuseHere(faults);
  const before = await awardFacts(tx, awardId);
  await writeRecipients(
    tx,
    awardId,
    recipients.map((one) => ({ ...one, subject: one.subject! })),
  );
  await recordEvent(tx, actor, {
    ...{ event: "awards.changed", noun: "awards", nounId: awardId },
    ...differences(before, await awardFacts(tx, awardId)),
  });
  return ok({ id: awardId });
}

const awardFields = {
  ...{ titleId: true, levelCode: true, prizeLevelCode: true, awardDate: true, validTo: true, bonus: true },
  recipients: {
    orderBy: { position: "asc" },
    select: {
      ...{ subjectKind: true, employeeId: true, teamId: true, studioId: true, organizationId: true },
      ...{ achievementId: true, role: true, share: true, bonus: true, unitName: true, post: true },
    },
  },
  unresolved: { select: { position: true, state: true } },
} satisfies Prisma.AwardSelect;

/** The window asks for the person alone: whatever is wrong with the award is said there. */
function refuseHere(fields: Record<string, string[]> = {}): {
  ok: false;
  fault: { code: "invalid"; fields: Record<string, string[]> };
} {
  return {
    ok: false,
    fault: { code: "invalid", fields: { employeeId: [...new Set(Object.values(fields).flat())] } },
  };
}
