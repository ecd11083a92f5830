import { recordEventOfEach } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import { createDocuments } from "@/lib/documents/intake/commands";
import { findDocuments } from "@/lib/documents/intake/queries";
import { documentKey } from "@/lib/documents/intake/rules";
import type { IntakeOptions, IntakeValues } from "../intake/schema";
import type { Title } from "../recipients/rules";
import { endOfValidity } from "../rules";
import { subjectFields } from "../schema";
import type { Subject } from "../subjects/rules";

/** An award whose rules were asked, with its snapshots. */
type Written = { id: number; values: IntakeValues; title: Title; subjects: readonly Subject[] };
type Session = {
  actor: Actor;
  options: IntakeOptions;
  unit: { id: number; name: string };
  catalog: { levels: Words; prizeLevels: Words };
  bodyNames: ReadonlyMap<number, string>;
};
type Words = Record<string, readonly string[]>;

/*
 * Many awards in one statement a table. Raw, for Prisma binds each value of each row: at a thousand rows that takes longer
 * than writing them. Values are one bound parameter, read by the types that stand beside it.
 */

/** Writes awards with all that hangs on them, as a draft or submitted, each with its event. */
export async function writeAwards(tx: Tx, session: Session, awards: readonly Written[]): Promise<void> {
  if (awards.length === 0) return;
  const { actor, options, unit } = session;
  const documents = await documentIdsOf(tx, session, awards);
  const rows = awards.map(({ id, values, title }) => ({
    ...{ id, ...values, recipients: undefined, document: undefined, grantingBodies: undefined },
    ...{ titleName: title.name, titleNameEn: title.nameEn, categoryCode: title.categoryCode },
    validTo: endOfValidity(values.awardDate, title.validityMonths),
  }));
  await tx.$executeRaw`
    INSERT INTO awards (id, title_id, title_name, title_name_en, level_code, category_code, prize_level_code, rank, award_date,
      award_year, valid_to, bonus, reason, deeds, source, state, recording_unit_id, created_by_id, updated_by_id)
    SELECT id, "titleId", "titleName", "titleNameEn", "levelCode", "categoryCode", "prizeLevelCode", rank, "awardDate",
      "awardYear", "validTo", bonus, reason, deeds, ${options.source}::award_source, ${options.state}::award_state, ${unit.id}, ${actor.userId}, ${actor.userId}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, "titleId" int, "titleName" text, "titleNameEn" text,
      "levelCode" text, "categoryCode" text, "prizeLevelCode" text, rank int, "awardDate" text, "awardYear" int, "validTo" text,
      bonus numeric, reason text, deeds text)`;
  // Recipients come before the first state is put down: from then on those of a submitted award stay as they are.
  await writeRecipients(tx, awards);
  await writeLinks(tx, awards, documents);
  await tx.$executeRaw`
    INSERT INTO award_state_changes (award_id, to_state, changed_by_id)
    SELECT id, ${options.state}::award_state, ${actor.userId} FROM unnest(${awards.map(({ id }) => id)}::int[]) AS id`;
  const citations = await citationsOf(tx, [...new Set(documents.values())]);
  await recordEventOfEach(
    tx,
    actor,
    { event: "awards.imported", noun: "awards" },
    awards.map((award) => {
      const document = documents.get(award.id);
      return { nounId: award.id, after: factsOf(session, award, document ? [citations.get(document)!] : []) };
    }),
  );
}

