import { createHash } from "node:crypto";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { Tx } from "./transaction";

/** Tables whose next id may be taken along with the key, so that nothing is left to write down at the end. */
type Numbered = "awards";

/**
 * Does the work once for a key: a double click, or a retry after a lost answer, gets the first one's id. The insert makes
 * a twin wait until the first is decided. The same key with another body, or from another person, is a mismatch. With a `table`
 * the work is given the id that its record is to have, and PostgreSQL keeps the plans of what it asks: all of it is about single records.
 */
export async function once(
  tx: Tx,
  actor: { userId: number },
  key: string,
  body: unknown,
  work: (id: number | null) => Promise<Result<{ id: number }>>,
  table: Numbered | null = null,
): Promise<Result<{ id: number }>> {
  const bodyHash = hashOf(body);
  // Raw, for Prisma has no word for a sequence.
  const plans = table ? "force_generic_plan" : "auto";
  const [taken] = await tx.$queryRaw<{ id: number | null }[]>`
    INSERT INTO idempotency_keys (key, user_id, body_hash, noun_id)
    VALUES (${key}::uuid, ${actor.userId}, ${bodyHash}, nextval(${table && `${table}_id_seq`}::regclass))
    ON CONFLICT DO NOTHING RETURNING noun_id AS id, set_config('plan_cache_mode', ${plans}, true)`;
  if (!taken) return (await firstOf(tx, actor, key, body)) ?? refuse({ code: "mismatch" });
  const result = await work(taken.id);
  if (!result.ok) await tx.idempotencyKey.delete({ where: { key } });
  else if (result.value.id !== taken.id)
    await tx.idempotencyKey.update({ where: { key }, data: { nounId: result.value.id } });
  return result;
}

/** What a key that is taken answers: the record of its first use, or a mismatch; null for one that is free. */
export async function firstOf(
  tx: Tx,
  actor: { userId: number },
  key: string,
  body: unknown,
): Promise<Result<{ id: number }> | null> {
  const first = await tx.idempotencyKey.findFirst({ where: { key } });
  if (!first) return null;
  const same = first.userId === actor.userId && first.bodyHash === hashOf(body);
  return same && first.nounId ? ok({ id: first.nounId }) : refuse({ code: "mismatch" });
}

/** Tells bodies apart, whichever order their fields are in. */
export function hashOf(body: unknown): string {
  return createHash("sha256").update(canonical(body)).digest("hex");
}

/** JSON with the keys of every object in order, so that equal bodies have equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
