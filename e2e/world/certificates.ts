import type { Actor } from "@/lib/auth/roles";
import { registerCertificate } from "@/lib/certificates/commands";
import { testDatabase } from "@/lib/db/testing";
import { actors } from "./ledger";

/** What the form posts for a certificate of the award as a whole. */
export function certificate(awardId: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ key: crypto.randomUUID(), awardId: String(awardId), target: "award", kind: "certificate" },
    ...{ number: "青工证2022015", holder: "", issuedOn: "2022-12", custody: "档案室", ...more },
  };
}

/** A certificate in the register. */
export async function registered(
  awardId: number,
  more: Record<string, unknown> = {},
  by: Actor = actors.recorder,
): Promise<{ id: number; code: string }> {
  const made = await registerCertificate(by, certificate(awardId, more));
  if (!made.ok) throw new Error(JSON.stringify(made.fault));
  const world = await testDatabase();
  const [row] = await world.ownerSql<{ code: string }>("SELECT code FROM certificates WHERE id = $1", [
    made.value.id,
  ]);
  return { id: made.value.id, code: row!.code };
}

/** What became of one: what its window posts. */
export function moving(id: number, to: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...{ id, version: 1, to, on: "2026-05-06", note: "" }, ...more };
}

/** Ids of an award's recipients, in order. */
export async function recipientsOf(awardId: number): Promise<number[]> {
  const world = await testDatabase();
  const rows = await world.ownerSql<{ id: number }>(
    "SELECT id FROM award_recipients WHERE award_id = $1 ORDER BY position",
    [awardId],
  );
  return rows.map(({ id }) => id);
}
