import { differences, recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import {
  nothingKept,
  prepareDraft,
  writeDrafts,
  writeLinks,
  type Content,
  type Kept,
} from "./drafts/commands";
import { awardFacts, readForm } from "./drafts/queries";
import { canEdit, canRecord, recordableBy, visibleTo } from "./policy";
import { submitIn } from "./review/commands";
import { isOpen, openStates } from "./rules";
import { awardInput, subjectFields, type AwardSource } from "./schema";

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
  return runCommand(async (tx) => {
    const save = async (): Promise<Result<{ id: number }>> => {
      const saved =
        award.id === null
          ? await createDraft(tx, actor, award, now)
          : await changeDraft(tx, actor, award.id, award, now);
      if (!saved.ok || award.intent === "draft") return saved;
      return submitIn(tx, actor, { ...saved.value, reason: null }, now);
    };
    if (award.id !== null) return save();
    return key === null ? refuseField("key", "required") : once(tx, actor, key, award, save);
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
): Promise<Saved> {
  const prepared = await prepareDraft(tx, actor, award, nothingKept, now);
  if (!prepared.ok) return prepared;
  const [id] = await writeDrafts(tx, actor, [prepared.value], source);
  return ok({ id: id!, version: 1 });
}

async function changeDraft(tx: Tx, actor: Actor, id: number, award: Content, now: Date): Promise<Saved> {
  const found = await tx.award.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: keptFields });
  if (!found) return refuse({ code: "not_found" });
  const standing = {
    state: found.state,
    recordingUnitPath: found.recordingUnit.path,
    enteredByIds: [],
    submittedById: null,
  };
  if (!canEdit(actor, standing))
    return refuse(
      isOpen(found.state) ? { code: "forbidden" } : { code: "conflict", detail: { message: "wrongState" } },
    );
  if (award.version === null) return refuseField("version", "required");
  if (found.version !== award.version) return refuse({ code: "stale", current: await readForm(tx, id) });

  const kept: Kept = {
    unit: found.recordingUnitId,
    documents: found.documents.map(({ documentId }) => documentId),
    subjects: found.recipients.map((one) => ({
      kind: one.subjectKind,
      id: one[subjectFields[one.subjectKind]]!,
      ...{ unitName: one.unitName, post: one.post },
    })),
  };
  // The version moves first: whoever comes second is told at once, before any other question is asked.
  const { count } = await tx.award.updateMany({
    where: { AND: [{ id, version: award.version, state: { in: [...openStates] } }, recordableBy(actor)] },
    data: { updatedById: actor.userId, version: { increment: 1 } },
  });
  if (count === 0) return refuse({ code: "stale", current: await readForm(tx, id) });
  const prepared = await prepareDraft(tx, actor, award, kept, now);
  if (!prepared.ok) return prepared;
  const { row, links } = prepared.value;
  const before = await awardFacts(tx, id);
  await tx.award.update({ where: { id }, data: row, select: { id: true } });
  await writeLinks(tx, id, links);
  await recordEvent(tx, actor, {
    event: "awards.changed",
    noun: "awards",
    nounId: id,
    ...differences(before, await awardFacts(tx, id)),
  });
  return ok({ id, version: award.version + 1 });
}

const keptFields = {
  ...{ version: true, state: true, recordingUnitId: true },
  recordingUnit: { select: { path: true } },
  documents: { select: { documentId: true } },
  recipients: {
    select: {
      subjectKind: true,
      employeeId: true,
      teamId: true,
      studioId: true,
      organizationId: true,
      achievementId: true,
      unitName: true,
      post: true,
    },
  },
} satisfies Prisma.AwardSelect;
