import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import type { Tx } from "@/lib/db/transaction";
import type { AttachedFile } from "@/lib/files/upload";

export type HeldScan = { id: number; name: string; sha256: string };

/** Puts scans behind those that the document holds. They were proved to be the actor's to attach. */
export async function addScans(
  tx: Tx,
  actor: Actor,
  documentId: number,
  files: AttachedFile[],
  last: number,
): Promise<void> {
  await tx.documentFile.createMany({
    data: files.map(({ id }, index) => ({ documentId, fileId: id, position: last + index + 1 })),
  });
  for (const { id, name, size, sha256 } of files) {
    await recordEvent(tx, actor, {
      event: "documents.file_added",
      noun: "documents",
      nounId: documentId,
      after: { file: name, fileId: id, size, sha256 },
    });
  }
}

/** Takes files off the document. Their bytes stay in the store, for what the audit tells of must be found. */
export async function removeScans(
  tx: Tx,
  actor: Actor,
  documentId: number,
  files: HeldScan[],
): Promise<void> {
  await tx.documentFile.deleteMany({ where: { documentId, fileId: { in: files.map(({ id }) => id) } } });
  for (const { id, name, sha256 } of files) {
    await recordEvent(tx, actor, {
      event: "documents.file_removed",
      noun: "documents",
      nounId: documentId,
      before: { file: name, fileId: id, sha256 },
    });
  }
}
