import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { runCommand, runStatement } from "@/lib/db/command";
import { firstOf, hashOf, once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import {
  nothingKept,
  prepareDraft,
  writeDraftByKey,
  writeDrafts,
  writeLinks,
  type Content,
  type Kept,
} from "./drafts/commands";
import { readForm } from "./drafts/queries";
import { awardFacts } from "./facts/queries";
import { factsOf } from "./facts/rules";
import { canEdit, canRecord, recordableBy } from "./policy";
import { readOpenAward } from "./recipients/queries";
import { submitIn } from "./review/commands";
import { findStanding } from "./review/queries";
import { isOpen, openStates } from "./rules";
import { awardInput, type AwardSource } from "./schema";

/** Saves a draft, a new one (once for each key) or a changed one; with intent "submit" it is submitted as well, or nothing is done at all. */
export async function saveAward(
  actor: Actor,
  input: unknown,
  now = new Date(),
): Promise<Result<{ id: number }>> {
  if (!canRecord(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(awardInput, input);
  if (!parsed.ok) return parsed;
  const { key, ...award } = parsed.value;
  if (award.id === null && award.intent === "draft" && key !== null)
    return enterDraft(actor, key, award, now);
  return runCommand(async (tx) => {
    const save = async (id: number | null): Promise<Result<{ id: number }>> => {
      const saved =
        award.id === null
          ? await createDraft(tx, actor, award, now, "manual", id)
          : await changeDraft(tx, actor, award.id, award, now);
      if (!saved.ok || award.intent === "draft") return saved;
      return submitIn(tx, actor, { ...saved.value, reason: null }, now);
    };
    if (award.id !== null) return save(null);
    return key === null ? refuseField("key", "required") : once(tx, actor, key, award, save, "awards");
  });
}

/** A new draft and nothing else: all that it names is asked, then all of it is written, once for its key. */
function enterDraft(actor: Actor, key: string, award: Content, now: Date): Promise<Result<{ id: number }>> {
  return runStatement(async () => {
    const prepared = await prepareDraft(db, actor, award, nothingKept, now);
    const id = prepared.ok
      ? await writeDraftByKey(actor, { key, bodyHash: hashOf(award) }, prepared.value)
      : null;
    if (id !== null) return ok({ id });
    const first = await firstOf(db, actor, key, award);
    return first ?? (prepared.ok ? refuse({ code: "mismatch" }) : prepared);
  });
}

type Saved = Result<{ id: number; version: number }>;

/** A new draft, within a transaction that may have more to do. */
export async function createDraft(
  tx: Tx,
  actor: Actor,
  award: Content,
  now: Date,
  source: AwardSource = "manual",
  id: number | null = null,
): Promise<Saved> {
  const prepared = await prepareDraft(tx, actor, award, nothingKept, now);
  if (!prepared.ok) return prepared;
  const { names } = prepared.value;
  const [made] = await writeDrafts(
    tx,
    actor,
    [prepared.value],
    source,
    names,
    id === null ? undefined : [id],
  );
  return ok({ id: made!, version: 1 });
}

async function changeDraft(tx: Tx, actor: Actor, id: number, award: Content, now: Date): Promise<Saved> {
  const found = await findStanding(tx, actor, id);
  if (!found) return refuse({ code: "not_found" });
  if (!canEdit(actor, found))
    return refuse(
      isOpen(found.state) ? { code: "forbidden" } : { code: "conflict", detail: { message: "wrongState" } },
    );
  if (award.version === null) return refuseField("version", "required");
  if (found.version !== award.version) return refuse({ code: "stale", current: await readForm(tx, id) });

  const stored = await readOpenAward(tx, id);
  const { documents, recipients, recordingUnitId: unit } = stored;
  const kept: Kept = { unit, documents, subjects: recipients };
  // The version moves first: whoever comes second is told at once, before any other question is asked.
  const { count } = await tx.award.updateMany({
    where: { AND: [{ id, version: award.version, state: { in: [...openStates] } }, recordableBy(actor)] },
    data: { updatedById: actor.userId, version: { increment: 1 } },
  });
  if (count === 0) return refuse({ code: "stale", current: await readForm(tx, id) });
  const prepared = await prepareDraft(tx, actor, award, kept, now);
  if (!prepared.ok) return prepared;
  const { row, links, names } = prepared.value;
  const before = await awardFacts(tx, id);
  await tx.award.updateMany({ where: { id }, data: row });
  await writeLinks(tx, id, stored, links);
  const { state, ledgerNumber } = before;
  const after = { ...factsOf({ row, links }, names), state, ledgerNumber };
  await recordEvent(tx, actor, {
    ...{ event: "awards.changed", noun: "awards", nounId: id },
    ...differences(before, after),
  });
  return ok({ id, version: award.version + 1 });
}
