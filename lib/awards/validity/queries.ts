import type { Tx } from "@/lib/db/transaction";

export type Due = { id: number; ledgerNumber: string | null; validTo: string | null };

/**
 * Honors that are effective though the last day of their validity is over, the oldest first, locked for this transaction.
 * "2022" lasts until the end of that year: it is over once the year of today is a later one, and a month likewise. Raw SQL,
 * as Prisma neither compares parts of a text nor passes by what another transaction works on.
 */
export function findRunOut(tx: Tx, today: string, most: number, only: number | null = null): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    SELECT id, ledger_number AS "ledgerNumber", valid_to AS "validTo" FROM awards
    WHERE state = 'effective' AND valid_to < ${today} AND valid_to < left(${today}, length(valid_to))
      AND (${only}::int IS NULL OR id = ${only}::int)
    ORDER BY valid_to, id LIMIT ${most} FOR NO KEY UPDATE SKIP LOCKED`;
}

/** Expired ones that are valid still, or again: their validity was corrected. */
export function findValidAgain(
  tx: Tx,
  today: string,
  most: number,
  only: number | null = null,
): Promise<Due[]> {
  return tx.$queryRaw<Due[]>`
    SELECT id, ledger_number AS "ledgerNumber", valid_to AS "validTo" FROM awards
    WHERE state = 'expired' AND (valid_to IS NULL OR valid_to >= left(${today}, 4) AND valid_to >= left(${today}, length(valid_to)))
      AND (${only}::int IS NULL OR id = ${only}::int)
    ORDER BY id LIMIT ${most} FOR NO KEY UPDATE SKIP LOCKED`;
}

export type Concerned = { userId: number; awardId: number; unitId: number; titleName: string; count: number };

/**
 * Who has an account among those honored by each of these awards, in person or as a member, and is not struck; wherever they
 * belong now. Raw SQL, so that a thousand awards are one statement.
 */
export function findHonored(tx: Tx, ids: readonly number[]): Promise<Concerned[]> {
  return tx.$queryRaw<Concerned[]>`
    WITH honored AS (
      SELECT r.award_id, r.employee_id FROM award_recipients r WHERE r.award_id = ANY (${ids}) AND r.struck_at IS NULL
      UNION
      SELECT m.award_id, m.employee_id FROM award_members m JOIN award_recipients r ON r.id = m.recipient_id
      WHERE m.award_id = ANY (${ids}) AND m.struck_at IS NULL AND r.struck_at IS NULL)
    SELECT u.id AS "userId", a.id AS "awardId", a.recording_unit_id AS "unitId", a.title_name AS "titleName", 1 AS count
    FROM honored JOIN awards a ON a.id = honored.award_id
      JOIN users u ON u.employee_id = honored.employee_id AND u.disabled_at IS NULL
    ORDER BY u.id, a.id`;
}

/** For each unit that recorded some of these awards, its recorders or those nearest above it, or else the union's administrators, with the first of the awards and how many there are. */
export function findRecorders(tx: Tx, ids: readonly number[]): Promise<Concerned[]> {
  return tx.$queryRaw<Concerned[]>`
    WITH units AS (
      SELECT o.id, o.path, min(a.id) AS award_id, count(*)::int AS count
      FROM awards a JOIN organizations o ON o.id = a.recording_unit_id WHERE a.id = ANY (${ids}) GROUP BY o.id),
    held AS (
      SELECT units.*, r.user_id, rank() OVER (PARTITION BY units.id ORDER BY r.role = 'recorder' DESC, length(g.path) DESC) AS place
      FROM user_roles r JOIN organizations g ON g.id = r.organization_id JOIN units ON starts_with(units.path, g.path)
        JOIN users u ON u.id = r.user_id AND u.disabled_at IS NULL
      WHERE r.role IN ('recorder', 'union_admin'))
    SELECT DISTINCT held.user_id AS "userId", held.award_id AS "awardId", held.id AS "unitId", a.title_name AS "titleName", held.count
    FROM held JOIN awards a ON a.id = held.award_id WHERE held.place = 1 ORDER BY 1, 2`;
}
