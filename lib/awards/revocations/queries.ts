import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { visibleTo as visibleDocuments } from "@/lib/documents/policy";
import type { PartialDate } from "@/lib/kernel/partial-date";
import {
  awardSelect,
  bodySelect,
  targetOf,
  targetSelect,
  toAward,
  type RevokedAward,
  type TargetView,
} from "../cases/queries";
import {
  canAnnul,
  canConfirm,
  canRecall,
  canWithdraw,
  evidenceVisibleTo,
  readsRevocations,
  visibleTo,
} from "./policy";
import { isInForce, isWaiting } from "./rules";
import type { RecallState, RevocationCause, RevocationState } from "./schema";

export type DecisionView = {
  id: number;
  number: string | null;
  title: string;
  signedOn: PartialDate | null;
  issuers: { id: number; name: string; nameEn: string | null }[];
  /** Whether the actor may open it. */
  linked: boolean;
};
export type Evidence = { id: number; name: string; size: number; mediaType: string };
export type StepView = {
  id: number;
  from: RevocationState | null;
  to: RevocationState;
  by: string;
  at: Date;
  reason: string | null;
};
export type RevocationView = {
  id: number;
  version: number;
  award: RevokedAward;
  target: TargetView;
  cause: RevocationCause;
  explanation: string;
  applicant: string;
  document: DecisionView;
  effectiveOn: PartialDate;
  recall: RecallState;
  recallNote: string | null;
  treatmentStoppedFrom: PartialDate | null;
  state: RevocationState;
  annulment: { document: DecisionView; reason: string; annulledOn: PartialDate } | null;
  /** The oldest first. */
  steps: StepView[];
  /** Null where the actor may not read it. */
  evidence: { revocation: Evidence[]; annulment: Evidence[] } | null;
  can: { confirm: boolean; withdraw: boolean; annul: boolean; recall: boolean; addEvidence: boolean };
};

export async function getRevocation(
  actor: Actor,
  awardId: number,
  id: number,
): Promise<RevocationView | null> {
  if (!readsRevocations(actor)) return null;
  const found = await db.awardRevocation.findFirst({
    where: { AND: [{ id, awardId }, visibleTo(actor)] },
    select: viewSelect,
  });
  if (!found) return null;
  const { document, annulmentDocument, award, recipient, member, enteredByIds, files, steps, ...facts } =
    found;
  const [readable, seen] = await Promise.all([
    db.awardRevocation.count({ where: { AND: [{ id }, evidenceVisibleTo(actor)] } }),
    db.document.findMany({
      where: { AND: [{ id: { in: [document.id, annulmentDocument?.id ?? 0] } }, visibleDocuments(actor)] },
      select: { id: true },
    }),
  ]);
  const decision = (one: typeof document): DecisionView => ({
    ...one,
    signedOn: one.signedOn as PartialDate | null,
    issuers: one.issuers.map(({ grantingBody }) => grantingBody),
    linked: seen.some(({ id: seenId }) => seenId === one.id),
  });
  const part = (of: "revocation" | "annulment") =>
    files.filter((one) => one.part === of).map(({ file }) => file);
  const standing = {
    state: award.state,
    recordingUnitPath: award.recordingUnit.path,
    revocation: { state: facts.state, enteredByIds },
  };
  const { annulmentReason, annulledOn, ...rest } = facts;
  return {
    ...rest,
    award: toAward(award),
    target: targetOf({ recipient, member }),
    document: decision(document),
    effectiveOn: rest.effectiveOn as PartialDate,
    treatmentStoppedFrom: rest.treatmentStoppedFrom as PartialDate | null,
    annulment: annulmentDocument && {
      document: decision(annulmentDocument),
      reason: annulmentReason!,
      annulledOn: annulledOn as PartialDate,
    },
    steps: steps.map(({ fromState, toState, changedBy, changedAt, ...step }) => ({
      ...step,
      from: fromState,
      to: toState,
      by: changedBy.name,
      at: changedAt,
    })),
    evidence: readable > 0 ? { revocation: part("revocation"), annulment: part("annulment") } : null,
    can: {
      confirm: canConfirm(actor, standing),
      withdraw: canWithdraw(actor, standing),
      annul: canAnnul(actor, standing),
      recall: canRecall(actor, standing),
      addEvidence: readable > 0 && (isWaiting(facts.state) || isInForce(facts.state)),
    },
  };
}

const decisionSelect = {
  select: { id: true, number: true, title: true, signedOn: true, issuers: bodySelect },
} as const;
const viewSelect = {
  ...{
    id: true,
    version: true,
    cause: true,
    explanation: true,
    applicant: true,
    effectiveOn: true,
    state: true,
  },
  ...{ recall: true, recallNote: true, treatmentStoppedFrom: true, enteredByIds: true },
  ...{ annulmentReason: true, annulledOn: true },
  ...targetSelect,
  award: { select: awardSelect },
  document: decisionSelect,
  annulmentDocument: decisionSelect,
  steps: {
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, fromState: true, toState: true, changedAt: true, reason: true },
      changedBy: { select: { name: true } },
    },
  },
  files: {
    orderBy: { position: "asc" },
    select: { part: true, file: { select: { id: true, name: true, size: true, mediaType: true } } },
  },
} satisfies Prisma.AwardRevocationSelect;
