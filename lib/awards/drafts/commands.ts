import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { yearOf } from "@/lib/kernel/partial-date";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { factsOf, type DraftLinks, type DraftRow } from "../facts/rules";
import { readMentions } from "../mentions/queries";
import type { Names } from "../mentions/rules";
import { canRecordFor, recordingUnits } from "../policy";
import { writeRecipients } from "../recipients/commands";
import { recipientRows, type OpenAward } from "../recipients/queries";
import { areWritten } from "../recipients/rules";
import { checkAward, endOfValidity, zonedDay, type FieldFaults } from "../rules";
import { refKey, type AwardInput, type AwardSource, type RecipientInput, type SubjectRef } from "../schema";
import { resolveSubjects } from "../subjects/queries";
import { noHistory, subjectsOn } from "../subjects/rules";
import { writeByKey, writeRows } from "../writing/commands";
import { nextAwardIds, type AwardRows } from "../writing/queries";

export type Content = Omit<AwardInput, "key" | "recipients"> & { recipients: Named[] };
/** A recipient, with what the paper says of someone who has no unit or post of their own here. */
type Named = RecipientInput & Partial<Record<"unitText" | "postText", string | null>>;

/** What stands in the award already and may stay there, whoever edits it. */
export type Kept = { unit: number | null; documents: number[]; subjects: KeptSubject[] };
type KeptSubject = SubjectRef & { unitName: string | null; post: string | null };
export const nothingKept: Kept = { unit: null, documents: [], subjects: [] };

export type Prepared = { row: DraftRow; links: DraftLinks };

