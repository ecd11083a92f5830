import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { canReadDocuments, visibleTo } from "../policy";

/** One file of a document the actor sees, for its download. */
export async function getScan(
  actor: Actor,
  documentId: number,
  fileId: number,
): Promise<{ sha256: string; name: string; mediaType: string } | null> {
  if (!canReadDocuments(actor)) return null;
  const found = await db.documentFile.findFirst({
    where: { documentId, fileId, document: visibleTo(actor) },
    select: { file: { select: { sha256: true, name: true, mediaType: true } } },
  });
  return found && found.file;
}
