import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { readSql } from "@/lib/db/part-sql";
import type { Tx } from "@/lib/db/transaction";
import { recipientFacts } from "../facts/queries";
import type { RecipientFact } from "../facts/rules";
import type { Announced } from "../notices/rules";
import { canRecord, checkableBy, mayCheck, recordableBy, type Standing, visibleTo } from "../policy";
import { rowFields, toRow, type AwardRow } from "../queries";
import type { AwardState } from "../schema";

export type ReturnedRow = AwardRow & {
  reason: string | null;
  returnedBy: string | null;
  returnedAt: Date | null;
};

/** An award with all that a decision on it asks. */
export type Found = Announced &
  Standing & { version: number; ledgerNumber: string | null; recipients: RecipientFact[] };

/** An award in sight, for a decision. Raw, for a single statement. */
export async function findStanding(tx: Tx, actor: Actor, id: number): Promise<Found | null> {
  const sight = await readSql(`awards ${JSON.stringify(actor.grants)}`, (client) =>
    client.award.findMany({ where: visibleTo(actor), select: { id: true } }),
  );
  const [award] = await tx.$queryRaw<Found[]>`
    SELECT a.id, a.version, a.state, a.entered_by_ids AS "enteredByIds", a.created_by_id AS "createdById", a.title_name AS "titleName",
      a.ledger_number AS "ledgerNumber", o.path AS "recordingUnitPath",
      (SELECT c.changed_by_id FROM award_state_changes c WHERE c.award_id = a.id AND c.to_state = 'submitted' ORDER BY c.id DESC LIMIT 1) AS "submittedById",
      ${recipientFacts} AS recipients
    FROM awards a JOIN organizations o ON o.id = a.recording_unit_id
    WHERE a.id = ${id} AND EXISTS (SELECT FROM (${sight}) AS seen WHERE seen.id = a.id OFFSET 0)`;
  return award ?? null;
}

/** Submitted awards that the actor may confirm, those that wait longest first. */
export async function awardsToCheck(actor: Actor, limit = 10): Promise<{ total: number; rows: AwardRow[] }> {
  if (!mayCheck(actor)) return { total: 0, rows: [] };
  const where = toCheck(actor);
  const [total, rows] = await Promise.all([
    db.award.count({ where }),
    db.award.findMany({ where, orderBy: { id: "asc" }, take: limit, select: rowFields }),
  ]);
  return { total, rows: rows.map(toRow) };
}

/** Where an award stands among those that wait for the actor: the ones before and after it, by id. */
export async function neighboursToCheck(
  actor: Actor,
  id: number,
): Promise<{ previous: number | null; next: number | null; total: number }> {
  if (!mayCheck(actor)) return { previous: null, next: null, total: 0 };
  const where = toCheck(actor);
  const [previous, next, total] = await Promise.all([
    db.award.findFirst({
      where: { AND: [where, { id: { lt: id } }] },
      orderBy: { id: "desc" },
      select: { id: true },
    }),
    db.award.findFirst({
      where: { AND: [where, { id: { gt: id } }] },
      orderBy: { id: "asc" },
      select: { id: true },
    }),
    db.award.count({ where }),
  ]);
  return { previous: previous?.id ?? null, next: next?.id ?? null, total };
}

/** Drafts that came back, for those who can mend them. */
export async function returnedDrafts(
  actor: Actor,
  limit = 10,
): Promise<{ total: number; rows: ReturnedRow[] }> {
  if (!canRecord(actor)) return { total: 0, rows: [] };
  const where: Prisma.AwardWhereInput = {
    AND: [visibleTo(actor), recordableBy(actor), { state: "returned" }],
  };
  const [total, rows] = await Promise.all([
    db.award.count({ where }),
    db.award.findMany({
      where,
      orderBy: { updatedAt: "desc" },
      take: limit,
      select: {
        ...rowFields,
        stateChanges: {
          where: { toState: "returned" },
          orderBy: { id: "desc" },
          take: 1,
          select: { reason: true, changedAt: true, changedBy: { select: { name: true } } },
        },
      },
    }),
  ]);
  return {
    total,
    rows: rows.map(({ stateChanges: [change], ...row }) => ({
      ...toRow(row),
      reason: change?.reason ?? null,
      returnedBy: change?.changedBy?.name ?? null,
      returnedAt: change?.changedAt ?? null,
    })),
  };
}

function toCheck(actor: Actor): Prisma.AwardWhereInput {
  return { AND: [visibleTo(actor), checkableBy(actor), { state: "submitted" }] };
}

export type Duplicate = {
  id: number;
  ledgerNumber: string | null;
  titleName: string;
  state: AwardState;
  names: string[];
};
/** Domain rule 10: the same subject, title family, year, prize level and document is worth a warning, never a block. */
export async function findDuplicates(actor: Actor, id: number): Promise<Duplicate[]> {
  const own = await db.award.findFirstOrThrow({
    where: { id },
    select: {
      awardYear: true,
      prizeLevelCode: true,
      title: { select: { familyId: true } },
      documents: { select: { documentId: true } },
      recipients: { select: subjectIds },
    },
  });
  const same: Prisma.AwardRecipientWhereInput[] = own.recipients.map((ids) =>
    Object.fromEntries(Object.entries(ids).filter(([, value]) => value !== null)),
  );
  const documents = own.documents.map(({ documentId }) => documentId);
  const found = await db.award.findMany({
    where: {
      AND: [
        visibleTo(actor),
        {
          id: { not: id },
          state: { not: "void" },
          awardYear: own.awardYear,
          prizeLevelCode: own.prizeLevelCode,
          title: { familyId: own.title.familyId },
        },
        { recipients: { some: { OR: same } } },
        { documents: documents.length > 0 ? { some: { documentId: { in: documents } } } : { none: {} } },
      ],
    },
    orderBy: { id: "desc" },
    take: 5,
    select: {
      id: true,
      ledgerNumber: true,
      titleName: true,
      state: true,
      recipients: { where: { OR: same }, orderBy: { position: "asc" }, select: { name: true } },
    },
  });
  return found.map(({ recipients, ...award }) => ({ ...award, names: recipients.map(({ name }) => name) }));
}

const subjectIds = {
  employeeId: true,
  teamId: true,
  studioId: true,
  organizationId: true,
  achievementId: true,
} as const;
