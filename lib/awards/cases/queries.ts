import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { canRevoke, visibleTo as visibleAwards } from "../policy";
import { named, type Named } from "../queries";
import { targetText } from "../revocations/schema";
import type { AwardState, SubjectKind } from "../schema";

/** Who is struck: nobody in particular where the whole award is revoked. */
export type TargetView =
  | { kind: "award" }
  | { kind: "recipient"; subject: SubjectKind; name: string; unitName: string | null; post: string | null }
  | { kind: "member"; name: string; unitName: string | null; of: string };
export type RevokedAward = {
  id: number;
  ledgerNumber: string | null;
  titleName: string;
  titleNameEn: string | null;
  prizeLevel: Named | null;
  level: Named;
  awardDate: PartialDate;
  state: AwardState;
  recordingUnitName: string;
  grantingBodies: { id: number; name: string; nameEn: string | null }[];
  documentNumbers: string[];
  recipients: { id: number; name: string; unitName: string | null; post: string | null }[];
};

/** What a new case begins with. */
export type RevocationStart = {
  award: RevokedAward;
  /** Recipients and members that stand, as the form's field names them. */
  targets: { value: string; name: string; unitName: string | null; of: string | null }[];
};

export async function getRevocationStart(actor: Actor, awardId: number): Promise<RevocationStart | null> {
  const award = await db.award.findFirst({
    where: { AND: [{ id: awardId }, visibleAwards(actor)] },
    select: awardSelect,
  });
  if (!award) return null;
  const standing = { state: award.state, recordingUnitPath: award.recordingUnit.path };
  if (!canRevoke(actor, standing)) return null;
  const recipients = award.recipients.filter(({ struckAt }) => struckAt === null);
  const targets = recipients.flatMap(({ id: recipientId, name, unitName, members }) => [
    ...(recipients.length > 1
      ? [{ value: targetText({ kind: "recipient", recipientId }), name, unitName, of: null }]
      : []),
    ...members
      .filter(({ struckAt }) => struckAt === null)
      .map((member) => ({
        value: targetText({ kind: "member", recipientId, position: member.position }),
        name: member.name,
        unitName: member.unitName,
        of: name,
      })),
  ]);
  return { award: toAward(award), targets };
}

const valueSelect = { select: { code: true, nameZh: true, nameEn: true } } as const;
const inOrder = { position: "asc" } as const;
export const bodySelect = {
  orderBy: inOrder,
  select: { grantingBody: { select: { id: true, name: true, nameEn: true } } },
} as const;
export const awardSelect = {
  ...{ id: true, ledgerNumber: true, titleName: true, titleNameEn: true, awardDate: true, state: true },
  prizeLevel: valueSelect,
  level: valueSelect,
  recordingUnit: { select: { name: true, path: true } },
  grantingBodies: bodySelect,
  documents: { orderBy: inOrder, select: { document: { select: { number: true } } } },
  recipients: {
    orderBy: inOrder,
    select: {
      ...{ id: true, name: true, unitName: true, post: true, struckAt: true },
      members: { orderBy: inOrder, select: { position: true, name: true, unitName: true, struckAt: true } },
    },
  },
} satisfies Prisma.AwardSelect;
export const targetSelect = {
  recipient: { select: { subjectKind: true, name: true, unitName: true, post: true } },
  member: { select: { name: true, unitName: true } },
} satisfies Prisma.AwardRevocationSelect;

type StoredTarget = Prisma.AwardRevocationGetPayload<{ select: typeof targetSelect }>;

export function targetOf({ recipient, member }: StoredTarget): TargetView {
  if (!recipient) return { kind: "award" };
  if (member) return { kind: "member", ...member, of: recipient.name };
  const { subjectKind, ...rest } = recipient;
  return { kind: "recipient", subject: subjectKind, ...rest };
}

export function toAward(award: Prisma.AwardGetPayload<{ select: typeof awardSelect }>): RevokedAward {
  const { recordingUnit, grantingBodies, documents, recipients, prizeLevel, level, ...rest } = award;
  return {
    ...rest,
    awardDate: award.awardDate as PartialDate,
    prizeLevel: prizeLevel && named(prizeLevel),
    level: named(level),
    recordingUnitName: recordingUnit.name,
    grantingBodies: grantingBodies.map(({ grantingBody }) => grantingBody),
    documentNumbers: documents.flatMap(({ document }) => document.number ?? []),
    recipients: recipients.map(({ id, name, unitName, post }) => ({ id, name, unitName, post })),
  };
}
