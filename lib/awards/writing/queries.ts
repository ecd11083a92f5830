import type { Tx } from "@/lib/db/transaction";
import type { NewDocument } from "@/lib/documents/intake/rules";
import type { IntakeWrite } from "@/lib/kernel/intake";
import type { IntakeSession } from "../intake/queries";
import { cited } from "../facts/rules";
import type { IntakeValues } from "../intake/schema";
import { memberRows } from "../recipients/rules";
import type { Title } from "../recipients/rules";
import { endOfValidity } from "../rules";
import { subjectFields } from "../schema";
import { readHistory } from "../subjects/queries";
import { subjectOn, type Subject } from "../subjects/rules";

/** Rows of one writing, each list a JSON text, its fields called as Prisma calls them. */
export type AwardRows = Record<
  "awards" | "recipients" | "members" | "documents" | "bodies" | "events",
  string
>;

/** Rows made ready to be written: everything known but the ids of documents that are still to be made. Lists are JSON texts. */
export type PreparedAwards = {
  awards: { position: number; id: number }[];
  documents: { award: number; document: number }[];
  /** Documents to be made, and by which awards. */
  wanted: { award: number; document: NewDocument }[];
  rows: Omit<AwardRows, "documents">;
};

type Draft = { id: number; position: number; values: IntakeValues; title: Title; subjects: Subject[] };

/**
 * The snapshots of this moment for rows that the check found new. Reads alone, so that it may be done beside the writing of other
 * rows. One that names a title or somebody who is no longer there is left out.
 */
export async function prepareAwards(
  reader: Tx,
  session: IntakeSession,
  rows: readonly IntakeWrite[],
): Promise<PreparedAwards> {
  const drafts = await draftsOf(reader, session, rows);
  const recipients = await recipientRows(reader, drafts);
  const citations = await citationsOf(reader, drafts);
  const bodies = drafts.flatMap(({ id, values }) =>
    values.grantingBodies.map((grantingBodyId, index) => ({
      awardId: id,
      position: index + 1,
      grantingBodyId,
    })),
  );
  const documents = drafts.flatMap(({ id, values: { document } }) =>
    document ? [{ award: id, document }] : [],
  );
  const text = (list: readonly object[]) => JSON.stringify(list);
  return {
    awards: drafts.map(({ position, id }) => ({ position, id })),
    documents: documents.flatMap(({ award, document }) =>
      "id" in document ? [{ award, document: document.id }] : [],
    ),
    wanted: documents.flatMap(({ award, document }) => ("id" in document ? [] : [{ award, document }])),
    rows: {
      awards: text(drafts.map((draft) => awardRow(session, draft))),
      recipients: text(recipients.map(({ members: _members, ...row }) => row)),
      members: text(recipients.flatMap(({ id, awardId, members }) => memberRows(id, awardId, members))),
      bodies: text(bodies),
      events: text(drafts.map((draft) => ({ nounId: draft.id, after: factsOf(session, draft, citations) }))),
    },
  };
}

async function draftsOf(reader: Tx, session: IntakeSession, rows: readonly IntakeWrite[]): Promise<Draft[]> {
  const { titles, sight, today } = session;
  const valuesOf = (row: IntakeWrite) => row.values as IntakeValues;
  const named = rows.flatMap((row) => valuesOf(row).recipients);
  const history = await readHistory(reader, named, named, sight);
  const ids = await nextAwardIds(reader, rows.length);
  return rows.flatMap((row, index) => {
    const values = valuesOf(row);
    const title = titles.get(values.titleId);
    const subjects = values.recipients.flatMap(
      (one) => subjectOn(history, one, values.awardDate, today) ?? [],
    );
    const whole = title && subjects.length === values.recipients.length;
    return whole ? [{ id: ids[index]!, position: row.position, values, title, subjects }] : [];
  });
}

