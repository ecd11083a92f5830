import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { AwardFacts } from "./rules";

/** The recipients of an award "a" in the words of the audit trail. */
export const recipientFacts = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('kind', r.subject_kind,
    'id', coalesce(r.employee_id, r.team_id, r.studio_id, r.organization_id, r.achievement_id), 'name', r.name, 'unit', r.unit_name,
    'role', r.role, 'share', r.share::text, 'bonus', r.bonus::text) ORDER BY r.position), '[]')
  FROM award_recipients r WHERE r.award_id = a.id)`;

/** An award in the words of the audit trail. */
export async function awardFacts(tx: Tx, id: number): Promise<AwardFacts> {
  const [found] = await listAwardFacts(tx, [id]);
  return found!.facts;
}

/**
 * Many at once, in the order of their ids. Raw, for Prisma asks each of twelve tables by itself, and every change of an award is told
 * with what stood there before and stands there now.
 */
export async function listAwardFacts(
  tx: Tx,
  ids: readonly number[],
): Promise<{ id: number; facts: AwardFacts }[]> {
  const [id, ...others] = ids;
  if (id === undefined) return [];
  // One by itself: with a list PostgreSQL plans anew each time.
  const these = others.length === 0 ? Prisma.sql`a.id = ${id}` : Prisma.sql`a.id = ANY (${[...ids]}::int[])`;
  return tx.$queryRaw<{ id: number; facts: AwardFacts }[]>`
    SELECT a.id, json_build_object(
      'title', a.title_name, 'level', l.name_zh, 'prizeLevel', p.name_zh, 'rank', a.rank, 'awardDate', a.award_date, 'awardYear', a.award_year,
      'validTo', a.valid_to, 'bonus', a.bonus::text, 'reason', a.reason, 'deeds', a.deeds, 'posthumous', a.posthumous,
      'evidenceGrade', a.evidence_grade, 'visibility', a.visibility, 'state', a.state, 'ledgerNumber', a.ledger_number,
      'recordingUnit', o.name,
      'grantingBodies', ARRAY(SELECT b.name FROM award_granting_bodies g JOIN granting_bodies b ON b.id = g.granting_body_id
        WHERE g.award_id = a.id ORDER BY g.position),
      'documents', ARRAY(SELECT concat_ws(' ', d.number, d.title) FROM award_documents h JOIN documents d ON d.id = h.document_id
        WHERE h.award_id = a.id ORDER BY h.position),
      'recipients', ${recipientFacts}) AS facts
    FROM awards a JOIN levels l ON l.code = a.level_code LEFT JOIN prize_levels p ON p.code = a.prize_level_code
    JOIN organizations o ON o.id = a.recording_unit_id
    WHERE ${these} ORDER BY a.id`;
}
