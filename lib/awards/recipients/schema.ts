import { subjectFields, subjectKinds, type RecipientRole, type SubjectKind } from "../schema";

/** A recipient as the form holds it. `name` is for the eye; the server takes the id alone. */
export type RecipientValue = {
  kind: SubjectKind;
  id: number;
  name: string;
  role: RecipientRole | "";
  share: string;
  bonus: string;
};

/** The form's field `recipients`: one JSON text, always written in the same order, so that equal lists have equal texts. */
export function recipientsText(recipients: readonly RecipientValue[]): string {
  return JSON.stringify(
    recipients.map(({ kind, id, name, role, share, bonus }) => ({
      [subjectFields[kind]]: id,
      name,
      role,
      share,
      bonus,
    })),
  );
}

export function readRecipients(text: string): RecipientValue[] {
  const rows = JSON.parse(text || "[]") as (Record<string, number> & {
    name: string;
    role: RecipientRole | "";
    share: string;
    bonus: string;
  })[];
  return rows.flatMap(({ name, role, share, bonus, ...ids }) => {
    const kind = subjectKinds.find((one) => subjectFields[one] in ids);
    return kind ? [{ kind, id: ids[subjectFields[kind]]!, name, role, share, bonus }] : [];
  });
}
