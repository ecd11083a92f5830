import { createHash } from "node:crypto";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { Tx } from "./transaction";

/**
 * Does the work once for a key: a double click, or a retry after a lost answer, gets the first one's id. The insert makes
 * a twin wait until the first is decided. The same key with another body, or from another person, is a mismatch.
 */
export async function once(
  tx: Tx,
  actor: { userId: number },
  key: string,
  body: unknown,
  work: () => Promise<Result<{ id: number }>>,
): Promise<Result<{ id: number }>> {
  const bodyHash = createHash("sha256").update(canonical(body)).digest("hex");
  const { count } = await tx.idempotencyKey.createMany({
    data: [{ key, userId: actor.userId, bodyHash }],
    skipDuplicates: true,
  });
  if (count === 0) {
    const first = await tx.idempotencyKey.findUnique({ where: { key } });
    if (first?.nounId && first.userId === actor.userId && first.bodyHash === bodyHash)
      return ok({ id: first.nounId });
    return refuse({ code: "mismatch" });
  }
  const result = await work();
  if (result.ok) await tx.idempotencyKey.update({ where: { key }, data: { nounId: result.value.id } });
  else await tx.idempotencyKey.delete({ where: { key } });
  return result;
}

/** JSON with the keys of every object in order, so that equal bodies have equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
