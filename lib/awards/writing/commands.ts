import { recordEventTexts } from "@/lib/audit/record";
import type { Tx } from "@/lib/db/transaction";
import { createDocuments } from "@/lib/documents/intake/commands";
import { findDocuments } from "@/lib/documents/intake/queries";
import { documentKey } from "@/lib/documents/intake/rules";
import type { IntakeSession } from "../intake/queries";
import type { PreparedAwards } from "./queries";

/*
 * Many awards in one statement a table. Raw, for Prisma binds each value of each row: at a thousand rows that takes longer
 * than writing them. Values are one bound parameter, read by the types that stand beside it.
 */

/** Writes awards with all that hangs on them, as a draft or submitted, each with its event. */
export async function writeAwards(
  tx: Tx,
  session: IntakeSession,
  unitId: number,
  { awards, rows, documents, wanted }: PreparedAwards,
): Promise<void> {
  if (awards.length === 0) return;
  const { actor, options } = session;
  const ids = awards.map(({ id }) => id);
  await tx.$executeRaw`
    INSERT INTO awards (id, title_id, title_name, title_name_en, level_code, category_code, prize_level_code, rank, award_date,
      award_year, valid_to, bonus, reason, deeds, source, state, recording_unit_id, created_by_id, updated_by_id)
    SELECT id, "titleId", "titleName", "titleNameEn", "levelCode", "categoryCode", "prizeLevelCode", rank, "awardDate",
      "awardYear", "validTo", bonus, reason, deeds, ${options.source}::award_source, ${options.state}::award_state, ${unitId}, ${actor.userId}, ${actor.userId}
    FROM jsonb_to_recordset(${rows.awards}::jsonb) AS r(id int, "titleId" int, "titleName" text, "titleNameEn" text,
      "levelCode" text, "categoryCode" text, "prizeLevelCode" text, rank int, "awardDate" text, "awardYear" int, "validTo" text,
      bonus numeric, reason text, deeds text)`;
  // Recipients come before the first state is put down: from then on those of a submitted award stay as they are.
  await tx.$executeRaw`
    INSERT INTO award_recipients (id, award_id, position, employee_id, team_id, studio_id, organization_id, achievement_id, role, name,
      unit_name, post, unit_id, union_unit_id)
    SELECT id, "awardId", position, "employeeId", "teamId", "studioId", "organizationId", "achievementId", role, name,
      "unitName", post, "unitId", "unionUnitId"
    FROM jsonb_to_recordset(${rows.recipients}::jsonb) AS r(id int, "awardId" int, position int, "employeeId" int, "teamId" int, "studioId" int,
      "organizationId" int, "achievementId" int, role recipient_role, name text, "unitName" text, post text, "unitId" int, "unionUnitId" int)`;
  await tx.$executeRaw`
    INSERT INTO award_members (recipient_id, position, award_id, employee_id, name, unit_name)
    SELECT "recipientId", position, "awardId", "employeeId", name, "unitName"
    FROM jsonb_to_recordset(${rows.members}::jsonb)
      AS m("recipientId" int, position int, "awardId" int, "employeeId" int, name text, "unitName" text)`;
  const held = [...documents, ...(await makeDocuments(tx, session, wanted))];
  await tx.$executeRaw`
    INSERT INTO award_documents (award_id, position, document_id) SELECT award, 1, document
    FROM unnest(${held.map(({ award }) => award)}::int[], ${held.map(({ document }) => document)}::int[]) AS r(award, document)`;
  await tx.$executeRaw`
    INSERT INTO award_granting_bodies (award_id, position, granting_body_id)
    SELECT award, position, body FROM jsonb_to_recordset(${rows.bodies}::jsonb) AS r(award int, position int, body int)`;
  await tx.$executeRaw`
    INSERT INTO award_state_changes (award_id, to_state, changed_by_id)
    SELECT id, ${options.state}::award_state, ${actor.userId} FROM unnest(${ids}::int[]) AS id`;
  await recordEventTexts(tx, actor, { event: "awards.imported", noun: "awards" }, rows.events);
}

/** Documents that nobody has entered yet, each made once, by whichever row comes first. */
async function makeDocuments(
  tx: Tx,
  { actor, unit }: IntakeSession,
  wanted: PreparedAwards["wanted"],
): Promise<PreparedAwards["documents"]> {
  if (wanted.length === 0 || !unit) return [];
  const keyed = new Map(wanted.map(({ document }) => [documentKey(document)!, document]));
  const present = await findDocuments(tx, actor, [...keyed.values()]);
  const missing = [...keyed].filter(([key]) => !present.get(key)?.found).map(([, document]) => document);
  const made = await createDocuments(tx, actor, unit, missing);
  return wanted.map(({ award, document }) => {
    const key = documentKey(document)!;
    return { award, document: present.get(key)?.found?.id ?? made.get(key)! };
  });
}
