import { recordEvent } from "@/lib/audit/record";
import { requireRecent } from "@/lib/auth/confirmation";
import type { Actor } from "@/lib/auth/roles";
import { zonedYear } from "@/lib/awards/rules";
import { type AwardFilter, readAwardFilter } from "@/lib/awards/schema";
import { runCommand } from "@/lib/db/command";
import { DatabaseUnavailable } from "@/lib/db/faults";
import { translateFault } from "@/lib/db/translate";
import { canReadIdentities } from "@/lib/employees/identities/policy";
import { parseInput } from "@/lib/kernel/fields";
import { maskNumbers } from "@/lib/kernel/mask-numbers";
import { ok, refuse, refuseField, type Result } from "@/lib/kernel/result";
import { byteStream } from "../sheets/byte-stream";
import { csv } from "../sheets/csv";
import { xlsx } from "../sheets/xlsx";
import type { Ledger } from "./ledger/queries";
import { mayExport } from "@/lib/awards/policy";
import { countNumbers, filterWords, openExport } from "./queries";
import type { Words } from "./ledger/cells";
import { fileName, notesOf, sheetColumns } from "./rules";
import {
  exportInput,
  type ExportInput,
  holdsNumbers,
  layoutInput,
  layoutRef,
  layoutsMax,
  wantsProof,
} from "./schema";

export type Download = { name: string; mediaType: string; body: ReadableStream<Uint8Array> };
type Setting = { words: Words; english: boolean; now: Date; signal: AbortSignal };

const writers = { xlsx, csv };

/**
 * A file of the awards that the list shows for the filter in `input`. What goes out is put down before the first byte goes:
 * the event is committed by itself while the rows wait in their own snapshot, from which its count is taken.
 */
export async function exportAwards(
  actor: Actor,
  input: Record<string, unknown>,
  setting: Setting,
): Promise<Result<Download>> {
  if (!mayExport(actor)) return refuse({ code: "not_found" });
  const parsed = parseInput(exportInput, input);
  if (!parsed.ok) return parsed;
  const wantsNumbers = holdsNumbers(parsed.value.columns);
  if (wantsNumbers && !canReadIdentities(actor)) return refuseField("columns", "unknownValue");
  const filter = readAwardFilter(input, zonedYear(setting.now));
  try {
    const ledger = await openExport(actor, filter, {
      ...parsed.value,
      english: setting.english,
      words: setting.words,
    });
    if (!ledger) return refuse({ code: "throttled", detail: { message: "exportsBusy" } });
    const download = await makeDownload(actor, ledger, filter, parsed.value, setting).catch(
      (error: unknown) => {
        ledger.close();
        throw error;
      },
    );
    if (!download.ok) ledger.close();
    return download;
  } catch (error) {
    if (translateFault(error) instanceof DatabaseUnavailable) return refuse({ code: "unavailable" });
    throw error;
  }
}

async function makeDownload(
  actor: Actor,
  ledger: Ledger,
  filter: AwardFilter,
  choice: ExportInput,
  { words, english, now, signal }: Setting,
): Promise<Result<Download>> {
  const { columns, rowPer, format, reason } = choice;
  const writer = writers[format];
  const count = ledger.rows;
  if (count > writer.maxRows) return refuseField("format", `exportTooLarge:${writer.maxRows}`);
  const unconfirmed = wantsProof(columns, count) && (await requireRecent(actor));
  if (unconfirmed) return refuse(unconfirmed);
  const told = await filterWords(actor, filter, english, words.awards);
  const { page: _page, size: _size, ...rest } = filter;
  const asked = { ...rest, ...(rest.q && { q: maskNumbers(rest.q) }) };
  const after = { filter: asked, columns, rowPer, format, count, awards: ledger.awards };
  const numbers = holdsNumbers(columns) ? { numbersOf: await countNumbers(actor, filter) } : {};
  const logged = await runCommand(async (tx) => {
    await recordEvent(tx, actor, {
      event: "awards.exported",
      noun: "awards",
      nounId: null,
      after: { ...after, ...numbers },
      reason,
    });
    return ok();
  });
  if (!logged.ok) return logged;
  const book = {
    name: words.exports("file.sheet"),
    columns: sheetColumns(columns, rowPer, words),
    rowCount: count,
    batches: ledger.cells(),
    // Whole numbers are sealed where PostgreSQL is.
    ...(!holdsNumbers(columns) && { lines: ledger.lines() }),
    notes: {
      name: words.exports("file.notes"),
      rows: notesOf({ told, choice, awards: ledger.awards, count, by: actor.name, now }, words),
    },
  };
  const body = byteStream(writer.write(book), ledger.close, signal);
  return ok({ name: fileName(count, now, writer.ending, words), mediaType: writer.mediaType, body });
}

/** Saves the actor's choice of columns under a name, or over one of their own. */
export async function saveLayout(actor: Actor, input: unknown): Promise<Result<{ id: number }>> {
  if (!mayExport(actor)) return refuse({ code: "not_found" });
  const parsed = parseInput(layoutInput, input);
  if (!parsed.ok) return parsed;
  const { id, ...layout } = parsed.value;
  const { userId } = actor;
  return runCommand(async (tx) => {
    if (id !== null) {
      const { count } = await tx.exportLayout.updateMany({ where: { id, userId }, data: layout });
      return count === 0 ? refuse({ code: "not_found" }) : ok({ id });
    }
    if ((await tx.exportLayout.count({ where: { userId } })) >= layoutsMax)
      return refuseField("name", `tooMany:${layoutsMax}`);
    return ok(await tx.exportLayout.create({ data: { ...layout, userId }, select: { id: true } }));
  });
}

export async function deleteLayout(actor: Actor, input: unknown): Promise<Result<void>> {
  const parsed = parseInput(layoutRef, input);
  if (!parsed.ok) return parsed;
  return runCommand(async (tx) => {
    const { count } = await tx.exportLayout.deleteMany({
      where: { id: parsed.value.id, userId: actor.userId },
    });
    return count === 0 ? refuse({ code: "not_found" }) : ok();
  });
}
