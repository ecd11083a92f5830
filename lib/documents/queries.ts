import { type Actor, scopeNodes } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { readFound } from "@/lib/db/behind-wall";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { normalizeDocumentNumber } from "@/lib/kernel/text";
import type { NamedRef } from "@/lib/honors/schema";
import { canReadDocuments, canRecordDocuments, canWrite, seesAllAwards, visibleTo } from "./policy";
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

/**
 * Documents that the actor was found to see, as they were found, with how many files and awards in the actor's sight each has. By one
 * statement where Prisma would send six.
 */
export async function readRows(actor: Actor, found: readonly { id: number }[]): Promise<DocumentRow[]> {
  const values: unknown[] = [];
  const sight = sightSql(actor, (value) => `$${values.push(value) + 1}`);
  return readFound<DocumentRow>(
    `SELECT d.id, d.number, d.title, d.kind::text, d.signed_on AS "signedOn", d.published_on AS "publishedOn",
        json_build_object('id', o.id, 'name', o.name) AS "recordingUnit",
        ARRAY(SELECT json_build_object('id', g.id, 'name', g.name, 'nameEn', g.name_en) FROM document_issuers x
          JOIN granting_bodies g ON g.id = x.granting_body_id WHERE x.document_id = d.id ORDER BY x.position) AS issuers,
        (SELECT count(*)::int FROM award_documents x WHERE x.document_id = d.id AND ${sight}) AS "awardCount",
        (SELECT count(*)::int FROM document_files x WHERE x.document_id = d.id) AS "fileCount"
      FROM unnest($1::int[]) WITH ORDINALITY AS found (id, place)
      JOIN documents d ON d.id = found.id JOIN organizations o ON o.id = d.recording_unit_id ORDER BY found.place`,
    found,
    values,
  );
}

/** Who brings awards into sight, and which: `s` is an award's place in a scope. */
export const sights = [
  [["recorder", "checker", "union_admin"], ""],
  [
    ["hr", "discipline"],
    " AND EXISTS (SELECT FROM awards a WHERE a.id = s.award_id AND a.state IN ('effective', 'expired', 'revoked') OFFSET 0)",
  ],
] as const;

/** Whether an award of a document (`x`) is in the actor's sight, as `awardsInSight` says it, by the units that find it. */
export function sightSql(actor: Actor, given: (value: unknown) => string): string {
  if (seesAllAwards(actor)) return "true";
  const arms = sights.map(([roles, states]) => {
    const nodes = given(scopeNodes(actor, ...roles));
    return `EXISTS (SELECT FROM award_scopes s WHERE s.award_id = x.award_id AND s.unit_id = ANY (${nodes}::int[])${states} OFFSET 0)`;
  });
  return `(${arms.join(" OR ")})`;
}