/** Finds what the form names, within the actor's sight, and asks every rule before anything is written. */
export async function prepareDraft(
  tx: Tx,
  actor: Actor,
  award: Content,
  kept: Kept,
  now: Date,
): Promise<Result<Prepared & { names: Names }>> {
  const today = zonedDay(now);
  const faults: FieldFaults = {};
  // People alone are read along with everything else; what has people behind it is read whole, by itself.
  const alone = award.recipients.every(({ kind }) => kind === "employee");
  const { title, unit, documents, names, history } = await readMentions(
    tx,
    actor,
    {
      ...{ titleId: award.titleId, unitId: award.recordingUnitId ?? kept.unit ?? ownUnit(actor) },
      ...{ documents: award.documents, grantingBodies: award.grantingBodies },
      employees: alone ? award.recipients.map(({ id }) => id) : [],
    },
    kept.documents,
  );
  const recordable = unit && (unit.id === kept.unit || canRecordFor(actor, unit.path));
  if (!recordable) faults.recordingUnitId = ["outOfScope"];
  if (documents.length < award.documents.length) faults.documents = ["outOfScope"];
  if (!title || !recordable)
    return refuse({ code: "invalid", fields: { ...faults, ...(title ? {} : { titleId: ["badId"] }) } });

  const lead = documents.find(({ id }) => id === award.documents[0]);
  const grantingBodies =
    [award.grantingBodies, lead?.issuers ?? [], title.organisers].find((ids) => ids.length > 0) ?? [];
  if (!grantingBodies.every((id) => id in names.bodies)) faults.grantingBodies = ["badId"];

  // Who stands in the award stays, seen or not.
  const standing = new Set(kept.subjects.map(refKey));
  const whole = award.recipients.every((one) => history.employee.has(one.id) || !standing.has(refKey(one)));
  const subjects =
    alone && whole
      ? subjectsOn({ ...noHistory, ...history }, award.recipients, award.awardDate, today)
      : await resolveSubjects(tx, actor, award.recipients, kept.subjects, award.awardDate, today);
  const recipients = award.recipients.map((one) => ({ ...one, subject: subjects.get(refKey(one)) ?? null }));
  const levelCode = award.levelCode ?? (title.levels.length === 1 ? title.levels[0]! : null);
  const fields = { ...faults, ...checkAward({ ...award, levelCode, recipients }, title, today) };
  if (Object.keys(fields).length > 0 || levelCode === null) return refuse({ code: "invalid", fields });

  const { titleId, prizeLevelCode, rank, awardDate, bonus, reason, deeds } = award;
  const { posthumous, evidenceGrade, visibility } = award;
  return ok({
    names,
    row: {
      ...{ titleId, levelCode, prizeLevelCode, rank, awardDate, bonus, reason, deeds },
      ...{ posthumous, evidenceGrade, visibility, recordingUnitId: unit.id },
      ...{ titleName: title.name, titleNameEn: title.nameEn, categoryCode: title.categoryCode },
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
  names: Names,
  ids?: readonly number[],
): Promise<number[]> {
  if (drafts.length === 0) return [];
  const known = ids ?? (await nextAwardIds(tx, drafts.length));
  const rows = await draftRows(
    tx,
    actor,
    source,
    names,
    drafts.map((draft, index) => ({ ...draft, awardId: known[index]! })),
  );
  await writeRows(tx, actor, "awards.created", rows);
  return [...known];
}

/** The rows of prepared drafts. */
async function draftRows(
  tx: Tx,
  actor: Actor,
  source: AwardSource,
  names: Names,
  drafts: readonly (Prepared & { awardId: number })[],
): Promise<AwardRows> {
  const { recipients, members } = await recipientRows(
    tx,
    drafts.map(({ awardId, links }) => ({ awardId, recipients: links.recipients })),
  );
  const entered = { source, state: "draft", enteredById: actor.userId };
  const linked = <Row>(rows: (links: DraftLinks, awardId: number) => Row[]) =>
    JSON.stringify(drafts.flatMap(({ links, awardId }) => rows(links, awardId)));
  return {
    awards: JSON.stringify(drafts.map(({ row, awardId }) => ({ ...row, ...entered, id: awardId }))),
    ...{ recipients: JSON.stringify(recipients), members: JSON.stringify(members) },
    documents: linked(({ documents }, awardId) =>
      documents.map((documentId, index) => ({ awardId, position: index + 1, documentId })),
    ),
    bodies: linked(({ grantingBodies }, awardId) =>
      grantingBodies.map((grantingBodyId, index) => ({ awardId, position: index + 1, grantingBodyId })),
    ),
    events: JSON.stringify(drafts.map((draft) => ({ nounId: draft.awardId, after: factsOf(draft, names) }))),
  };
}

/** A prepared draft and its key, by one statement, which gives it its id; null where the key was taken already. */
export async function writeDraftByKey(
  actor: Actor,
  key: { key: string; bodyHash: string },
  { names, ...draft }: Prepared & { names: Names },
): Promise<number | null> {
  const rows = await draftRows(db, actor, "manual", names, [{ ...draft, awardId: 0 }]);
  return writeByKey(actor, "awards.created", key, rows);
}

/** Where somebody records who names no unit. */
function ownUnit({ grants }: Actor): number | null {
  const own =
    grants.find(({ role }) => role === "recorder") ?? grants.find(({ role }) => role === "union_admin");
  return own?.organizationId ?? null;
}

/** The unit named, if the actor may record for it; the actor's first one where none is named. */
export async function findUnit(tx: Tx, actor: Actor, id: number | null): Promise<{ id: number } | null> {
  return tx.organization.findFirst({
    where: { AND: [{ id: id ?? ownUnit(actor) ?? 0 }, recordingUnits(actor)] },
    select: { id: true },
  });
}

/** What hangs on a draft, where it is other than what stands there. */
export async function writeLinks(
  tx: Tx,
  awardId: number,
  stored: Pick<OpenAward, "documents" | "grantingBodies" | "recipients">,
  { documents, grantingBodies, recipients }: DraftLinks,
): Promise<void> {
  if (String(documents) !== String(stored.documents)) {
    await tx.awardDocument.deleteMany({ where: { awardId } });
    await tx.awardDocument.createMany({
      data: documents.map((documentId, index) => ({ awardId, position: index + 1, documentId })),
    });
  }
  if (String(grantingBodies) !== String(stored.grantingBodies)) {
    await tx.awardGrantingBody.deleteMany({ where: { awardId } });
    await tx.awardGrantingBody.createMany({
      data: grantingBodies.map((grantingBodyId, index) => ({ awardId, position: index + 1, grantingBodyId })),
    });
  }
  if (!areWritten(stored.recipients, recipients)) await writeRecipients(tx, awardId, recipients);
}
