import type { Actor } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { checkAward, checkComplete, zonedDay } from "../rules";
import { refKey, subjectFields, type RecipientRole } from "../schema";
import { resolveSubjects } from "../subjects/queries";
import type { Subject } from "../subjects/rules";
import { readTitle } from "./queries";

export type NewRecipient = {
  subject: Subject;
  role: RecipientRole | null;
  share: string | null;
  bonus: string | null;
  /** What the paper says of someone without a unit or post of their own here: an outside worker. */
  unitText?: string | null;
  postText?: string | null;
};

/** Writes the recipients of an award in their order, with their snapshots and the people behind them, in place of what stood there. */
export async function writeRecipients(
  tx: Tx,
  awardId: number,
  recipients: readonly NewRecipient[],
): Promise<void> {
  await tx.awardMember.deleteMany({ where: { awardId } });
  await tx.awardRecipient.deleteMany({ where: { awardId } });
  await addRecipients(tx, [{ awardId, recipients }]);
}

/** The recipients of awards that have none yet, however many awards there are. */
export async function addRecipients(
  tx: Tx,
  awards: readonly { awardId: number; recipients: readonly NewRecipient[] }[],
): Promise<void> {
  const written = await tx.awardRecipient.createManyAndReturn({
    data: awards.flatMap(({ awardId, recipients }) =>
      recipients.map(({ subject, role, share, bonus, unitText, postText }, index) => ({
        ...{ awardId, position: index + 1, role, share, bonus },
        [subjectFields[subject.kind]]: subject.id,
        ...{
          name: subject.name,
          unitName: subject.unitName ?? unitText ?? null,
          post: subject.post ?? postText ?? null,
          unitId: subject.unitId,
          unionUnitId: subject.unionUnitId,
        },
      })),
    ),
    select: { id: true, awardId: true, position: true },
  });
  const idAt = new Map(written.map(({ id, awardId, position }) => [`${awardId}.${position}`, id]));
  await tx.awardMember.createMany({
    data: awards.flatMap(({ awardId, recipients }) =>
      recipients.flatMap(({ subject }, index) =>
        subject.members.map((member, place) => ({
          recipientId: idAt.get(`${awardId}.${index + 1}`)!,
          awardId,
          position: place + 1,
          ...member,
        })),
      ),
    ),
  });
}

/** Looks at title and recipients anew before an award is submitted: every rule again, and the snapshots of today's knowledge. */
export async function refreshSnapshots(
  tx: Tx,
  actor: Actor,
  awardId: number,
  now: Date,
): Promise<Result<Prisma.AwardUncheckedUpdateManyInput>> {
  const award = await tx.award.findUniqueOrThrow({
    where: { id: awardId },
    select: {
      ...{
        titleId: true,
        levelCode: true,
        prizeLevelCode: true,
        awardDate: true,
        validTo: true,
        bonus: true,
        reason: true,
      },
      recipients: {
        orderBy: { position: "asc" },
        select: {
          subjectKind: true,
          employeeId: true,
          teamId: true,
          studioId: true,
          organizationId: true,
          achievementId: true,
          role: true,
          share: true,
          bonus: true,
          unitName: true,
          post: true,
        },
      },
      _count: { select: { documents: true, unresolved: { where: { state: "open" } } } },
    },
  });
  const today = zonedDay(now);
  const date = award.awardDate as PartialDate;
  const refs = award.recipients.map((one) => ({
    kind: one.subjectKind,
    id: one[subjectFields[one.subjectKind]]!,
  }));
  const title = await readTitle(tx, award.titleId);
  const subjects = await resolveSubjects(tx, actor, refs, refs, date, today);
  const recipients = award.recipients.map(({ role, share, bonus, unitName, post }, index) => ({
    ...refs[index]!,
    ...{ unitText: unitName, postText: post },
    ...{ role, share: share?.toFixed(2) ?? null, bonus: bonus?.toFixed(2) ?? null },
    subject: subjects.get(refKey(refs[index]!)) ?? null,
  }));
  const facts = {
    ...award,
    awardDate: date,
    validTo: award.validTo as PartialDate | null,
    bonus: award.bonus?.toFixed(2) ?? null,
    recipients,
  };
  const complete = checkComplete({
    recipients: recipients.length,
    documents: award._count.documents,
    unresolved: award._count.unresolved,
    reason: award.reason,
  });
  const fields = title && { ...checkAward(facts, title, today), ...complete };
  if (!title || !fields || Object.keys(fields).length > 0)
    return refuse({ code: "invalid", fields: fields ?? { titleId: ["badId"] } });
  await writeRecipients(
    tx,
    awardId,
    recipients.map((one) => ({ ...one, subject: one.subject! })),
  );
  return ok({ titleName: title.name, titleNameEn: title.nameEn, categoryCode: title.categoryCode });
}
