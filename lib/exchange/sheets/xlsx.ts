import { setTimeout as rest } from "node:timers/promises";
import { sheetRows } from "./limits";
import { letters } from "./places";
import type { Book, BookWriter } from "./sheet";
import { rowOf } from "./xlsx-cells";
import {
  contentTypes,
  rootRelations,
  style,
  styles,
  workbook,
  workbookRelations,
  worksheetEnd,
  worksheetOpening,
} from "./xlsx-parts";
import { zip } from "./zip";

/** Rows that take about a millisecond to write. */
const rowsAtOnce = 100;

// One for the process: Next loads this module anew for every bundle.
const held = globalThis as { registryRowsTurn?: { last: Promise<unknown>; waiting: number } };
const turn = (held.registryRowsTurn ??= { last: Promise.resolve(), waiting: 0 });

/**
 * Rows are written one workbook's at a time, with a rest of a millisecond after them for each workbook that wants a turn: one alone
 * leaves half of the thread to pages, several together leave more.
 */
function inTurn<T>(work: () => T): Promise<T> {
  turn.waiting += 1;
  const done = turn.last.then(work);
  const after = () => rest(turn.waiting--);
  turn.last = done.then(after, after);
  return done;
}

export const xlsxMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const xlsx: BookWriter = {
  mediaType: xlsxMediaType,
  ending: "xlsx",
  maxRows: sheetRows - 1,
  write,
};

/**
 * Our own writer of a few parts: of hucre 1.0, which reads our files back in the tests, the class holds the whole file in
 * memory, and the stream knows no bold header, no filter and no second sheet.
 */
function write(book: Book): AsyncGenerator<Uint8Array> {
  const area = `A1:${letters(book.columns.length)}${book.rowCount + 1}`;
  const absolute = area.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return zip([
    { path: "[Content_Types].xml", text: [contentTypes(2)] },
    { path: "_rels/.rels", text: [rootRelations] },
    { path: "xl/workbook.xml", text: [workbook([book.name, book.notes.name], absolute)] },
    { path: "xl/_rels/workbook.xml.rels", text: [workbookRelations(2)] },
    { path: "xl/styles.xml", text: [styles] },
    { path: "xl/worksheets/sheet2.xml", text: [notesSheet(book.notes.rows)] },
    { path: "xl/worksheets/sheet1.xml", text: rowsSheet(book, area) },
  ]);
}

async function* rowsSheet({ columns, batches }: Book, area: string): AsyncGenerator<string> {
  const places = columns.map((_, index) => letters(index + 1));
  const kinds = columns.map(({ kind }) => style[kind]);
  yield worksheetOpening({ area, widths: columns.map(({ width }) => width), frozen: true });
  let number = 1;
  yield rowOf(
    number,
    places,
    columns.map(({ header }) => header),
    columns.map(() => style.header),
  );
  for await (const rows of batches)
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const some = rows.slice(from, from + rowsAtOnce);
      yield await inTurn(() => some.map((cells) => rowOf((number += 1), places, cells, kinds)).join(""));
    }
  yield worksheetEnd({ filter: area, area });
}

function notesSheet(rows: readonly (readonly [string, string])[]): string {
  const area = `A1:B${rows.length}`;
  const lines = rows.map((cells, index) => rowOf(index + 1, ["A", "B"], cells, [style.label, style.note]));
  return (
    worksheetOpening({ area, widths: [20, 80], frozen: false }) +
    lines.join("") +
    worksheetEnd({ filter: null, area })
  );
}