function awardRow({ options, unit, actor }: IntakeSession, { id, values, title }: Draft) {
  const { recipients: _recipients, document: _document, grantingBodies: _bodies, ...row } = values;
  return {
    ...{ id, ...row, titleName: title.name, titleNameEn: title.nameEn, categoryCode: title.categoryCode },
    validTo: endOfValidity(values.awardDate, title.validityMonths),
    ...{ source: options.source, state: options.state, recordingUnitId: unit?.id, enteredById: actor.userId },
  };
}

async function recipientRows(reader: Tx, drafts: readonly Draft[]) {
  const each = drafts.flatMap(({ id: awardId, values, subjects }) =>
    subjects.map((subject, index) => ({ awardId, subject, index, named: values.recipients[index]! })),
  );
  const ids = await nextRecipientIds(reader, each.length);
  return each.map(({ awardId, subject, index, named: { role, unitText, postText } }, at) => {
    const { kind, name, unitId, unionUnitId, members } = subject;
    return {
      ...{ id: ids[at]!, awardId, position: index + 1, [subjectFields[kind]]: subject.id, role, name },
      ...{ unitName: subject.unitName ?? unitText, post: subject.post ?? postText, unitId, unionUnitId },
      members,
    };
  });
}

/**
 * Ids for awards about to be written, so that what hangs on each is known beforehand. Prisma has no word for a sequence,
 * and promises no order for rows that come back from an insert of many.
 */
export async function nextAwardIds(reader: Tx, count: number): Promise<number[]> {
  const [{ ids }] = await reader.$queryRaw<[{ ids: number[] }]>`
    SELECT ARRAY(SELECT nextval('awards_id_seq')::int FROM generate_series(1, ${count}::int)) AS ids`;
  return ids;
}

/** And for recipients, so that members can name theirs without a look at all others. */
export async function nextRecipientIds(reader: Tx, count: number): Promise<number[]> {
  const [{ ids }] = await reader.$queryRaw<[{ ids: number[] }]>`
    SELECT ARRAY(SELECT nextval('award_recipients_id_seq')::int FROM generate_series(1, ${count}::int)) AS ids`;
  return ids;
}

/** Documents as papers name them, by id. */
async function citationsOf(reader: Tx, drafts: readonly Draft[]): Promise<Map<number, string>> {
  const ids = drafts.flatMap(({ values: { document } }) =>
    document && "id" in document ? [document.id] : [],
  );
  const rows = await reader.document.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, number: true, title: true },
  });
  return new Map(rows.map((row) => [row.id, cited(row)]));
}

/** The award in the words of the audit trail, as `awardFacts` reads it back for one. */
function factsOf(
  { options, unit, catalog, bodyNames }: IntakeSession,
  { values, title, subjects }: Draft,
  citations: ReadonlyMap<number, string>,
) {
  const { rank, awardDate, awardYear, bonus, reason, deeds, levelCode, prizeLevelCode, document } = values;
  const paper = document && ("id" in document ? citations.get(document.id)! : cited(document));
  return {
    ...{ title: title.name, level: catalog.levels[levelCode]?.[0] ?? levelCode, rank, awardDate, awardYear },
    prizeLevel: prizeLevelCode === null ? null : (catalog.prizeLevels[prizeLevelCode]?.[0] ?? prizeLevelCode),
    validTo: endOfValidity(awardDate, title.validityMonths),
    ...{ bonus, reason, deeds, posthumous: false, evidenceGrade: "C", visibility: "open" },
    ...{ state: options.state, ledgerNumber: null, recordingUnit: unit?.name },
    grantingBodies: values.grantingBodies.map((id) => bodyNames.get(id) ?? String(id)),
    documents: paper ? [paper] : [],
    recipients: subjects.map(({ kind, id, name, unitName }, index) => {
      const { role, unitText } = values.recipients[index]!;
      return { kind, id, name, unit: unitName ?? unitText, role, share: null, bonus: null };
    }),
  };
}
