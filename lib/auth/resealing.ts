import { recordEvent, systemActor } from "@/lib/audit/record";
import { db } from "@/lib/db/client";
import { newestKey, type Resealed, reseal } from "@/lib/db/sealed";
import { transaction } from "@/lib/db/transaction";
import { secretPlace } from "./second-factor";

/** Seals the secrets of the next second factors after an account with the newest key. One event for the batch. */
export async function resealFactors(after: number, limit: number): Promise<Resealed> {
  const { id: key, prefix } = newestKey();
  return transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ userId: number; secret: string }[]>`
      SELECT user_id AS "userId", secret FROM second_factors
      WHERE user_id > ${after} AND NOT starts_with(secret, ${prefix}) ORDER BY user_id LIMIT ${limit} FOR UPDATE`;
    if (rows.length === 0) return { count: 0, last: null };
    const anew = rows.map(({ userId, secret }) => ({ userId, secret: reseal(secret, secretPlace(userId)) }));
    await tx.$executeRaw`
      UPDATE second_factors f SET secret = a.secret
      FROM jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) AS a("userId" int, secret text) WHERE f.user_id = a."userId"`;
    await recordEvent(tx, systemActor, {
      event: "users.secrets_resealed",
      noun: "users",
      nounId: null,
      after: { count: rows.length, key },
    });
    return { count: rows.length, last: rows.at(-1)!.userId };
  });
}

/** Codes whose hashes are of an older key. A hash cannot be made anew: they count until that key goes, then new ones are due. */
export async function countOldCodes(): Promise<{ recovery: number; accounts: number; activation: number }> {
  const { prefix } = newestKey();
  const [row] = await db.$queryRaw<[{ recovery: number; accounts: number; activation: number }]>`
    SELECT (SELECT count(*)::int FROM recovery_codes WHERE used_at IS NULL AND NOT starts_with(code_hash, ${prefix})) AS recovery,
      (SELECT count(DISTINCT user_id)::int FROM recovery_codes WHERE used_at IS NULL AND NOT starts_with(code_hash, ${prefix})) AS accounts,
      (SELECT count(*)::int FROM activations WHERE used_at IS NULL AND cancelled_at IS NULL AND expires_at > now()
        AND NOT starts_with(code_hash, ${prefix})) AS activation`;
  return row;
}
