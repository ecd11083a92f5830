import { randomInt } from "node:crypto";
import type { AuditEventName } from "@/lib/audit/events";
import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { canRecordFor, visibleTo as visibleAwards } from "@/lib/awards/policy";
import type { Target } from "@/lib/awards/revocations/schema";
import { conferredStates, zonedDay } from "@/lib/awards/rules";
import { runCommand } from "@/lib/db/command";
import { once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { firstDay, type PartialDate } from "@/lib/kernel/partial-date";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { canRecordCertificates, recordableBy, visibleTo } from "./policy";
import { certificateFacts, certificateForm, listTargets } from "./queries";
import { codeLength, codeLetters, isReplaceable, movesOf } from "./rules";
import {
  changedCertificate,
  move,
  registration,
  reissue,
  type CertificateState,
  type Registration,
} from "./schema";

type Saved = Promise<Result<{ id: number }>>;
type Given = Pick<Registration, "kind" | "number" | "holder" | "issuedOn" | "custody">;

/** Enters a certificate of a conferred honor: of the award as a whole, of a recipient, or of somebody behind one. */
export async function registerCertificate(actor: Actor, input: unknown, now = new Date()): Saved {
  if (!canRecordCertificates(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(registration, input);
  if (!parsed.ok) return parsed;
  const { key, ...certificate } = parsed.value;
  return runCommand((tx) => once(tx, actor, key, certificate, () => register(tx, actor, certificate, now)));
}

async function register(
  tx: Tx,
  actor: Actor,
  { awardId, target, ...given }: Omit<Registration, "key">,
  now: Date,
): Saved {
  const award = await tx.award.findFirst({
    where: { AND: [{ id: awardId }, visibleAwards(actor)] },
    select: { state: true, recordingUnit: { select: { path: true } } },
  });
  if (!award) return refuse({ code: "not_found" });
  if (!canRecordFor(actor, award.recordingUnit.path)) return refuse({ code: "forbidden" });
  if (!conferredStates.some((state) => state === award.state))
    return refuse({ code: "conflict", detail: { message: "certificateOfDraft" } });
  const targets = await listTargets(tx, awardId);
  const named = targets.find((one) => isSame(one.target, target));
  if (!named) return refuseField("target", "unknownValue");
  if (isToCome(given.issuedOn, now)) return refuseField("issuedOn", "dateInFuture");
  const holder = given.holder || named.holder;
  return add(tx, actor, { ...partsOf(target), awardId, ...given, holder }, "certificates.registered");
}

/** 补发: a new certificate, with a code of its own, in the place of one that was lost or made void. The award stays untouched. */
export async function reissueCertificate(actor: Actor, input: unknown, now = new Date()): Saved {
  if (!canRecordCertificates(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(reissue, input);
  if (!parsed.ok) return parsed;
  const { key, ...given } = parsed.value;
  return runCommand((tx) =>
    once(tx, actor, key, given, async () => {
      const found = await findCertificate(tx, actor, given.id);
      if (!found.ok) return found;
      if (!isReplaceable(found.value))
        return refuse({ code: "conflict", detail: { message: "notReplaceable" } });
      if (isToCome(given.issuedOn, now)) return refuseField("issuedOn", "dateInFuture");
      const { awardId, recipientId, memberPosition, kind, holder } = found.value;
      const { id: replacesId, ...rest } = given;
      return add(
        tx,
        actor,
        { awardId, recipientId, memberPosition, kind, holder, ...rest, replacesId },
        "certificates.reissued",
      );
    }),
  );
}

/** Corrects what is printed on it, or where it is kept. */
export async function changeCertificate(actor: Actor, input: unknown, now = new Date()): Saved {
  if (!canRecordCertificates(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(changedCertificate, input);
  if (!parsed.ok) return parsed;
  const { id, version, ...given } = parsed.value;
  return runCommand(async (tx) => {
    const found = await findCertificate(tx, actor, id);
    if (!found.ok) return found;
    if (found.value.version !== version) return stale(tx, id);
    if (found.value.state === "void")
      return refuse({ code: "conflict", detail: { message: "certificateVoid" } });
    if (isToCome(given.issuedOn, now)) return refuseField("issuedOn", "dateInFuture");
    const before = await certificateFacts(tx, id);
    const { count } = await tx.certificate.updateMany({
      where: { AND: [{ id, version }, recordableBy(actor)] },
      data: { ...given, version: { increment: 1 } },
    });
    if (count === 0) return stale(tx, id);
    const changes = differences(before, await certificateFacts(tx, id));
    await recordEvent(tx, actor, { ...about(id), event: "certificates.changed", ...changes });
    return ok({ id });
  });
}

const moved: Record<CertificateState, AuditEventName> = {
  held: "certificates.handed_back",
  lost: "certificates.lost",
  returned: "certificates.returned",
  void: "certificates.voided",
};

/** Lost, returned, void, or in hands again: with the day, and why. Of two who say so at once one does; the other is told. */
export async function moveCertificate(actor: Actor, input: unknown, now = new Date()): Saved {
  if (!canRecordCertificates(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(move, input);
  if (!parsed.ok) return parsed;
  const { id, version, to, on, note } = parsed.value;
  return runCommand(async (tx) => {
    const found = await findCertificate(tx, actor, id);
    if (!found.ok) return found;
    const { state } = found.value;
    if (found.value.version !== version)
      return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
    if (!movesOf(found.value).includes(to)) return refuseField("to", "certificateCannotMove");
    if (isToCome(on, now)) return refuseField("on", "dateInFuture");
    const { count } = await tx.certificate.updateMany({
      where: { AND: [{ id, version, state }, recordableBy(actor)] },
      data: {
        state: to,
        ...(to === "held" ? { stateOn: null, stateNote: null } : { stateOn: on, stateNote: note }),
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
    await recordEvent(tx, actor, {
      ...{ ...about(id), event: moved[to], reason: note },
      before: { state },
      after: { state: to, on },
    });
    return ok({ id });
  });
}

async function add(
  tx: Tx,
  actor: Actor,
  data: Given & {
    awardId: number;
    recipientId: number | null;
    memberPosition: number | null;
    replacesId?: number;
  },
  event: "certificates.registered" | "certificates.reissued",
): Saved {
  const { id } = await tx.certificate.create({ data: { ...data, code: newCode() }, select: { id: true } });
  await recordEvent(tx, actor, { ...about(id), event, after: await certificateFacts(tx, id) });
  return ok({ id });
}

async function findCertificate(tx: Tx, actor: Actor, id: number) {
  const found = await tx.certificate.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: foundSelect,
  });
  if (!found) return refuse({ code: "not_found" });
  if (!canRecordFor(actor, found.award.recordingUnit.path)) return refuse({ code: "forbidden" });
  return ok({ ...found, replaced: found.replacedBy !== null });
}

async function stale(tx: Tx, id: number) {
  return refuse({ code: "stale", current: await certificateForm(tx, id) });
}

function about(id: number) {
  return { noun: "certificates" as const, nounId: id };
}

function isToCome(date: PartialDate | null, now: Date): boolean {
  return date !== null && firstDay(date) > zonedDay(now);
}

function partsOf(target: Target) {
  return {
    recipientId: target.kind === "award" ? null : target.recipientId,
    memberPosition: target.kind === "member" ? target.position : null,
  };
}

function isSame(one: Target, other: Target): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  return a.recipientId === b.recipientId && a.memberPosition === b.memberPosition;
}

/** Drawn evenly: 94 bits, which nobody guesses behind the throttle. */
export function newCode(): string {
  return Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join("");
}

const foundSelect = {
  ...{ id: true, version: true, state: true, kind: true, holder: true },
  ...{ awardId: true, recipientId: true, memberPosition: true },
  award: { select: { state: true, recordingUnit: { select: { path: true } } } },
  recipient: { select: { struckAt: true } },
  member: { select: { struckAt: true } },
  replacedBy: { select: { id: true } },
} as const;
