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
