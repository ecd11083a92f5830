import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { readsLedger, rightsOver, visibleTo, type Rights } from "../policy";
import { named, type Named } from "../queries";
import { findDuplicates, type Duplicate } from "../review/queries";
import { isOpen, submitterOf } from "../rules";
import {
  refKey,
  subjectFields,
  type AwardSource,
  type AwardState,
  type EvidenceGrade,
  type RecipientRole,
  type SubjectKind,
  type Visibility,
} from "../schema";
import { visibleSubjects } from "../subjects/queries";

export type RecipientView = {
  id: number;
  position: number;
  kind: SubjectKind;
  subjectId: number;
  /** Whether the actor may open the subject's own page. */
  linked: boolean;
  name: string;
  unitName: string | null;
  post: string | null;
  role: RecipientRole | null;
  share: string | null;
  bonus: string | null;
  /** Whether this part in it was revoked while the rest stands. */
  struck: boolean;
  members: { employeeId: number; name: string; unitName: string | null; struck: boolean }[];
};
export type StateChange = {
  id: number;
  from: AwardState | null;
  to: AwardState;
  /** Null where it came by itself. */
  by: string | null;
  at: Date;
  reason: string | null;
};
export type AwardView = {
  id: number;
  version: number;
  state: AwardState;
  ledgerNumber: string | null;
  title: { id: number; name: string; nameEn: string | null; currentName: string };
  level: Named;
  category: Named;
  prizeLevel: Named | null;
  rank: number | null;
  awardDate: PartialDate;
  awardYear: number;
  validTo: PartialDate | null;
  bonus: string | null;
  reason: string | null;
  deeds: string | null;
  posthumous: boolean;
  source: AwardSource;
  evidenceGrade: EvidenceGrade;
  visibility: Visibility;
  demonstration: boolean;
  recordingUnit: { id: number; name: string };
  createdBy: string;
  updatedBy: string;
  createdAt: Date;
  updatedAt: Date;
  grantingBodies: { id: number; name: string; nameEn: string | null }[];
  documents: {
    id: number;
    number: string | null;
    title: string;
    signedOn: PartialDate | null;
    files: { id: number; name: string; size: number }[];
  }[];
  recipients: RecipientView[];
  /** The oldest first. */
  stateChanges: StateChange[];
  /** Other awards that look like the same one; asked while it can still be mended. */
  duplicates: Duplicate[];
  can: Rights;
};

export async function getAward(actor: Actor, id: number): Promise<AwardView | null> {
  if (!readsLedger(actor)) return null;
  const award = await db.award.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: viewFields });
  if (!award) return null;
  const recipients = award.recipients.map((one) => ({
    ...one,
    kind: one.subjectKind,
    id: one[subjectFields[one.subjectKind]]!,
  }));
  const [seen, duplicates] = await Promise.all([
    visibleSubjects(actor, recipients),
    award.state === "submitted" || isOpen(award.state) ? findDuplicates(actor, id) : [],
  ]);
  const stateChanges = award.stateChanges.map(({ id, fromState, toState, changedBy, changedAt, reason }) => ({
    id,
    from: fromState,
    to: toState,
    by: changedBy?.name ?? null,
    at: changedAt,
    reason,
  }));
  const {
    titleName,
    titleNameEn,
    title,
    grantingBodies,
    documents,
    createdBy,
    updatedBy,
    enteredByIds,
    bonus,
    ...rest
  } = award;
  return {
    ...rest,
    title: { id: title.id, name: titleName, nameEn: titleNameEn, currentName: title.name },
    level: named(award.level),
    category: named(award.category),
    prizeLevel: award.prizeLevel && named(award.prizeLevel),
    awardDate: award.awardDate as PartialDate,
    validTo: award.validTo as PartialDate | null,
    bonus: bonus?.toFixed(2) ?? null,
    recordingUnit: { id: award.recordingUnit.id, name: award.recordingUnit.name },
    createdBy: createdBy.name,
    updatedBy: updatedBy.name,
    grantingBodies: grantingBodies.map(({ grantingBody }) => grantingBody),
    documents: documents.map(({ document }) => ({
      ...document,
      signedOn: document.signedOn as PartialDate | null,
      files: document.files.map(({ file }) => file),
    })),
    recipients: award.recipients.map((one, index) => {
      const { id, position, name, unitName, post, role, members } = one;
      const { kind, id: subjectId } = recipients[index]!;
      return {
        id,
        position,
        kind,
        subjectId,
        linked: seen.has(refKey({ kind, id: subjectId })),
        name,
        unitName,
        post,
        role,
        share: one.share?.toFixed(2) ?? null,
        bonus: one.bonus?.toFixed(2) ?? null,
        struck: one.struckAt !== null,
        members: members.map(({ struckAt, ...member }) => ({ ...member, struck: struckAt !== null })),
      };
    }),
    stateChanges,
    duplicates,
    can: rightsOver(actor, {
      state: award.state,
      recordingUnitPath: award.recordingUnit.path,
      enteredByIds,
      submittedById: submitterOf(award.stateChanges),
    }),
  };
}

const names = { select: { code: true, nameZh: true, nameEn: true } } as const;
const inOrder = { position: "asc" } as const;
export const viewFields = {
  ...{
    id: true,
    version: true,
    state: true,
    ledgerNumber: true,
    titleName: true,
    titleNameEn: true,
    rank: true,
    awardDate: true,
    awardYear: true,
    validTo: true,
    bonus: true,
  },
  ...{
    reason: true,
    deeds: true,
    posthumous: true,
    source: true,
    evidenceGrade: true,
    visibility: true,
    demonstration: true,
    enteredByIds: true,
    createdAt: true,
    updatedAt: true,
  },
  title: { select: { id: true, name: true } },
  level: names,
  category: names,
  prizeLevel: names,
  recordingUnit: { select: { id: true, name: true, path: true } },
  createdBy: { select: { name: true } },
  updatedBy: { select: { name: true } },
  grantingBodies: {
    orderBy: inOrder,
    select: { grantingBody: { select: { id: true, name: true, nameEn: true } } },
  },
  documents: {
    orderBy: inOrder,
    select: {
      document: {
        select: {
          id: true,
          number: true,
          title: true,
          signedOn: true,
          files: { orderBy: inOrder, select: { file: { select: { id: true, name: true, size: true } } } },
        },
      },
    },
  },
  recipients: {
    orderBy: inOrder,
    select: {
      ...{
        id: true,
        position: true,
        subjectKind: true,
        ...{ employeeId: true, teamId: true, studioId: true, organizationId: true, achievementId: true },
        ...{ name: true, unitName: true, post: true, role: true, share: true, bonus: true, struckAt: true },
      },
      members: { orderBy: inOrder, select: { employeeId: true, name: true, unitName: true, struckAt: true } },
    },
  },
  stateChanges: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      fromState: true,
      toState: true,
      changedById: true,
      changedAt: true,
      reason: true,
      changedBy: { select: { name: true } },
    },
  },
} satisfies Prisma.AwardSelect;
