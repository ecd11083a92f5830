import { recordEvent } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { runCommand } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { ReceivedFile } from "@/lib/files/receive";
import { parseInput } from "@/lib/kernel/fields";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { headingsOf } from "../sheets/headings";
import { columnsOf, optionsOf } from "./columns";
import { headerKeyOf } from "./opening/remembered";
import { importUnits, mayImport, workableBy } from "./policy";
import type { SheetPreview } from "./queries";
import { cancellableStates, isOneOf, mappableStates } from "./rules";
import {
  applyInput,
  type CheckInput,
  checkInput,
  type ImportState,
  importRef,
  receiveInput,
  undoInput,
} from "./schema";
import { orderApplying, orderCheck, orderOpening, orderUndo } from "./tasks";

/** So many workbooks one person may send in a day: a slip of the hand is common, a full disk is not. */
const maxInADay = 300;

type Taken = Result<{ id: number; version: number }>;

/** Takes a workbook that has come in whole, and has it opened. */
export async function receiveImport(
  actor: Actor,
  input: unknown,
  file: ReceivedFile,
): Promise<Result<{ id: number }>> {
  const parsed = parseInput(receiveInput, input);
  if (!parsed.ok) return parsed;
  const { kind, unitId } = parsed.value;
  if (!mayImport(actor, kind)) return refuse({ code: "not_found" });
  return runCommand(async (tx) => {
    const where = { AND: [{ id: unitId }, importUnits(actor, kind)] };
    if ((await tx.organization.count({ where })) === 0) return refuseField("unitId", "outOfScope");
    const since = new Date(Date.now() - 24 * 60 * 60 * 1000);
    const today = { createdById: actor.userId, createdAt: { gte: since } };
    if ((await tx.importBatch.count({ where: today })) >= maxInADay) return refuse({ code: "throttled" });
    const { sha256, name, mediaType, size } = file;
    const stored = await tx.storedFile.create({
      data: { sha256, name, mediaType, size, uploadedById: actor.userId },
      select: { id: true },
    });
    const { id } = await tx.importBatch.create({
      data: {
        ...{ kind, fileId: stored.id, recordingUnitId: unitId, createdById: actor.userId },
        ...{ headings: [], phaseStartedAt: new Date() },
      },
      select: { id: true },
    });
    const after = { kind, unitId, file: name, size, sha256 };
    await recordEvent(tx, actor, { event: "imports.received", noun: "imports", nounId: id, after });
    await orderOpening(tx, id, actor);
    return ok({ id });
  });
}

/** Has all rows read and checked as the person says they are to be understood. */
export async function startCheck(actor: Actor, input: unknown): Promise<Taken> {
  const parsed = parseInput(checkInput, input);
  if (!parsed.ok) return parsed;
  const { id, version, sheet, headerRow, mapping, mode } = parsed.value;
  return runCommand(async (tx) => {
    const batch = await findWorkable(tx, actor, id);
    if (!batch) return refuse({ code: "not_found" });
    const fault = faultOfChoice(batch, parsed.value);
    if (fault) return fault;
    const options = parseInput(optionsOf(batch.kind), parsed.value.options);
    if (!options.ok) return options;
    const rows = (batch.preview as SheetPreview[]).find(({ name }) => name === sheet)?.rows ?? [];
    const headings = headingsOf(rows, headerRow);
    const same =
      batch.sheet === sheet && batch.headerRow === headerRow && isSameMapping(batch.mapping, mapping);
    const taken = await take(
      tx,
      actor,
      { id, version, from: mappableStates },
      {
        ...{ state: "checking", sheet, headerRow, headings, mapping, mode, options: options.value as object },
        // Read anew only where they are to be read otherwise: what people decided about a row stays with it.
        ...(!same && { rowsTotal: null, rowsRead: 0 }),
        ...{ countNew: 0, countChanged: 0, countUnchanged: 0, countDuplicate: 0, countFaulty: 0 },
        ...{
          rowsChecked: 0,
          rowsApplied: 0,
          failure: Prisma.DbNull,
          notice: null,
          phaseStartedAt: new Date(),
        },
      },
    );
    if (!taken.ok) return taken;
    const known = { userId: actor.userId, kind: batch.kind, headerKey: headerKeyOf(headings) };
    await tx.importMapping.upsert({
      where: { userId_kind_headerKey: known },
      create: { ...known, mapping },
      update: { mapping },
    });
    await orderCheck(tx, id, actor);
    return taken;
  });
}

