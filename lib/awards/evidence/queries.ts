import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { transaction } from "@/lib/db/transaction";
import { evidenceVisibleTo } from "../revocations/policy";

export type EvidenceFile = { sha256: string; name: string; mediaType: string };

/**
 * A piece of evidence for its download; null where the actor may not read it. That it was read is put down in the same
 * transaction: nobody gets it without a trace.
 */
export async function openEvidence(
  actor: Actor,
  awardId: number,
  revocationId: number,
  fileId: number,
): Promise<EvidenceFile | null> {
  return transaction(async (tx) => {
    const found = await tx.awardRevocationFile.findFirst({
      where: { fileId, revocation: { AND: [{ id: revocationId, awardId }, evidenceVisibleTo(actor)] } },
      select: { file: { select: { sha256: true, name: true, mediaType: true } } },
    });
    if (!found) return null;
    await recordEvent(tx, actor, {
      ...{ event: "award_revocations.evidence_read", noun: "award_revocations", nounId: revocationId },
      after: { evidence: [found.file.sha256] },
    });
    return found.file;
  });
}
