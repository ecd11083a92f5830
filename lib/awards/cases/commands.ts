import type { AuditEventName } from "@/lib/audit/events";
import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { visibleTo as visibleDocuments } from "@/lib/documents/policy";
import type { DocumentKind } from "@/lib/documents/schema";
import { type Fault, ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import {
  canAnnul,
  canConfirm,
  canWithdraw,
  confirmableBy,
  confirms,
  recordableBy,
  revokes,
  visibleTo,
  type CaseStanding,
} from "../revocations/policy";
import type { RecallState, RevocationState, Step } from "../revocations/schema";
import { submitterOf } from "../rules";
import { decidesOnAward } from "../strikes/queries";

export type Moved = Result<{ id: number; version: number }>;
type Refusal = { ok: false; fault: Fault };

/** A case as its commands need it. */
export type FoundCase = CaseStanding & {
  id: number;
  version: number;
  awardId: number;
  recipientId: number | null;
  memberPosition: number | null;
  effectiveOn: string;
  recall: RecallState;
  recallNote: string | null;
  documentId: number;
  /** Who is struck; null where it is the award as a whole. */
  name: string | null;
  titleName: string;
  /** 文号 of the decision, and of the one that annuls it. */
  cited: string;
  annulmentCited: string | null;
  createdById: number;
  submittedById: number | null;
};

type Move = {
  from: RevocationState;
  to: RevocationState;
  event: AuditEventName;
  /** Who takes this step: whoever may confirm it, whoever entered what waits, or who may annul it. */
  by: "confirmer" | "enterer" | "annuller";
  data?: Prisma.AwardRevocationUncheckedUpdateManyInput;
  after?: Record<string, unknown>;
  check?: (found: FoundCase) => Refusal | null | Promise<Refusal | null>;
  /** What is to be done on the award, and whatever else belongs to the step. */
  effect?: (found: FoundCase) => Promise<Result<void>>;
  tell?: (found: FoundCase) => Promise<void>;
};

/** One step of a case, with its row and its event. Of two who take it at once one does; the other is told. */
export async function moveCase(
  tx: Tx,
  actor: Actor,
  { id, version, reason }: Step,
  { from, to, event, by, data, after, check, effect, tell }: Move,
): Promise<Moved> {
  if (!(by === "confirmer" ? confirms(actor) : revokes(actor))) return refuse({ code: "forbidden" });
  const found = await findCase(tx, actor, id);
  if (!found) return refuse({ code: "not_found" });
  if (found.revocation.state !== from)
    return refuse({ code: "conflict", detail: { message: "alreadyDecided" } });
  if (by === "confirmer" && found.revocation.enteredByIds.includes(actor.userId))
    return refuse({ code: "forbidden", detail: { message: "sameConfirmer" } });
  const may = { confirmer: canConfirm, enterer: canWithdraw, annuller: canAnnul }[by];
  if (!may(actor, found)) return refuse({ code: "forbidden" });
  const refused = await check?.(found);
  if (refused) return refused;

  const { count } = await tx.awardRevocation.updateMany({
    where: {
      AND: [{ id, version, state: from }, by === "confirmer" ? confirmableBy(actor) : recordableBy(actor)],
    },
    data: { ...data, state: to, version: { increment: 1 } },
  });
  if (count === 0) return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
  await tx.awardRevocationStep.create({
    data: { revocationId: id, toState: to, changedById: actor.userId, reason },
    select: { id: true },
  });
  const done = await effect?.(found);
  if (done && !done.ok) return done;
  await recordEvent(tx, actor, {
    ...{ event, noun: "award_revocations", nounId: id, reason },
    before: { state: from },
    after: { state: to, ...after },
  });
  await tell?.(found);
  return ok({ id, version: version + 1 });
}

export async function findCase(tx: Tx, actor: Actor, id: number): Promise<FoundCase | null> {
  const found = await tx.awardRevocation.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: foundSelect,
  });
  if (!found) return null;
  const { award, recipient, member, document, annulmentDocument, state, enteredByIds, ...facts } = found;
  const cite = ({ number, title }: { number: string | null; title: string }) => number ?? title;
  return {
    ...facts,
    state: award.state,
    recordingUnitPath: award.recordingUnit.path,
    revocation: { state, enteredByIds },
    name: member?.name ?? recipient?.name ?? null,
    titleName: award.titleName,
    cited: cite(document),
    annulmentCited: annulmentDocument && cite(annulmentDocument),
    createdById: award.createdById,
    submittedById: submitterOf(award.stateChanges),
  };
}

/** Why a document cannot decide on the award: unknown to the actor, of another kind, or of a body that has no say in it. */
export async function decisionRefusal(
  tx: Tx,
  actor: Actor,
  documentId: number,
  awardId: number,
  kinds: readonly DocumentKind[],
): Promise<Refusal | null> {
  const document = await tx.document.findFirst({
    where: { AND: [{ id: documentId }, visibleDocuments(actor)] },
    select: { kind: true },
  });
  if (!document) return refuseField("documentId", "unknownValue");
  if (!kinds.includes(document.kind))
    return refuseField("documentId", kinds.length === 1 ? "notRevocationDocument" : "notAnnulmentDocument");
  return (await decidesOnAward(tx, documentId, awardId)) ? null : refuseField("documentId", "issuerHasNoSay");
}

const paper = { select: { number: true, title: true } } as const;
const foundSelect = {
  ...{ id: true, version: true, awardId: true, recipientId: true, memberPosition: true, state: true },
  ...{ effectiveOn: true, recall: true, recallNote: true, documentId: true, enteredByIds: true },
  recipient: { select: { name: true } },
  member: { select: { name: true } },
  document: paper,
  annulmentDocument: paper,
  award: {
    select: {
      ...{ state: true, titleName: true, createdById: true },
      recordingUnit: { select: { path: true } },
      stateChanges: { orderBy: { id: "asc" }, select: { toState: true, changedById: true } },
    },
  },
} satisfies Prisma.AwardRevocationSelect;
