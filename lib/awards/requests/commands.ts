import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { attachFiles } from "@/lib/files/upload";
import { sendMessage } from "@/lib/inbox/commands";
import { parseInput } from "@/lib/kernel/fields";
import { firstDay } from "@/lib/kernel/partial-date";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { awardsOfEmployee, ownAwards, visibleTo as visibleAwards } from "../policy";
import { zonedDay } from "../rules";
import { answerableBy, mayRequest, ownRequests, readsRequests, visibleTo } from "./policy";
import {
  answerInput,
  requestInput,
  withdrawInput,
  type Answer,
  type CorrectionInput,
  type DeclarationInput,
} from "./schema";

/** More than a person has to say at once; the union answers the first ones first. */
const openMax = 20;

type Saved = Result<{ id: number }>;
type Asked =
  | { kind: "correction"; awardId: number }
  | { kind: "declaration"; titleText: string; grantedByText: string | null; awardDate: string | null };

/** Asks for the correction of an own award, or declares one that is missing. The key makes a second press find the first one's request. */
export async function createRequest(actor: Actor, input: unknown, now = new Date()): Promise<Saved> {
  if (!mayRequest(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput<ReturnType<typeof requestInput>>(requestInput(input), input);
  if (!parsed.ok) return parsed;
  const { key, ...request } = parsed.value;
  return runCommand((tx) => once(tx, actor, key, request, () => create(tx, actor, request, now)));
}

async function create(
  tx: Tx,
  actor: Actor,
  request: Omit<CorrectionInput, "key"> | Omit<DeclarationInput, "key">,
  now: Date,
): Promise<Saved> {
  const employeeId = actor.employeeId!;
  // The person's requests come one after the other, so that none slips past the two limits. Prisma has no word for a lock.
  await tx.$queryRaw`SELECT id FROM employees WHERE id = ${employeeId} FOR NO KEY UPDATE`;
  const asked = await check(tx, actor, request, now);
  if (!asked.ok) return asked;
  if ((await tx.awardRequest.count({ where: { employeeId, state: "open" } })) >= openMax) {
    return refuse({ code: "conflict", detail: { message: "tooManyRequests" } });
  }
  const attached = await attachFiles(tx, actor, request.files);
  if (!attached.ok) return attached;
  const { explanation } = request;
  const { id } = await tx.awardRequest.create({
    data: { ...asked.value, employeeId, explanation },
    select: { id: true },
  });
  await tx.awardRequestFile.createMany({
    data: attached.value.map((file, index) => ({ requestId: id, fileId: file.id, position: index + 1 })),
  });
  const files = attached.value.map(({ name, sha256 }) => `${name} ${sha256}`);
  await recordEvent(tx, actor, {
    event: "award_requests.created",
    noun: "award_requests",
    nounId: id,
    after: { ...asked.value, employee: actor.name, explanation, files },
  });
  return ok({ id });
}

async function check(
  tx: Tx,
  actor: Actor,
  request: Omit<CorrectionInput, "key"> | Omit<DeclarationInput, "key">,
  now: Date,
): Promise<Result<Asked>> {
  if ("awardId" in request) {
    const { awardId } = request;
    const award = await tx.award.findFirst({
      where: { AND: [{ id: awardId }, ownAwards(actor)] },
      select: { id: true },
    });
    if (!award) return refuse({ code: "not_found" });
    const pending = await tx.awardRequest.count({
      where: { AND: [ownRequests(actor), { awardId, state: "open" }] },
    });
    return pending > 0
      ? refuse({ code: "conflict", detail: { message: "requestPending" } })
      : ok({ kind: "correction", awardId });
  }
  const { titleText, grantedByText, awardDate } = request;
  if (awardDate && firstDay(awardDate) > zonedDay(now)) return refuseField("awardDate", "dateInFuture");
  return ok({ kind: "declaration", titleText, grantedByText, awardDate });
}

/** Takes an own request back, as long as nobody has answered it. */
export async function withdrawRequest(actor: Actor, input: unknown): Promise<Saved> {
  const parsed = parseInput(withdrawInput, input);
  if (!parsed.ok) return parsed;
  const { id, version } = parsed.value;
  return runCommand(async (tx) => {
    const { count } = await tx.awardRequest.updateMany({
      where: { AND: [{ id, version, state: "open" }, ownRequests(actor)] },
      data: { state: "withdrawn", version: { increment: 1 } },
    });
    if (count === 0) {
      const own = await tx.awardRequest.count({ where: { AND: [{ id }, ownRequests(actor)] } });
      return refuse(
        own > 0 ? { code: "conflict", detail: { message: "alreadyDecided" } } : { code: "not_found" },
      );
    }
    await recordEvent(tx, actor, {
      event: "award_requests.withdrawn",
      noun: "award_requests",
      nounId: id,
      before: { state: "open" },
      after: { state: "withdrawn" },
    });
    return ok({ id });
  });
}

/** Accepts or declines a request. Of two who answer at once one does; the other is told that it is decided. */
export async function answerRequest(actor: Actor, input: unknown, now = new Date()): Promise<Saved> {
  if (!readsRequests(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(answerInput, input);
  if (!parsed.ok) return parsed;
  const { id, version, decision, answer } = parsed.value;
  return runCommand(async (tx) => {
    const request = await tx.awardRequest.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: answeredFields,
    });
    if (!request) return refuse({ code: "not_found" });
    if (request.employeeId === actor.employeeId)
      return refuse({ code: "forbidden", detail: { message: "ownRequest" } });
    const result = await resultOf(tx, actor, parsed.value, request);
    if (!result.ok) return result;
    const { count } = await tx.awardRequest.updateMany({
      where: { AND: [{ id, version, state: "open" }, answerableBy(actor)] },
      data: {
        state: decision,
        answer,
        answeredById: actor.userId,
        answeredAt: now,
        resultAwardId: result.value,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse({ code: "conflict", detail: { message: "alreadyDecided" } });
    await recordEvent(tx, actor, {
      event: decision === "accepted" ? "award_requests.accepted" : "award_requests.declined",
      noun: "award_requests",
      nounId: id,
      before: { state: "open" },
      after: { state: decision, answer, resultAwardId: result.value },
    });
    const { user } = request.employee;
    if (user && user.disabledAt === null) {
      const data = { title: request.award?.titleName ?? request.titleText, by: actor.name, answer };
      await sendMessage(tx, {
        userId: user.id,
        kind: `request_${decision}`,
        noun: "award_requests",
        nounId: id,
        data,
      });
    }
    return ok({ id });
  });
}

const answeredFields = {
  ...{ employeeId: true, kind: true, titleText: true },
  award: { select: { titleName: true } },
  employee: { select: { user: { select: { id: true, disabledAt: true } } } },
} as const;

/** The award chosen as what came of a declaration: one of the person's that the actor may see. */
async function resultOf(
  tx: Tx,
  actor: Actor,
  { decision, resultAwardId }: Answer,
  request: { employeeId: number; kind: string },
): Promise<Result<number | null>> {
  if (resultAwardId === null || decision === "declined" || request.kind === "correction") return ok(null);
  const found = await tx.award.findFirst({
    where: { AND: [{ id: resultAwardId }, visibleAwards(actor), awardsOfEmployee(request.employeeId)] },
    select: { id: true },
  });
  return found ? ok(found.id) : refuseField("resultAwardId", "unknownValue");
}
