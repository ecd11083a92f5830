import type { TitleRules } from "../rules";
import { subjectFields, type RecipientRole, type SubjectRef } from "../schema";
import type { Subject } from "../subjects/rules";

/** A title with what an award takes over from it. */
export type Title = TitleRules & {
  id: number;
  familyId: number;
  name: string;
  nameEn: string | null;
  categoryCode: string;
  validityMonths: number | null;
  organisers: number[];
};

export type NewRecipient = {
  subject: Subject;
  role: RecipientRole | null;
  share: string | null;
  bonus: string | null;
  /** What the paper says of someone without a unit or post of their own here: an outside worker. */
  unitText?: string | null;
  postText?: string | null;
};

/** A recipient as it is written down. */
export type StoredRecipient = SubjectRef &
  Pick<Subject, "name" | "unitName" | "post" | "unitId" | "unionUnitId" | "members"> &
  Pick<NewRecipient, "role" | "share" | "bonus">;

/** Whether recipients would be written down as they stand already. */
export function areWritten(stored: readonly StoredRecipient[], recipients: readonly NewRecipient[]): boolean {
  const written = stored.map(({ kind, id, name, unitName, post, unitId, unionUnitId, members, ...part }) =>
    JSON.stringify([kind, id, name, unitName, post, unitId, unionUnitId, people(members), shareOf(part)]),
  );
  const wanted = recipients.map(({ subject, unitText = null, postText = null, ...part }) => {
    const { kind, id, name, unitId, unionUnitId, members } = subject;
    const [unitName, post] = [subject.unitName ?? unitText, subject.post ?? postText];
    return JSON.stringify([
      ...[kind, id, name, unitName, post, unitId, unionUnitId],
      ...[people(members), shareOf(part)],
    ]);
  });
  return written.length === wanted.length && written.every((text, index) => text === wanted[index]);
}

function people(members: Subject["members"]) {
  return members.map(({ employeeId, name, unitName }) => [employeeId, name, unitName]);
}

function shareOf({ role, share, bonus }: Pick<NewRecipient, "role" | "share" | "bonus">) {
  return [role, share && Number(share), bonus && Number(bonus)];
}

/** A recipient as a row, with its snapshot of the time. */
export function recipientRow(
  awardId: number,
  position: number,
  { subject, role, share, bonus, unitText = null, postText = null }: NewRecipient,
) {
  const { kind, name, unitId, unionUnitId } = subject;
  return {
    ...{ awardId, position, [subjectFields[kind]]: subject.id, role, share, bonus, name },
    ...{ unitName: subject.unitName ?? unitText, post: subject.post ?? postText, unitId, unionUnitId },
  };
}

/** The people behind a collective recipient. */
export function memberRows(recipientId: number, awardId: number, members: Subject["members"]) {
  return members.map((member, place) => ({ recipientId, awardId, position: place + 1, ...member }));
}
