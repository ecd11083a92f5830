import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { pool } from "@/lib/db/pool";
import { withStoredFile } from "@/lib/files/store";
import type { IntakeColumn } from "@/lib/kernel/intake";
import { readRows, type SheetRow } from "../../sheets/reader";
import { reportProgress } from "../batch/commands";
import { type Batch, mappingOf } from "../batch/queries";
import { maskNumbers } from "../rules";

/** Brings the sheet's rows into the database by COPY, batch by batch; resolves to their number, or null where the file is gone. */
export function loadRows(
  batch: Batch,
  columns: readonly IntakeColumn[],
  signal: AbortSignal,
): Promise<number | null> {
  return withStoredFile(batch.file.sha256, (path) => load(path, batch, columns, signal));
}

async function load(path: string, batch: Batch, columns: readonly IntakeColumn[], signal: AbortSignal) {
  const at = { sheet: batch.sheet ?? "", headerRow: batch.headerRow ?? 1 };
  const keep = keeperOf(batch, columns);
  let count = 0;
  for await (const rows of readRows(path, at)) {
    signal.throwIfAborted();
    await copy(batch.id, count, rows, keep);
    count += rows.length;
    await reportProgress(batch.id, "checking", { rowsRead: count });
  }
  return count;
}

async function copy(batchId: number, before: number, rows: SheetRow[], keep: (cells: string[]) => string[]) {
  const client = await pool().connect();
  try {
    const lines = rows.map(
      ({ sheetRow, cells }, index) =>
        `${batchId}\t${before + index + 1}\t${sheetRow}\t${arrayText(keep(cells))}\n`,
    );
    const sink = client.query(copyFrom("COPY import_rows (batch_id, position, sheet_row, cells) FROM STDIN"));
    await pipeline(Readable.from([lines.join("")]), sink);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** What is kept of each cell: of an ID number no more than the registry keeps, and of columns that nobody reads no number at all. */
function keeperOf(batch: Batch, columns: readonly IntakeColumn[]) {
  const mapping = mappingOf(batch);
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const plain = (text: string) => text;
  const keepers = new Map(
    Object.entries(mapping).map(([index, key]) => [Number(index), byKey.get(key)?.conceal ?? plain]),
  );
  return (cells: string[]) => cells.map((text, index) => (keepers.get(index) ?? maskNumbers)(text));
}

/** An array in the words of COPY's text format: escaped once for the array and once for the line. */
function arrayText(cells: string[]): string {
  const quoted = cells.map(
    (cell) => `"${cell.replaceAll("\0", "").toWellFormed().replace(/["\\]/g, "\\$&")}"`,
  );
  return `{${quoted.join(",")}}`
    .replaceAll("\\", "\\\\")
    .replaceAll("\t", "\\t")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
}
