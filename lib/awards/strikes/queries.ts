import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { visibleTo as visibleDocuments } from "@/lib/documents/policy";
import { pageWindow, type Page } from "@/lib/kernel/page";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { escapeLike } from "@/lib/kernel/text";
import { visibleTo as visibleAwards } from "../policy";
import { readsRevocations, visibleTo, waitingFor } from "../revocations/policy";
import { targetOf, targetSelect, type TargetView } from "../cases/queries";
import { publishedStates, waitingStates } from "../revocations/rules";
import type { RevocationFilter, RevocationState } from "../revocations/schema";

/** A case as the award's page tells it. */
export type RevocationNote = {
  id: number;
  awardId: number;
  titleName: string;
  titleNameEn: string | null;
  target: TargetView;
  state: RevocationState;
  effectiveOn: PartialDate;
  annulledOn: PartialDate | null;
  document: Cited;
  annulmentDocument: Cited | null;
  /** Whether the actor may open the case. */
  linked: boolean;
};
export type Cited = { id: number; label: string; linked: boolean };

/** Cases about an award that the actor was found to see. Who only reads the ledger is told of what was decided. */
export async function listRevocationsOfAward(actor: Actor, awardId: number): Promise<RevocationNote[]> {
  return notes(actor, { awardId });
}

/** Cases that a document decides, as far as the actor sees their awards. */
export async function listRevocationsOfDocument(actor: Actor, documentId: number): Promise<RevocationNote[]> {
  return notes(actor, {
    AND: [
      { OR: [{ documentId }, { annulmentDocumentId: documentId }] },
      { OR: [{ award: visibleAwards(actor) }, visibleTo(actor)] },
    ],
  });
}

export type RevocationRow = {
  id: number;
  awardId: number;
  titleName: string;
  titleNameEn: string | null;
  target: TargetView;
  state: RevocationState;
  effectiveOn: PartialDate;
  documentLabel: string;
  createdAt: Date;
};

/** Cases that the actor may confirm, those that wait longest first. */
export async function revocationsToConfirm(
  actor: Actor,
  limit = 10,
): Promise<{ total: number; rows: RevocationRow[] }> {
  if (!readsRevocations(actor)) return { total: 0, rows: [] };
  const where = waitingFor(actor);
  const [total, rows] = await Promise.all([
    db.awardRevocation.count({ where }),
    db.awardRevocation.findMany({ where, orderBy: { id: "asc" }, take: limit, select: rowSelect }),
  ]);
  return { total, rows: rows.map(toRow) };
}

/** All cases that the actor sees. */
export async function listRevocations(actor: Actor, filter: RevocationFilter): Promise<Page<RevocationRow>> {
  const where: Prisma.AwardRevocationWhereInput = {
    AND: [
      visibleTo(actor),
      filter.state === undefined
        ? {}
        : { state: filter.state === "waiting" ? { in: [...waitingStates] } : filter.state },
      filter.q ? matching(escapeLike(filter.q)) : {},
    ],
  };
  const total = await db.awardRevocation.count({ where });
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const rows = await db.awardRevocation.findMany({
    where,
    orderBy: [
      { [filter.sort === "effectiveOn" ? "effectiveOn" : "createdAt"]: filter.direction },
      { id: filter.direction },
    ],
    skip,
    take,
    select: rowSelect,
  });
  return { rows: rows.map(toRow), total, page, size };
}

function matching(contains: string): Prisma.AwardRevocationWhereInput {
  return {
    OR: [
      { award: { titleName: { contains } } },
      { award: { ledgerNumber: { startsWith: contains } } },
      { award: { recipients: { some: { name: { contains } } } } },
      { member: { name: { contains } } },
      { document: { number: { contains } } },
    ],
  };
}

/** Whether the document comes from the body that granted the award or from one above it. The rule is the database's own. */
export async function decidesOnAward(tx: Tx, documentId: number, awardId: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ decides: boolean }]>`
    SELECT document_decides_on_award(${documentId}::int, ${awardId}::int) AS decides`;
  return row.decides;
}

async function notes(actor: Actor, where: Prisma.AwardRevocationWhereInput) {
  const open = readsRevocations(actor) ? visibleTo(actor) : { id: { in: [] } };
  const rows = await db.awardRevocation.findMany({
    where: { AND: [where, { OR: [{ state: { in: [...publishedStates] } }, open] }] },
    orderBy: { id: "asc" },
    take: 200,
    select: noteSelect,
  });
  if (rows.length === 0) return [];
  const documents = rows.flatMap(({ document, annulmentDocument }) => [
    document.id,
    annulmentDocument?.id ?? 0,
  ]);
  const [cases, papers] = await Promise.all([
    db.awardRevocation.findMany({
      where: { AND: [{ id: { in: rows.map(({ id }) => id) } }, open] },
      select: { id: true },
    }),
    db.document.findMany({
      where: { AND: [{ id: { in: documents } }, visibleDocuments(actor)] },
      select: { id: true },
    }),
  ]);
  const cited = ({
    id,
    number,
    title: name,
  }: {
    id: number;
    number: string | null;
    title: string;
  }): Cited => ({
    id,
    label: number ?? name,
    linked: papers.some((paper) => paper.id === id),
  });
  return rows.map(({ recipient, member, award, document, annulmentDocument, ...row }) => ({
    ...row,
    ...award,
    target: targetOf({ recipient, member }),
    effectiveOn: row.effectiveOn as PartialDate,
    annulledOn: row.annulledOn as PartialDate | null,
    document: cited(document),
    annulmentDocument: annulmentDocument && cited(annulmentDocument),
    linked: cases.some(({ id }) => id === row.id),
  }));
}

const rowSelect = {
  ...{ id: true, awardId: true, state: true, effectiveOn: true, createdAt: true },
  ...targetSelect,
  award: { select: { titleName: true, titleNameEn: true } },
  document: { select: { number: true, title: true } },
} satisfies Prisma.AwardRevocationSelect;

function toRow({
  recipient,
  member,
  award,
  document,
  ...row
}: Prisma.AwardRevocationGetPayload<{ select: typeof rowSelect }>): RevocationRow {
  return {
    ...row,
    ...award,
    target: targetOf({ recipient, member }),
    effectiveOn: row.effectiveOn as PartialDate,
    documentLabel: document.number ?? document.title,
  };
}

const title = { select: { titleName: true, titleNameEn: true } } as const;
const paper = { select: { id: true, number: true, title: true } } as const;
const noteSelect = {
  ...{ id: true, awardId: true, state: true, effectiveOn: true, annulledOn: true },
  ...targetSelect,
  award: title,
  document: paper,
  annulmentDocument: paper,
} satisfies Prisma.AwardRevocationSelect;