/** Has what the check found written. Two who press at once: one. */
export async function applyImport(actor: Actor, input: unknown): Promise<Taken> {
  const parsed = parseInput(applyInput, input);
  if (!parsed.ok) return parsed;
  const { id, version } = parsed.value;
  return runCommand(async (tx) => {
    const batch = await findWorkable(tx, actor, id);
    if (!batch) return refuse({ code: "not_found" });
    const mode = parsed.value.mode ?? batch.mode;
    if (batch.state === "checked" && batch.countNew + batch.countChanged === 0)
      return refuse({ code: "conflict", detail: { message: "importNothingToApply" } });
    if (batch.state === "checked" && mode === "all" && batch.countFaulty > 0)
      return refuse({ code: "conflict", detail: { message: "importHasFaults", value: batch.countFaulty } });
    const data = {
      state: "applying",
      mode,
      rowsApplied: 0,
      notice: null,
      phaseStartedAt: new Date(),
    } as const;
    const taken = await take(tx, actor, { id, version, from: ["checked"] }, data);
    if (taken.ok) await orderApplying(tx, id, actor);
    return taken;
  });
}

/** Ends an import before it is applied, or between two batches of it: what is written by then stays, and can be undone. */
export async function cancelImport(actor: Actor, input: unknown): Promise<Taken> {
  const parsed = parseInput(importRef, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return runCommand(async (tx) => {
    const batch = await findWorkable(tx, actor, id);
    if (!batch) return refuse({ code: "not_found" });
    const { state, mode, version } = batch;
    // Only its own job knows how many batches are through: it finds the mark and says so.
    const marked = state === "applying" && mode === "batches";
    const data = { cancelledById: actor.userId, cancelledAt: new Date(), failure: Prisma.DbNull };
    const taken = await take(
      tx,
      actor,
      { id, version, from: cancellableStates },
      marked ? data : { ...data, state: "cancelled", rowsApplied: 0, phaseStartedAt: null },
    );
    if (!taken.ok) return taken;
    const before = { kind: batch.kind, state };
    await recordEvent(tx, actor, { event: "imports.cancelled", noun: "imports", nounId: id, before });
    return taken;
  });
}

/** Has a whole import taken back. */
export async function undoImport(actor: Actor, input: unknown): Promise<Taken> {
  const parsed = parseInput(undoInput, input);
  if (!parsed.ok) return parsed;
  const { id, version, reason } = parsed.value;
  return runCommand(async (tx) => {
    const batch = await findWorkable(tx, actor, id);
    if (!batch) return refuse({ code: "not_found" });
    if (batch.purgedAt) return refuse({ code: "conflict", detail: { message: "importPurged" } });
    const data = { state: "undoing", notice: null, phaseStartedAt: new Date() } as const;
    const taken = await take(tx, actor, { id, version, from: ["applied"] }, data);
    if (taken.ok) await orderUndo(tx, id, actor, reason);
    return taken;
  });
}

const workableSelect = {
  ...{
    purgedAt: true,
    kind: true,
    state: true,
    mode: true,
    version: true,
    preview: true,
    sheet: true,
    headerRow: true,
  },
  ...{ mapping: true, countNew: true, countChanged: true, countFaulty: true },
} satisfies Prisma.ImportBatchSelect;
type Workable = Prisma.ImportBatchGetPayload<{ select: typeof workableSelect }>;

function findWorkable(tx: Tx, actor: Actor, id: number): Promise<Workable | null> {
  return tx.importBatch.findFirst({ where: { AND: [{ id }, workableBy(actor)] }, select: workableSelect });
}

type Guard = { id: number; version: number; from: readonly ImportState[] };

/** Moves a batch on, if it still is what the person saw. */
async function take(
  tx: Tx,
  actor: Actor,
  { id, version, from }: Guard,
  data: Prisma.ImportBatchUncheckedUpdateManyInput,
): Promise<Taken> {
  const { count } = await tx.importBatch.updateMany({
    where: { AND: [{ id, version, state: { in: [...from] } }, workableBy(actor)] },
    data: { ...data, version: { increment: 1 } },
  });
  if (count > 0) return ok({ id, version: version + 1 });
  const now = await tx.importBatch.findFirstOrThrow({ where: { id }, select: { state: true } });
  return isOneOf(from, now.state)
    ? refuse({ code: "stale" })
    : refuse({ code: "conflict", detail: { message: "importMovedOn" } });
}

function faultOfChoice({ kind, preview }: Workable, { sheet, mapping }: CheckInput) {
  const sheets = (preview ?? []) as SheetPreview[];
  if (!sheets.some(({ name }) => name === sheet)) return refuseField("sheet", "unknownValue");
  const columns = columnsOf(kind);
  const mapped = new Set(Object.values(mapping));
  if ([...mapped].some((key) => !columns.some((column) => column.key === key)))
    return refuseField("mapping", "unknownValue");
  const missing = columns.filter(({ key, required }) => required && !mapped.has(key));
  const names = missing.map(({ key, headings }) => headings[0] ?? key).join("、");
  return missing.length > 0 ? refuseField("mapping", `importColumnsMissing:${names}`) : null;
}

function isSameMapping(before: Prisma.JsonValue, now: Record<string, string>): boolean {
  const text = (mapping: object) => JSON.stringify(Object.entries(mapping).sort());
  return before !== null && text(before as object) === text(now);
}
