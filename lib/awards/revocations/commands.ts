import { recordEvent } from "@/lib/audit/record";
import { requireRecent } from "@/lib/auth/confirmation";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { once } from "@/lib/db/idempotency";
import type { Tx } from "@/lib/db/transaction";
import { attachFiles } from "@/lib/files/upload";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { decisionRefusal, findCase, moveCase, type Moved } from "../cases/commands";
import { tellOfCase, tellStruck } from "../notices/commands";
import { canRevoke, visibleTo as visibleAwards } from "../policy";
import { isStanding, zonedDay } from "../rules";
import { putInForce } from "../strikes/commands";
import { canRecall, confirms, recordableBy, revokes } from "./policy";
import { hasBegun, inForceStates } from "./rules";
import { recallInput, reasonedStepInput, revocationInput, stepInput, type RevocationInput } from "./schema";

type Recorded = Result<{ id: number }>;

/** Opens a case. It changes nothing of the award until another person has confirmed it. */
export async function recordRevocation(actor: Actor, input: unknown): Promise<Recorded> {
  if (!revokes(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(revocationInput, input);
  if (!parsed.ok) return parsed;
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  const { key, ...revocation } = parsed.value;
  return runCommand((tx) => once(tx, actor, key, revocation, () => record(tx, actor, revocation)));
}

async function record(
  tx: Tx,
  actor: Actor,
  { target, files, ...facts }: Omit<RevocationInput, "key">,
): Promise<Recorded> {
  const award = await tx.award.findFirst({
    where: { AND: [{ id: facts.awardId }, visibleAwards(actor)] },
    select: { state: true, firstDay: true, recordingUnit: { select: { path: true } } },
  });
  if (!award) return refuse({ code: "not_found" });
  const standing = { state: award.state, recordingUnitPath: award.recordingUnit.path };
  if (!isStanding(award.state)) return refuse({ code: "conflict", detail: { message: "notStanding" } });
  if (!canRevoke(actor, standing)) return refuse({ code: "forbidden" });
  if (facts.effectiveOn < award.firstDay) return refuseField("effectiveOn", "revokedBeforeAward");
  if (target.kind === "recipient") {
    const others = { awardId: facts.awardId, id: { not: target.recipientId }, struckAt: null };
    if ((await tx.awardRecipient.count({ where: others })) === 0)
      return refuseField("target", "lastRecipient");
  }
  const decided = await decisionRefusal(tx, actor, facts.documentId, facts.awardId, ["revocation"]);
  if (decided) return decided;
  const evidence = await attachFiles(tx, actor, files);
  if (!evidence.ok) return evidence;
  const { id } = await tx.awardRevocation.create({
    data: {
      ...facts,
      recipientId: target.kind === "award" ? null : target.recipientId,
      memberPosition: target.kind === "member" ? target.position : null,
      enteredByIds: [actor.userId],
      steps: { create: { toState: "recorded", changedById: actor.userId } },
      files: { create: evidence.value.map((file, index) => ({ fileId: file.id, position: index + 1 })) },
    },
    select: { id: true },
  });
  const found = (await findCase(tx, actor, id))!;
  const { documentId: _, awardId, ...told } = facts;
  await recordEvent(tx, actor, {
    ...{ event: "award_revocations.recorded", noun: "award_revocations", nounId: id },
    // Names of evidence are for those who may read it: here it is known by its hashes.
    after: {
      awardId,
      ...told,
      target: found.name,
      document: found.cited,
      evidence: evidence.value.map(({ sha256 }) => sha256),
    },
  });
  await tellOfCase(tx, actor, found, "revocation_recorded", "checkers");
  return ok({ id });
}

/** Confirms a case: from here on the honor does not stand any more, or the one that was struck has none. */
export async function confirmRevocation(actor: Actor, input: unknown, now = new Date()): Promise<Moved> {
  if (!confirms(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(stepInput, input);
  if (!parsed.ok) return parsed;
  const unconfirmed = await requireRecent(actor);
  if (unconfirmed) return refuse(unconfirmed);
  return runCommand((tx) =>
    moveCase(tx, actor, parsed.value, {
      ...{ from: "recorded", to: "confirmed", event: "award_revocations.confirmed", by: "confirmer" },
      check: (found) =>
        hasBegun(found.effectiveOn, zonedDay(now))
          ? null
          : refuse({ code: "conflict", detail: { message: "notYetEffective" } }),
      effect: (found) => putInForce(tx, actor, { ...found, revocationId: found.id }, now),
      tell: async (found) => {
        await tellOfCase(tx, actor, found, "revocation_confirmed", "recorders");
        await tellStruck(tx, actor, found, "honor_revoked", found.cited);
      },
    }),
  );
}

/** Ends a case that is not confirmed, with the reason. */
export async function declineRevocation(actor: Actor, input: unknown): Promise<Moved> {
  const parsed = parseInput(reasonedStepInput, input);
  if (!parsed.ok) return parsed;
  return runCommand((tx) =>
    moveCase(tx, actor, parsed.value, {
      ...{ from: "recorded", to: "declined", event: "award_revocations.declined", by: "confirmer" },
      tell: (found) => tellOfCase(tx, actor, found, "revocation_declined", "enterers", parsed.value.reason),
    }),
  );
}

export async function withdrawRevocation(actor: Actor, input: unknown): Promise<Moved> {
  const parsed = parseInput(reasonedStepInput, input);
  if (!parsed.ok) return parsed;
  return runCommand((tx) =>
    moveCase(tx, actor, parsed.value, {
      ...{ from: "recorded", to: "withdrawn", event: "award_revocations.withdrawn", by: "enterer" },
    }),
  );
}

/** Puts down what became of certificate and medal, as often as that changes. */
export async function changeRecall(actor: Actor, input: unknown): Promise<Moved> {
  if (!revokes(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(recallInput, input);
  if (!parsed.ok) return parsed;
  const { id, version, ...recall } = parsed.value;
  return runCommand(async (tx) => {
    const found = await findCase(tx, actor, id);
    if (!found) return refuse({ code: "not_found" });
    if (!canRecall(actor, found)) return refuse({ code: "forbidden" });
    const { count } = await tx.awardRevocation.updateMany({
      where: { AND: [{ id, version, state: { in: [...inForceStates] } }, recordableBy(actor)] },
      data: { ...recall, version: { increment: 1 } },
    });
    if (count === 0) return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
    await recordEvent(tx, actor, {
      ...{ event: "award_revocations.recall_changed", noun: "award_revocations", nounId: id },
      before: { recall: found.recall, recallNote: found.recallNote },
      after: recall,
    });
    return ok({ id, version: version + 1 });
  });
}
