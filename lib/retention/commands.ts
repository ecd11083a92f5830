import { differences, recordEvent, systemActor } from "@/lib/audit/record";
import { requireRecent } from "@/lib/auth/confirmation";
import { dropEndedSessions, dropOldAttempts } from "@/lib/auth/forgetting";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { transaction } from "@/lib/db/transaction";
import { forgetUnattached, removeForgotten } from "@/lib/files/forgetting";
import { dropOldMessages } from "@/lib/inbox/commands";
import { purgeImports } from "@/lib/exchange/imports/purging/commands";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { canSetRetention } from "./policy";
import { readRetention } from "./queries";
import { changedRetention } from "./schema";

/** Holds from the next night on; what was removed before does not come back. */
export async function changeRetention(actor: Actor, input: unknown): Promise<Result<void>> {
  if (!canSetRetention(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(changedRetention, input);
  if (!parsed.ok) return parsed;
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  const { version, ...values } = parsed.value;
  return runCommand(async (tx) => {
    const before = await readRetention(tx);
    const changed = await tx.retentionPolicy.updateMany({
      where: { id: 1, version },
      data: { ...values, version: { increment: 1 } },
    });
    if (changed.count === 0) return refuse({ code: "stale", current: await readRetention(tx) });
    await recordEvent(tx, actor, {
      event: "retention_policies.changed",
      noun: "retention_policies",
      nounId: 1,
      ...differences({ ...before, version: null }, { ...values, version: null }),
    });
    return ok();
  });
}

export type Removed = {
  workbooks: number;
  sessions: number;
  inboxMessages: number;
  attempts: number;
  filesRemoved: number;
};

/**
 * Removes what is older than it may be, with one event that counts it. Killed in between, the next run goes on; bytes go
 * after the rows that name them, so that no row ever names bytes that are gone without saying so.
 */
export async function applyRetention(now: Date, signal: AbortSignal): Promise<Removed> {
  const { workbookDays, sessionDays, inboxDays, attemptDays } = await readRetention();
  const before = (days: number) => new Date(now.getTime() - days * 24 * 3600_000);
  const workbooks = await purgeImports(before(workbookDays), now, signal);
  signal.throwIfAborted();
  const removed = await transaction(
    async (tx) => {
      await forgetUnattached(tx, before(workbookDays), now);
      return {
        sessions: await dropEndedSessions(tx, before(sessionDays)),
        inboxMessages: await dropOldMessages(tx, before(inboxDays), before(2 * inboxDays)),
        attempts: await dropOldAttempts(tx, before(attemptDays)),
      };
    },
    { timeout: 120_000 },
  );
  signal.throwIfAborted();
  const filesRemoved = await removeForgotten(now);
  const after: Removed = { workbooks, ...removed, filesRemoved };
  if (Object.values(after).some((count) => count > 0))
    await transaction((tx) =>
      recordEvent(tx, systemActor, {
        event: "retention_policies.applied",
        noun: "retention_policies",
        nounId: 1,
        after,
      }),
    );
  return after;
}