async function writeRecipients(tx: Tx, awards: readonly Written[]): Promise<void> {
  const each = awards.flatMap(({ id: awardId, values, subjects }) =>
    subjects.map((subject, index) => ({ awardId, subject, index, named: values.recipients[index]! })),
  );
  const ids = await nextRecipientIds(tx, each.length);
  const rows = each.map(({ awardId, subject, index, named: { role, unitText, postText } }, at) => {
    const { name, unitId, unionUnitId } = subject;
    return {
      ...{
        id: ids[at]!,
        awardId,
        position: index + 1,
        [subjectFields[subject.kind]]: subject.id,
        role,
        name,
      },
      ...{ unitName: subject.unitName ?? unitText, post: subject.post ?? postText, unitId, unionUnitId },
    };
  });
  await tx.$executeRaw`
    INSERT INTO award_recipients (id, award_id, position, employee_id, team_id, studio_id, organization_id, achievement_id, role, name,
      unit_name, post, unit_id, union_unit_id)
    SELECT id, "awardId", position, "employeeId", "teamId", "studioId", "organizationId", "achievementId", role, name,
      "unitName", post, "unitId", "unionUnitId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, "awardId" int, position int, "employeeId" int, "teamId" int, "studioId" int,
      "organizationId" int, "achievementId" int, role recipient_role, name text, "unitName" text, post text, "unitId" int, "unionUnitId" int)`;
  const members = each.flatMap(({ awardId, subject }, at) =>
    subject.members.map((member, place) => ({
      ...{ recipientId: ids[at]!, awardId, position: place + 1, ...member },
    })),
  );
  if (members.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO award_members (recipient_id, position, award_id, employee_id, name, unit_name)
    SELECT "recipientId", position, "awardId", "employeeId", name, "unitName"
    FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
      AS m("recipientId" int, position int, "awardId" int, "employeeId" int, name text, "unitName" text)`;
}

/** So that members can name their recipient without a look at all others. */
async function nextRecipientIds(tx: Tx, count: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ ids: number[] }[]>`
    SELECT array_agg(nextval(pg_get_serial_sequence('award_recipients', 'id'))::int) AS ids FROM generate_series(1, ${count}::int)`;
  return rows[0]!.ids;
}

async function writeLinks(
  tx: Tx,
  awards: readonly Written[],
  documents: ReadonlyMap<number, number>,
): Promise<void> {
  const held = awards.filter(({ id }) => documents.has(id)).map(({ id }) => id);
  const ids = held.map((id) => documents.get(id)!);
  await tx.$executeRaw`
    INSERT INTO award_documents (award_id, position, document_id)
    SELECT award, 1, document FROM unnest(${held}::int[], ${ids}::int[]) AS r(award, document)`;
  const bodies = awards.flatMap(({ id, values }) =>
    values.grantingBodies.map((body, index) => ({ award: id, position: index + 1, body })),
  );
  await tx.$executeRaw`
    INSERT INTO award_granting_bodies (award_id, position, granting_body_id)
    SELECT award, position, body FROM jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) AS r(award int, position int, body int)`;
}

/** The document of each award by the award's id; one that is to be made is made once, by whichever row comes first. */
async function documentIdsOf(
  tx: Tx,
  { actor, unit }: Session,
  awards: readonly Written[],
): Promise<Map<number, number>> {
  const wanted = awards.flatMap(({ values: { document } }) =>
    document && !("id" in document) ? [document] : [],
  );
  const made = new Map(wanted.map((document) => [documentKey(document)!, document]));
  const present = await findDocuments(tx, actor, [...made.values()]);
  const missing = [...made].filter(([key]) => !present.get(key)?.found).map(([, document]) => document);
  const ids = await createDocuments(tx, actor, unit, missing);
  return new Map(
    awards.flatMap(({ id, values: { document } }) => {
      if (!document) return [];
      if ("id" in document) return [[id, document.id] as const];
      const key = documentKey(document)!;
      return [[id, present.get(key)?.found?.id ?? ids.get(key)!] as const];
    }),
  );
}

async function citationsOf(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.document.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, number: true, title: true },
  });
  return new Map(rows.map(({ id, number, title }) => [id, number ? `${number} ${title}` : title]));
}

/** The award in the words of the audit trail, as `awardFacts` reads it back for one. */
function factsOf(
  { options, unit, catalog, bodyNames }: Session,
  { values, title, subjects }: Written,
  documents: string[],
) {
  const { rank, awardDate, awardYear, bonus, reason, deeds, levelCode, prizeLevelCode } = values;
  return {
    ...{ title: title.name, level: catalog.levels[levelCode]?.[0] ?? levelCode, rank, awardDate, awardYear },
    prizeLevel: prizeLevelCode === null ? null : (catalog.prizeLevels[prizeLevelCode]?.[0] ?? prizeLevelCode),
    validTo: endOfValidity(awardDate, title.validityMonths),
    ...{ bonus, reason, deeds, posthumous: false, evidenceGrade: "C", visibility: "open" },
    ...{ state: options.state, ledgerNumber: null, recordingUnit: unit.name },
    grantingBodies: values.grantingBodies.map((id) => bodyNames.get(id) ?? String(id)),
    documents,
    recipients: subjects.map(({ kind, id, name, unitName }, index) => {
      const { role, unitText } = values.recipients[index]!;
      return { kind, id, name, unit: unitName ?? unitText, role, share: null, bonus: null };
    }),
  };
}
