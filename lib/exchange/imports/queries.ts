import type { Actor } from "@/lib/auth/roles";
import { asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { canManageJobs } from "@/lib/jobs/policy";
import { pageWindow, type Page } from "@/lib/kernel/page";
import { escapeLike } from "@/lib/kernel/text";
import { hasSubmittedAwards } from "./confirming/queries";
import { canReadImports, confirmableBy, importUnits, visibleTo, workableBy } from "./policy";
import { cancellableStates, isOneOf, mappableStates, progressOf, type ImportProgress } from "./rules";
import type { ImportFilter, ImportKind, ImportOptions, RowFilter } from "./schema";
import {
  itemSelect,
  maskedPreview,
  progressSelect,
  rowSelect,
  toItem,
  toRow,
  viewSelect,
  type ImportItem,
  type ImportRowView,
  type ImportUnit,
  type ImportView,
  type SheetPreview,
} from "./views";

export type {
  ImportCounts,
  ImportItem,
  ImportRights,
  ImportRowView,
  ImportUnit,
  ImportView,
  SheetPreview,
} from "./views";
export type { ImportProgress } from "./rules";

export async function listImports(actor: Actor, filter: ImportFilter): Promise<Page<ImportItem>> {
  const { q, kind, state } = filter;
  const contains = escapeLike(q ?? "");
  const where: Prisma.ImportBatchWhereInput = {
    AND: [
      visibleTo(actor),
      kind ? { kind } : {},
      state ? { state } : {},
      q ? { file: { name: { contains, mode: "insensitive" } } } : {},
    ],
  };
  const total = await db.importBatch.count({ where });
  const { page, size, skip, take } = pageWindow(filter.page, filter.size, total);
  const rows = await db.importBatch.findMany({
    where,
    orderBy: { id: filter.direction },
    skip,
    take,
    select: itemSelect,
  });
  return { rows: rows.map(toItem), total, page, size };
}

export async function getImport(actor: Actor, id: number, now = new Date()): Promise<ImportView | null> {
  if (!canReadImports(actor)) return null;
  const batch = await db.importBatch.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: viewSelect,
  });
  if (!batch) return null;
  const { state } = batch;
  const [works, confirms, waiting] = await Promise.all([
    db.importBatch.count({ where: { AND: [{ id }, workableBy(actor)] } }),
    state === "applied"
      ? db.importBatch.count({
          where: {
            AND: [
              { id, appliedById: { not: actor.userId }, createdById: { not: actor.userId } },
              confirmableBy(actor),
            ],
          },
        })
      : 0,
    state === "applied" && batch.kind === "awards" && hasSubmittedAwards(id),
  ]);
  const mine = works > 0;
  return {
    ...toItem(batch),
    version: batch.version,
    mode: batch.mode,
    options: batch.options as ImportOptions,
    preview: maskedPreview(batch.preview as SheetPreview[] | null),
    sheet: batch.sheet,
    headerRow: batch.headerRow,
    headings: batch.headings,
    mapping: batch.mapping as Record<string, string> | null,
    progress: progressOf(batch, now),
    failure: batch.failure as ImportView["failure"],
    notice: batch.notice,
    appliedBy: batch.appliedBy?.name ?? null,
    appliedAt: batch.appliedAt,
    undoneBy: batch.undoneBy?.name ?? null,
    undoneAt: batch.undoneAt,
    cancelledBy: batch.cancelledBy?.name ?? null,
    cancelledAt: batch.cancelledAt,
    may: {
      map: mine && batch.preview !== null && isOneOf(mappableStates, state),
      apply: mine && state === "checked" && batch.countNew + batch.countChanged > 0,
      cancel: mine && isOneOf(cancellableStates, state),
      undo: mine && state === "applied" && batch.purgedAt === null,
      confirm: confirms > 0 && waiting,
    },
  };
}

/** How far a running import has come; null for one that the actor may not see. */
export async function getProgress(
  actor: Actor,
  id: number,
  now = new Date(),
): Promise<ImportProgress | null> {
  const facts = await db.importBatch.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: progressSelect,
  });
  return facts && progressOf(facts, now);
}

/** How far the imports of these jobs have come, by the job's key: numbers alone, for who looks after the queue. */
export async function getProgressOfJobs(
  actor: Actor,
  keys: readonly string[],
  now = new Date(),
): Promise<Map<string, { done: number; total: number | null }>> {
  const ids = keys.flatMap((key) => /^imports:(\d{1,9})$/.exec(key)?.[1] ?? []).map(Number);
  if (!canManageJobs(actor) || ids.length === 0) return new Map();
  const facts = await asSystem(() =>
    db.importBatch.findMany({ where: { id: { in: ids } }, select: { id: true, ...progressSelect } }),
  );
  return new Map(facts.map(({ id, ...one }) => [`imports:${id}`, doneOf(progressOf(one, now))]));
}

function doneOf({ phase, read, checked, applied, total }: ImportProgress) {
  return { done: phase === "open" ? read : phase === "check" ? checked : applied, total };
}

export async function listImportRows(
  actor: Actor,
  id: number,
  { outcome, blocked, q, page: asked, size: wanted }: RowFilter,
): Promise<Page<ImportRowView>> {
  const batch = await db.importBatch.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: { kind: true, state: true },
  });
  if (!batch) return { rows: [], total: 0, page: 1, size: wanted };
  const where: Prisma.ImportRowWhereInput = {
    AND: [
      { batchId: id },
      outcome ? { outcome } : {},
      blocked ? { appliedId: { not: null }, faults: { not: Prisma.DbNull } } : {},
      q ? { label: { contains: escapeLike(q), mode: "insensitive" } } : {},
    ],
  };
  const total = await db.importRow.count({ where });
  const { page, size, skip, take } = pageWindow(asked, wanted, total);
  const rows = await db.importRow.findMany({
    where,
    orderBy: { position: "asc" },
    skip,
    take,
    select: rowSelect,
  });
  return { rows: rows.map((row) => toRow(row, batch)), total, page, size };
}

/** The import that a record came from, as far as the actor sees it. */
export async function importOf(
  actor: Actor,
  kind: ImportKind,
  recordId: number,
): Promise<{ id: number; fileName: string; sheetRow: number } | null> {
  const row = await db.importRow.findFirst({
    where: {
      appliedId: recordId,
      outcome: "new",
      batch: { AND: [{ kind, state: { in: ["applying", "applied", "undoing"] } }, visibleTo(actor)] },
    },
    orderBy: { batchId: "desc" },
    select: { sheetRow: true, batch: { select: { id: true, file: { select: { name: true } } } } },
  });
  return row && { id: row.batch.id, fileName: row.batch.file.name, sheetRow: row.sheetRow };
}

/** Units for which the actor may take in rows of a kind, the topmost first. */
export async function listImportUnits(actor: Actor, kind: ImportKind, limit = 200): Promise<ImportUnit[]> {
  const units = await db.organization.findMany({
    where: { AND: [importUnits(actor, kind), { validTo: null }] },
    orderBy: { path: "asc" },
    take: limit,
    select: { id: true, name: true },
  });
  return units.map(({ id, name }) => ({ id, label: name }));
}
