import type { Actor } from "@/lib/auth/roles";
import { announceConfirmed, confirmIntake } from "@/lib/awards/intake/commands";
import { runCommand } from "@/lib/db/command";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { findConfirmable, submittedAwards } from "./queries";
import { batchRows, importRef } from "../schema";

/** Confirms the awards of an import that wait for it, a thousand a transaction; what the actor entered is left for another. */
export async function confirmImport(
  actor: Actor,
  input: unknown,
): Promise<Result<{ confirmed: number; own: number }>> {
  const parsed = parseInput(importRef, input);
  if (!parsed.ok) return parsed;
  const { id: importId } = parsed.value;
  const found = await findConfirmable(actor, importId);
  if (!found) return refuse({ code: "not_found" });
  const sum = { confirmed: 0, own: 0 };
  for (let after = 0; ;) {
    const next = await submittedAwards(importId, after, batchRows);
    if (!next) break;
    after = next.last;
    if (next.ids.length === 0) continue;
    const done = await runCommand(async (tx) => ok(await confirmIntake(tx, actor, next.ids)));
    if (!done.ok) return done;
    sum.confirmed += done.value.confirmed;
    sum.own += done.value.own;
  }
  if (sum.confirmed > 0) {
    const { title, userIds } = found;
    const told = await runCommand(async (tx) => {
      await announceConfirmed(tx, actor, { importId, title, userIds, count: sum.confirmed });
      return ok();
    });
    if (!told.ok) return told;
  }
  return ok(sum);
}
