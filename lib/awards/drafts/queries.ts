import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { recipientsText } from "../recipients/schema";
import { getAward, viewFields } from "../record/queries";
import { refKey, subjectFields, type SubjectKind } from "../schema";

export type Item = { id: number; label: string; hint?: string };
type FormText =
  | "levelCode"
  | "prizeLevelCode"
  | "rank"
  | "awardDate"
  | "awardYear"
  | "validTo"
  | "bonus"
  | "reason"
  | "deeds"
  | "posthumous"
  | "evidenceGrade"
  | "visibility"
  | "recipients";
/** An award as its form holds it: plain texts by the names of the fields. */
export type AwardForm = Record<FormText, string> & {
  id: number;
  version: number;
  titleId: Item;
  recordingUnitId: Item;
  documents: Item[];
  grantingBodies: Item[];
  /** What tells a recipient from a namesake, by refKey. */
  hints: Record<string, string>;
  /** Who changed it last, and when. */
  changedBy: string;
  changedAt: Date;
};

/** A draft for its form; null where the actor may not edit it. */
export async function getAwardForm(actor: Actor, id: number): Promise<AwardForm | null> {
  const award = await getAward(actor, id);
  return award?.can.edit ? readForm(db, id) : null;
}

export async function readForm(tx: Tx, id: number): Promise<AwardForm> {
  const award = await tx.award.findFirstOrThrow({ where: { id }, select: viewFields });
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    ...{
      id,
      version: award.version,
      levelCode: award.level.code,
      awardDate: award.awardDate,
      awardYear: text(award.awardYear),
      posthumous: text(String(award.posthumous)),
    },
    ...{
      prizeLevelCode: award.prizeLevel?.code ?? "",
      rank: text(award.rank),
      validTo: text(award.validTo),
      bonus: award.bonus?.toFixed(2) ?? "",
    },
    ...{
      reason: text(award.reason),
      deeds: text(award.deeds),
      evidenceGrade: award.evidenceGrade,
      visibility: award.visibility,
    },
    titleId: { id: award.title.id, label: award.title.name },
    recordingUnitId: { id: award.recordingUnit.id, label: award.recordingUnit.name },
    documents: award.documents.map(({ document }) => ({
      id: document.id,
      label: document.number ?? document.title,
      hint: document.number ? document.title : undefined,
    })),
    grantingBodies: award.grantingBodies.map(({ grantingBody }) => ({
      id: grantingBody.id,
      label: grantingBody.name,
    })),
    recipients: recipientsText(
      award.recipients.map((one) => ({
        ...{
          kind: one.subjectKind,
          id: one[subjectFields[one.subjectKind]]!,
          name: one.name,
          role: one.role ?? "",
        },
        ...{ share: one.share?.toFixed(2) ?? "", bonus: one.bonus?.toFixed(2) ?? "" },
      })),
    ),
    hints: await hintsOf(tx, award.recipients),
    ...{ changedBy: award.updatedBy.name, changedAt: award.updatedAt },
  };
}

type Told = Record<(typeof subjectFields)[SubjectKind], number | null> & {
  subjectKind: SubjectKind;
  unitName: string | null;
  post: string | null;
};

/** Unit and post at the time; for people the work number too, which tells namesakes apart. */
async function hintsOf(tx: Tx, recipients: readonly Told[]): Promise<Record<string, string>> {
  const ids = recipients.flatMap(({ employeeId }) => employeeId ?? []);
  const people = await tx.employee.findMany({
    where: { id: { in: ids } },
    select: { id: true, workNumber: true },
  });
  const workNumber = new Map(people.map((one) => [one.id, one.workNumber]));
  return Object.fromEntries(
    recipients.map((one) => {
      const ref = { kind: one.subjectKind, id: one[subjectFields[one.subjectKind]]! };
      const number = one.employeeId === null ? null : workNumber.get(one.employeeId);
      return [refKey(ref), [one.unitName, one.post, number].filter(Boolean).join(" · ")];
    }),
  );
}
