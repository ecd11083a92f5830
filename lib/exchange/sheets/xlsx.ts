import { neutralizeFormula } from "@/lib/kernel/text";
import type { Book, BookWriter, Cell } from "./sheet";
import {
  contentTypes,
  escapeXml,
  rootRelations,
  style,
  styles,
  workbook,
  workbookRelations,
  worksheetEnd,
  worksheetOpening,
} from "./xlsx-parts";
import { zip } from "./zip";

const sheetRows = 1_048_576;
/** What Excel takes in one cell; a longer text makes it call the file damaged. */
const cellLength = 32_767;

export const xlsx: BookWriter = {
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
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
    { path: "[Content_Types].xml", text: [contentTypes] },
    { path: "_rels/.rels", text: [rootRelations] },
    { path: "xl/workbook.xml", text: [workbook([book.name, book.notes.name], absolute)] },
    { path: "xl/_rels/workbook.xml.rels", text: [workbookRelations] },
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
    yield rows.map((cells) => rowOf((number += 1), places, cells, kinds)).join("");
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

function rowOf(
  number: number,
  places: readonly string[],
  cells: readonly Cell[],
  kinds: readonly number[],
): string {
  let text = `<row r="${number}">`;
  for (const [index, cell] of cells.entries())
    text += cellOf(`${places[index]!}${number}`, cell, kinds[index]!);
  return `${text}</row>`;
}

/** Texts stand in the cell itself: a table of shared ones would have to be kept until the end. */
function cellOf(place: string, cell: Cell, kind: number): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${place}" s="${kind}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${kind}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(clipped(neutralizeFormula(cell)))}</t></is></c>`;
}

function clipped(text: string): string {
  return text.length > cellLength
    ? `${text.slice(0, cellLength - 1).replace(/[\ud800-\udbff]$/, "")}…`
    : text;
}

/** 1 → A, 27 → AA */
function letters(index: number): string {
  return index > 26
    ? letters(Math.floor((index - 1) / 26)) + letters(((index - 1) % 26) + 1)
    : String.fromCharCode(64 + index);
}
