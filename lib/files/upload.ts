import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { ReceivedFile } from "./receive";

export type FileView = { id: number; name: string; size: number };
export type AttachedFile = FileView & { mediaType: string; sha256: string };

/** So many uploads of one person may wait to be attached in a day: a form left open is common, a full disk is not. */
const maxWaiting = 200;

/** Puts down a received file as the actor's own, attached to nothing yet. */
export async function storeUpload(actor: Actor, file: ReceivedFile): Promise<Result<FileView>> {
  if (await hasTooManyWaiting(actor)) return refuse({ code: "throttled" });
  const { sha256, name, mediaType, size } = file;
  const stored = await db.storedFile.create({
    data: { sha256, name, mediaType, size, uploadedById: actor.userId },
    select: { id: true },
  });
  return ok({ id: stored.id, name, size });
}

/**
 * Whether the actor may attach these files to a record: own uploads, attached nowhere else. The rows stay locked until the
 * transaction ends, so that two records never get the same file. The caller writes the rows that attach them.
 */
export async function attachFiles(
  tx: Tx,
  actor: Actor,
  ids: number[],
  field = "files",
): Promise<Result<AttachedFile[]>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return ok([]);
  // FOR UPDATE has no form in Prisma.
  await tx.$queryRaw`SELECT id FROM stored_files WHERE id = ANY (${wanted}) AND uploaded_by_id = ${actor.userId} ORDER BY id FOR UPDATE`;
  const free = await tx.storedFile.findMany({
    where: {
      id: { in: wanted },
      uploadedById: actor.userId,
      documents: { none: {} },
      requests: { none: {} },
      imports: { none: {} },
      revocations: { none: {} },
    },
    select: { id: true, name: true, size: true, mediaType: true, sha256: true },
  });
  const found = new Map(free.map((file) => [file.id, file]));
  const files = wanted.map((id) => found.get(id)).filter((file) => file !== undefined);
  return files.length === wanted.length
    ? ok(files)
    : refuse({ code: "invalid", fields: { [field]: ["fileMissing"] } });
}

async function hasTooManyWaiting(actor: Actor): Promise<boolean> {
  const since = new Date(Date.now() - 24 * 60 * 60 * 1000);
  const where = {
    uploadedById: actor.userId,
    createdAt: { gte: since },
    documents: { none: {} },
    requests: { none: {} },
    imports: { none: {} },
    revocations: { none: {} },
  };
  return (await db.storedFile.count({ where })) >= maxWaiting;
}
