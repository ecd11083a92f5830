import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { normalizeDocumentNumber } from "@/lib/kernel/text";
import type { NamedRef } from "@/lib/honors/schema";
import { awardsInSight, canReadDocuments, canRecordDocuments, canWrite, visibleTo } from "./policy";
import type { DocumentKind } from "./schema";

export type DocumentRef = { id: number; number: string | null; title: string; kind: DocumentKind };
export type DocumentRow = DocumentRef & {
  signedOn: string | null;
  publishedOn: string | null;
  issuers: NamedRef[];
  recordingUnit: { id: number; name: string };
  awardCount: number;
  fileCount: number;
};
export type DocumentFileView = { id: number; name: string; size: number; mediaType: string };
export type DocumentView = Omit<DocumentRow, "awardCount" | "fileCount"> & {
  sourceUrl: string | null;
  remark: string | null;
  files: DocumentFileView[];
  /** Linked documents, as far as the actor sees them. */
  corrects: DocumentRef | null;
  forwards: DocumentRef | null;
  correctedBy: DocumentRef[];
  forwardedBy: DocumentRef[];
  canEdit: boolean;
  version: number;
};

export async function getDocument(actor: Actor, id: number): Promise<DocumentView | null> {
  if (!canReadDocuments(actor)) return null;
  const document = await db.document.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: viewSelect,
  });
  if (!document) return null;
  const linked = await db.document.findMany({
    where: {
      AND: [
        visibleTo(actor),
        {
          OR: [
            { id: { in: [document.correctsId ?? 0, document.forwardsId ?? 0] } },
            { correctsId: id },
            { forwardsId: id },
          ],
        },
      ],
    },
    orderBy: [{ signedOn: "asc" }, { id: "asc" }],
    select: { ...refSelect, correctsId: true, forwardsId: true },
  });
  const ref = ({ id, number, title, kind }: DocumentRef): DocumentRef => ({ id, number, title, kind });
  const { correctsId, forwardsId, issuers, files, recordingUnit, ...facts } = document;
  const one = (id: number | null) => linked.filter((other) => other.id === id).map(ref)[0] ?? null;
  return {
    ...facts,
    recordingUnit: { id: recordingUnit.id, name: recordingUnit.name },
    issuers: issuers.map(({ grantingBody }) => grantingBody),
    files: files.map(({ file }) => file),
    corrects: one(correctsId),
    forwards: one(forwardsId),
    correctedBy: linked.filter((other) => other.correctsId === id).map(ref),
    forwardedBy: linked.filter((other) => other.forwardsId === id).map(ref),
    canEdit: canWrite(actor, recordingUnit.path),
  };
}

export type NumberHolder = { taken: boolean; document: DocumentRef | null };

/** Whether a document bears this 文号 in any writing; which one it is only who may see it is told. */
export async function findByNumber(actor: Actor, number: string, except = 0): Promise<NumberHolder> {
  const numberKey = normalizeDocumentNumber(number);
  if (numberKey === "" || !canRecordDocuments(actor)) return { taken: false, document: null };
  const where: Prisma.DocumentWhereInput = { numberKey, id: { not: except } };
  const document = await db.document.findFirst({
    where: { AND: [where, visibleTo(actor)] },
    select: refSelect,
  });
  // That it is taken is true for everybody.
  const taken = document !== null || (await asSystem(() => db.document.count({ where }))) > 0;
  return { taken, document };
}

const refSelect = { id: true, number: true, title: true, kind: true } as const;
const sharedSelect = {
  ...refSelect,
  signedOn: true,
  publishedOn: true,
  issuers: {
    select: { grantingBody: { select: { id: true, name: true, nameEn: true } } },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.DocumentSelect;
const viewSelect = {
  ...sharedSelect,
  recordingUnit: { select: { id: true, name: true, path: true } },
  sourceUrl: true,
  remark: true,
  correctsId: true,
  forwardsId: true,
  files: {
    select: { file: { select: { id: true, name: true, size: true, mediaType: true } } },
    orderBy: { position: "asc" },
  },
  version: true,
} as const satisfies Prisma.DocumentSelect;

export const rowSelect = {
  ...sharedSelect,
  recordingUnit: { select: { id: true, name: true } },
} as const satisfies Prisma.DocumentSelect;

/** With how many files, and awards in the actor's sight, each has. Prisma's own count gathers those of all documents first. */
export async function counted(
  actor: Actor,
  rows: Prisma.DocumentGetPayload<{ select: typeof rowSelect }>[],
): Promise<DocumentRow[]> {
  const documentId = { in: rows.map(({ id }) => id) };
  const awards = await db.awardDocument.groupBy({
    by: "documentId",
    where: { documentId, award: awardsInSight(actor) },
    _count: true,
  });
  const files = await db.documentFile.groupBy({ by: "documentId", where: { documentId }, _count: true });
  const countOf = (counts: typeof awards, id: number) =>
    counts.find((count) => count.documentId === id)?._count ?? 0;
  return rows.map(({ issuers, ...document }) => ({
    ...document,
    issuers: issuers.map(({ grantingBody }) => grantingBody),
    awardCount: countOf(awards, document.id),
    fileCount: countOf(files, document.id),
  }));
}
