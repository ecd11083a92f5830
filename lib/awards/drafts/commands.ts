import { recordEvents } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { visibleTo as visibleDocuments } from "@/lib/documents/policy";
import { yearOf } from "@/lib/kernel/partial-date";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { recordingUnits } from "../policy";
import { addRecipients, writeRecipients, type NewRecipient } from "../recipients/commands";
import { readTitle } from "../recipients/queries";
import { checkAward, endOfValidity, zonedDay, type FieldFaults } from "../rules";
import { refKey, type AwardInput, type AwardSource, type RecipientInput, type SubjectRef } from "../schema";
import { resolveSubjects } from "../subjects/queries";
import { listAwardFacts, nextAwardIds } from "./queries";

export type Content = Omit<AwardInput, "key" | "recipients"> & { recipients: Named[] };
/** A recipient, with what the paper says of someone who has no unit or post of their own here. */
type Named = RecipientInput & Partial<Record<"unitText" | "postText", string | null>>;

/** What stands in the award already and may stay there, whoever edits it. */
export type Kept = { unit: number | null; documents: number[]; subjects: KeptSubject[] };
type KeptSubject = SubjectRef & { unitName: string | null; post: string | null };
export const nothingKept: Kept = { unit: null, documents: [], subjects: [] };

export type Links = { documents: number[]; grantingBodies: number[]; recipients: NewRecipient[] };
export type Prepared = {
  row: Omit<Prisma.AwardUncheckedCreateInput, "source" | "createdById" | "updatedById">;
  links: Links;
};

/** Finds what the form names, within the actor's sight, and asks every rule before anything is written. */
export async function prepareDraft(
  tx: Tx,
  actor: Actor,
  award: Content,
  kept: Kept,
  now: Date,
): Promise<Result<Prepared>> {
  const today = zonedDay(now);
  const faults: FieldFaults = {};
  const unit = await findUnit(tx, actor, award.recordingUnitId ?? kept.unit, kept.unit);
  if (!unit) faults.recordingUnitId = ["outOfScope"];
  const documents = await tx.document.findMany({
    where: {
      AND: [
        { id: { in: award.documents } },
        { OR: [{ id: { in: kept.documents } }, visibleDocuments(actor)] },
      ],
    },
    select: { id: true, issuers: { orderBy: { position: "asc" }, select: { grantingBodyId: true } } },
  });
  if (documents.length < award.documents.length) faults.documents = ["outOfScope"];
  const title = await readTitle(tx, award.titleId);
  if (!title || !unit)
    return refuse({ code: "invalid", fields: { ...faults, ...(title ? {} : { titleId: ["badId"] }) } });

  const lead = documents.find(({ id }) => id === award.documents[0]);
  const issuers = lead?.issuers.map(({ grantingBodyId }) => grantingBodyId) ?? [];
  const grantingBodies =
    [award.grantingBodies, issuers, title.organisers].find((ids) => ids.length > 0) ?? [];
  if ((await tx.grantingBody.count({ where: { id: { in: grantingBodies } } })) < grantingBodies.length)
    faults.grantingBodies = ["badId"];

  const subjects = await resolveSubjects(tx, actor, award.recipients, kept.subjects, award.awardDate, today);
  const recipients = award.recipients.map((one) => ({ ...one, subject: subjects.get(refKey(one)) ?? null }));
  const levelCode = award.levelCode ?? (title.levels.length === 1 ? title.levels[0]! : null);
  const fields = { ...faults, ...checkAward({ ...award, levelCode, recipients }, title, today) };
  if (Object.keys(fields).length > 0 || levelCode === null) return refuse({ code: "invalid", fields });

  const {
    titleId,
    prizeLevelCode,
    rank,
    awardDate,
    bonus,
    reason,
    deeds,
    posthumous,
    evidenceGrade,
    visibility,
  } = award;
  return ok({
    row: {
      ...{
        titleId,
        levelCode,
        prizeLevelCode,
        rank,
        awardDate,
        bonus,
        reason,
        deeds,
        posthumous,
        evidenceGrade,
        visibility,
      },
      ...{
        titleName: title.name,
        titleNameEn: title.nameEn,
        categoryCode: title.categoryCode,
        recordingUnitId: unit.id,
      },
      awardYear: award.awardYear ?? yearOf(awardDate),
      validTo: award.validTo ?? endOfValidity(awardDate, title.validityMonths),
    },
    links: {
      documents: award.documents,
      grantingBodies,
      recipients: recipients.map((one) => {
        const was = kept.subjects.find((other) => refKey(other) === refKey(one));
        return {
          ...one,
          subject: one.subject!,
          ...textsOf(was ? { unitText: was.unitName, postText: was.post } : one),
        };
      }),
    },
  });
}

