import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { recipientFact, type RecipientFact } from "../facts/rules";
import { readMentions } from "../mentions/queries";
import { checkAward, checkComplete, zonedDay } from "../rules";
import { refKey } from "../schema";
import { resolveSubjects } from "../subjects/queries";
import { noHistory, subjectsOn } from "../subjects/rules";
import { readOpenAward, recipientRows, type OpenAward } from "./queries";
import { areWritten, type NewRecipient } from "./rules";

/** Writes the recipients of an award in their order, with their snapshots and the people behind them, in place of what stood there. */
export async function writeRecipients(
  tx: Tx,
  awardId: number,
  recipients: readonly NewRecipient[],
): Promise<void> {
  await tx.awardMember.deleteMany({ where: { awardId } });
  await tx.awardRecipient.deleteMany({ where: { awardId } });
  const rows = await recipientRows(tx, [{ awardId, recipients }]);
  await tx.awardRecipient.createMany({ data: rows.recipients });
  if (rows.members.length > 0) await tx.awardMember.createMany({ data: rows.members });
}

export type Refreshed = {
  /** The title's part of the row. */
  title: Pick<OpenAward, "titleName" | "titleNameEn" | "categoryCode">;
  recipients: RecipientFact[];
};

/**
 * Looks at title and recipients anew before an award is submitted: every rule again, and the snapshots of today's knowledge. What
 * stands there as it would be written is left alone.
 */
export async function refreshSnapshots(
  tx: Tx,
  actor: Actor,
  awardId: number,
  now: Date,
): Promise<Result<Refreshed>> {
  const award = await readOpenAward(tx, awardId);
  const today = zonedDay(now);
  const { title, subjects } = await readAnew(tx, actor, award, today);
  const recipients = award.recipients.map((one) => ({
    ...{ kind: one.kind, id: one.id, role: one.role, share: one.share, bonus: one.bonus },
    ...{ unitText: one.unitName, postText: one.post, subject: subjects.get(refKey(one)) ?? null },
  }));
  const { reason, unresolved, documents } = award;
  const count = { recipients: recipients.length, documents: documents.length };
  const complete = checkComplete({ ...count, reason, unresolved });
  const fields = title && { ...checkAward({ ...award, recipients }, title, today), ...complete };
  if (!title || !fields || Object.keys(fields).length > 0)
    return refuse({ code: "invalid", fields: fields ?? { titleId: ["badId"] } });
  const known = recipients.map((one) => ({ ...one, subject: one.subject! }));
  if (!areWritten(award.recipients, known)) await writeRecipients(tx, awardId, known);
  const { name: titleName, nameEn: titleNameEn, categoryCode } = title;
  return ok({ title: { titleName, titleNameEn, categoryCode }, recipients: known.map(recipientFact) });
}

/** Title and subjects as they are known today. Whoever stands in the award stays, seen or not. */
async function readAnew(tx: Tx, actor: Actor, { titleId, recipients, awardDate }: OpenAward, today: string) {
  const alone = recipients.every(({ kind }) => kind === "employee");
  const { title, history } = await readMentions(
    tx,
    actor,
    {
      ...{ titleId, unitId: null, documents: [], grantingBodies: [] },
      employees: alone ? recipients.map(({ id }) => id) : [],
    },
    [],
  );
  const subjects =
    alone && recipients.every(({ id }) => history.employee.has(id))
      ? subjectsOn({ ...noHistory, ...history }, recipients, awardDate, today)
      : await resolveSubjects(tx, actor, recipients, recipients, awardDate, today);
  return { title, subjects };
}
