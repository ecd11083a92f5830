import type { Actor } from "@/lib/auth/roles";
import { canRecordFor } from "@/lib/awards/policy";
import { targetOf, targetSelect, type TargetView } from "@/lib/awards/cases/queries";
import { targetText, type Target } from "@/lib/awards/revocations/schema";
import { conferredStates } from "@/lib/awards/rules";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { canRecordCertificates, ownCertificates, visibleTo } from "./policy";
import { formatCode, isReplaceable, isToBeRecalled, movesOf } from "./rules";
import type { CertificateKind, CertificateState } from "./schema";

export type CertificateView = {
  id: number;
  version: number;
  kind: CertificateKind;
  number: string | null;
  holder: string;
  target: TargetView;
  issuedOn: PartialDate | null;
  custody: string | null;
  state: CertificateState;
  stateOn: PartialDate | null;
  stateNote: string | null;
  /** 应收回: in hands though the honor was revoked. */
  toRecall: boolean;
  /** In groups, as it is printed and typed. */
  code: string;
  replaces: { id: number; number: string | null } | null;
  replacedBy: { id: number; number: string | null } | null;
  can: { change: boolean; reissue: boolean; moves: CertificateState[] };
};

export type TargetOption = {
  value: string;
  target: Target;
  /** Null for the award as a whole. */
  name: string | null;
  of: string | null;
  /** What stands for the holder where nothing else was printed. */
  holder: string;
};

export type AwardCertificates = {
  rows: CertificateView[];
  /** Whom a new one may be for; null where the actor enters none. */
  targets: TargetOption[] | null;
};

/** The certificates of an award that the actor was found to see. */
export async function listCertificatesOfAward(actor: Actor, awardId: number): Promise<AwardCertificates> {
  const award = await db.award.findFirst({
    where: { id: awardId },
    select: { state: true, recordingUnit: { select: { path: true } } },
  });
  const conferred = conferredStates.some((state) => state === award?.state);
  const records = canRecordCertificates(actor) && canRecordFor(actor, award?.recordingUnit.path ?? "");
  const [rows, targets] = await Promise.all([
    readCertificates(actor, { awardId }),
    conferred && records ? listTargets(db, awardId) : null,
  ]);
  return { rows, targets };
}

/** The certificates that a case of revocation concerns, which the actor was found to see. */
export async function listCertificatesOfCase(actor: Actor, caseId: number): Promise<CertificateView[]> {
  const found = await db.awardRevocation.findFirst({
    where: { id: caseId },
    select: { awardId: true, recipientId: true, memberPosition: true },
  });
  if (!found) return [];
  const { awardId, recipientId, memberPosition } = found;
  return readCertificates(actor, {
    awardId,
    ...(recipientId !== null && { recipientId }),
    ...(memberPosition !== null && { memberPosition }),
  });
}

/** The person's own, by award. */
export async function listOwnCertificates(actor: Actor): Promise<Map<number, CertificateView[]>> {
  if (actor.employeeId === null) return new Map();
  const { employeeId } = actor;
  // Starts from the person, whose few awards are found by index.
  const [received, shared] = await Promise.all([
    db.awardRecipient.findMany({ where: { employeeId }, select: { awardId: true } }),
    db.awardMember.findMany({ where: { employeeId }, select: { awardId: true } }),
  ]);
  const ids = [...received, ...shared].map(({ awardId }) => awardId);
  const rows = await db.certificate.findMany({
    where: { AND: [{ awardId: { in: ids } }, ownCertificates(actor)] },
    orderBy: { id: "asc" },
    select: viewSelect,
  });
  const byAward = new Map<number, CertificateView[]>();
  for (const row of rows) byAward.set(row.awardId, [...(byAward.get(row.awardId) ?? []), toView(actor, row)]);
  return byAward;
}

/** Whom a certificate of the award may be for: all of them, each recipient, everybody behind one. */
export async function listTargets(tx: Tx, awardId: number): Promise<TargetOption[]> {
  const recipients = await tx.awardRecipient.findMany({
    where: { awardId },
    orderBy: { position: "asc" },
    select: {
      ...{ id: true, name: true },
      members: { orderBy: { position: "asc" }, select: { position: true, name: true } },
    },
  });
  const option = (target: Target, name: string | null, of: string | null, holder: string) => ({
    ...{ value: targetText(target), target, name, of, holder: holder.slice(0, 200) },
  });
  return [
    option({ kind: "award" }, null, null, recipients.map(({ name }) => name).join("、")),
    ...recipients.flatMap(({ id: recipientId, name, members }) => [
      option({ kind: "recipient", recipientId }, name, null, name),
      ...members.map((member) =>
        option({ kind: "member", recipientId, position: member.position }, member.name, name, member.name),
      ),
    ]),
  ];
}

async function readCertificates(actor: Actor, where: Prisma.CertificateWhereInput) {
  const rows = await db.certificate.findMany({
    where: { AND: [where, visibleTo(actor)] },
    orderBy: { id: "asc" },
    take: 500,
    select: viewSelect,
  });
  return rows.map((row) => toView(actor, row));
}

/** A certificate as its form holds it. The caller has proved the actor's right to it. */
export async function certificateForm(tx: Tx, id: number) {
  const { kind, number, holder, issuedOn, custody, version } = await readFacts(tx, id);
  return {
    ...{ id, version, kind, holder },
    ...{ number: number ?? "", issuedOn: issuedOn ?? "", custody: custody ?? "" },
  };
}

/** What the history tells of a certificate, so that it reads by itself. The code is no part of it: it opens the verification. */
export async function certificateFacts(tx: Tx, id: number) {
  const { award, replaces, version: _, ...facts } = await readFacts(tx, id);
  return { ...facts, award: award.titleName, replaces: replaces && (replaces.number ?? String(replaces.id)) };
}

function readFacts(tx: Tx, id: number) {
  return tx.certificate.findFirstOrThrow({ where: { id }, select: factsSelect });
}

type Stored = Prisma.CertificateGetPayload<{ select: typeof viewSelect }>;

function toView(
  actor: Actor,
  { award, recipient, member, code, awardId: _, ...row }: Stored,
): CertificateView {
  const standing = { state: row.state, award, recipient, member, replaced: row.replacedBy !== null };
  const records = canRecordCertificates(actor) && canRecordFor(actor, award.recordingUnit.path);
  return {
    ...row,
    target: targetOf({ recipient, member }),
    issuedOn: row.issuedOn as PartialDate | null,
    stateOn: row.stateOn as PartialDate | null,
    toRecall: isToBeRecalled(standing),
    code: formatCode(code),
    can: {
      change: records && row.state !== "void",
      reissue: records && isReplaceable(standing),
      moves: records ? movesOf(standing) : [],
    },
  };
}

const numbered = { select: { id: true, number: true } } as const;
const viewSelect = {
  ...{ id: true, version: true, awardId: true, kind: true, number: true, holder: true, issuedOn: true },
  ...{ custody: true, state: true, stateOn: true, stateNote: true, code: true },
  ...{ replaces: numbered, replacedBy: numbered },
  award: { select: { state: true, recordingUnit: { select: { path: true } } } },
  recipient: { select: { ...targetSelect.recipient.select, struckAt: true } },
  member: { select: { ...targetSelect.member.select, struckAt: true } },
} satisfies Prisma.CertificateSelect;
const factsSelect = {
  ...{ version: true, awardId: true, kind: true, number: true, holder: true, issuedOn: true, custody: true },
  award: { select: { titleName: true } },
  replaces: numbered,
} satisfies Prisma.CertificateSelect;
