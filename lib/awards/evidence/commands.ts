import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import type { EvidencePart } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/transaction";
import { attachFiles } from "@/lib/files/upload";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { findCase, type Moved } from "../cases/commands";
import { evidenceVisibleTo, readsEvidence } from "../revocations/policy";
import { isInForce, isWaiting } from "../revocations/rules";
import { evidenceInput } from "../revocations/schema";

/** Adds evidence to a case. What waits for confirmation then waits for somebody else than whoever added it. */
export async function addEvidence(actor: Actor, input: unknown): Promise<Moved> {
  if (!readsEvidence(actor)) return refuse({ code: "forbidden" });
  const parsed = parseInput(evidenceInput, input);
  if (!parsed.ok) return parsed;
  const { id, version, files } = parsed.value;
  return runCommand(async (tx) => {
    const found = await findCase(tx, actor, id);
    if (!found) return refuse({ code: "not_found" });
    const { state, enteredByIds } = found.revocation;
    const readable = await tx.awardRevocation.count({ where: { AND: [{ id }, evidenceVisibleTo(actor)] } });
    if (readable === 0) return refuse({ code: "forbidden" });
    if (!isWaiting(state) && !isInForce(state))
      return refuse({ code: "conflict", detail: { message: "wrongState" } });
    const { count } = await tx.awardRevocation.updateMany({
      where: { AND: [{ id, version, state }, evidenceVisibleTo(actor)] },
      data: {
        version: { increment: 1 },
        ...(!enteredByIds.includes(actor.userId) && { enteredByIds: { push: actor.userId } }),
      },
    });
    if (count === 0) return refuse({ code: "conflict", detail: { message: "changedMeanwhile" } });
    const attached = await attachEvidence(
      tx,
      actor,
      id,
      files,
      state === "annulling" ? "annulment" : "revocation",
    );
    return attached.ok ? ok({ id, version: version + 1 }) : attached;
  });
}

/** Within a step that has written the case already. Names of files are for those who may read them: the event has their hashes. */
export async function attachEvidence(
  tx: Tx,
  actor: Actor,
  revocationId: number,
  files: number[],
  part: EvidencePart,
): Promise<Result<void>> {
  const attached = await attachFiles(tx, actor, files);
  if (!attached.ok) return attached;
  if (attached.value.length === 0) return ok();
  const held = await tx.awardRevocationFile.count({ where: { revocationId } });
  await tx.awardRevocationFile.createMany({
    data: attached.value.map((file, index) => ({
      revocationId,
      fileId: file.id,
      position: held + index + 1,
      part,
    })),
  });
  await recordEvent(tx, actor, {
    ...{ event: "award_revocations.evidence_added", noun: "award_revocations", nounId: revocationId },
    after: { part, evidence: attached.value.map(({ sha256 }) => sha256) },
  });
  return ok();
}