function textsOf({ unitText, postText }: Partial<Record<"unitText" | "postText", string | null>>) {
  return { unitText: unitText ?? null, postText: postText ?? null };
}

/** Writes prepared drafts, one or a whole list of them, each with its state and its event; gives their ids in the same order. */
export async function writeDrafts(
  tx: Tx,
  actor: Actor,
  drafts: readonly Prepared[],
  source: AwardSource,
): Promise<number[]> {
  const ids = await nextAwardIds(tx, drafts.length);
  const by = { createdById: actor.userId, updatedById: actor.userId };
  const each = <Row>(rows: (links: Links, awardId: number) => Row[]) =>
    drafts.flatMap(({ links }, index) => rows(links, ids[index]!));
  await tx.award.createMany({
    data: drafts.map(({ row }, index) => ({ ...row, id: ids[index]!, source, ...by })),
  });
  await tx.awardStateChange.createMany({
    data: ids.map((awardId) => ({ awardId, toState: "draft" as const, changedById: actor.userId })),
  });
  await tx.awardDocument.createMany({
    data: each(({ documents }, awardId) =>
      documents.map((documentId, index) => ({ awardId, position: index + 1, documentId })),
    ),
  });
  await tx.awardGrantingBody.createMany({
    data: each(({ grantingBodies }, awardId) =>
      grantingBodies.map((grantingBodyId, index) => ({ awardId, position: index + 1, grantingBodyId })),
    ),
  });
  await addRecipients(
    tx,
    each(({ recipients }, awardId) => [{ awardId, recipients }]),
  );
  const written = await listAwardFacts(tx, ids);
  await recordEvents(
    tx,
    actor,
    written.map(({ id, facts }) => ({ event: "awards.created", noun: "awards", nounId: id, after: facts })),
  );
  return ids;
}

/** The unit named, if the actor may record for it (or it is the award's own); the actor's first one where none is named. */
export async function findUnit(
  tx: Tx,
  actor: Actor,
  id: number | null,
  kept: number | null,
): Promise<{ id: number } | null> {
  if (id !== null)
    return tx.organization.findFirst({
      where: { AND: [{ id }, { OR: [{ id: kept ?? 0 }, recordingUnits(actor)] }] },
      select: { id: true },
    });
  const own =
    actor.grants.find(({ role }) => role === "recorder") ??
    actor.grants.find(({ role }) => role === "union_admin");
  return own?.organizationId ? { id: own.organizationId } : null;
}

export async function writeLinks(
  tx: Tx,
  awardId: number,
  { documents, grantingBodies, recipients }: Links,
): Promise<void> {
  await tx.awardDocument.deleteMany({ where: { awardId } });
  await tx.awardDocument.createMany({
    data: documents.map((documentId, index) => ({ awardId, position: index + 1, documentId })),
  });
  await tx.awardGrantingBody.deleteMany({ where: { awardId } });
  await tx.awardGrantingBody.createMany({
    data: grantingBodies.map((grantingBodyId, index) => ({ awardId, position: index + 1, grantingBodyId })),
  });
  await writeRecipients(tx, awardId, recipients);
}
