import { restoreFormula } from "@/lib/kernel/text";
import { maxCellLength, maxColumns, sheetColumns, sheetRows } from "./limits";
import type { Merges } from "./merges";
import { numberText } from "./number-format";
import { columnOf, letters } from "./places";
import { SheetRefusal } from "./refusal";
import type { Workbook } from "./workbook";
import { type Attributes, xmlReader } from "./xml";

/** A row that holds something, as its user counts; cells by column, blank ones at the end cut off. */
export type SheetRow = { sheetRow: number; cells: string[] };

const plain = { kind: "plain" } as const;

/** The rows of a worksheet's part, as many at a time as the bytes in hand hold. Its `dimension` is not believed. */
export async function* worksheetRows(
  chunks: AsyncIterable<Uint8Array>,
  workbook: Workbook,
  merges: Merges,
): AsyncGenerator<SheetRow[]> {
  const { events, take } = cellEvents(workbook, merges);
  const reader = xmlReader(events);
  for await (const chunk of chunks) {
    reader.write(chunk);
    yield take();
  }
  reader.end();
  yield take();
}

function cellEvents({ formats, strings, from1904 }: Workbook, merges: Merges) {
  let rows: SheetRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = "n";
  let style = 0;
  let raw = "";
  let taking = false;
  let phonetic = 0;

  const openRow = (values: Attributes) => {
    const number = values.r === undefined ? row + 1 : Number(values.r);
    if (!Number.isInteger(number) || number <= row || number > sheetRows)
      throw new SheetRefusal("sheetDamaged");
    row = number;
    cells = [];
    column = -1;
  };
  const openCell = (values: Attributes) => {
    column = values.r === undefined ? column + 1 : columnOf(values.r);
    if (column < 0 || column >= sheetColumns) throw new SheetRefusal("sheetDamaged");
    type = values.t ?? "n";
    style = Number(values.s ?? 0);
    raw = "";
  };
  const closeCell = () => {
    if (raw === "") return;
    const text = textOf(raw);
    if (text.trim() === "") return;
    const place = `${letters(column + 1)}${row}`;
    if (text.length > maxCellLength) throw new SheetRefusal("sheetCellTooLong", place);
    // One more than a sheet may have is what an earlier return wrote beside it.
    if (column > maxColumns) throw new SheetRefusal("sheetTooManyColumns", maxColumns);
    while (cells.length < column) cells.push("");
    cells[column] = text;
    merges.meet(row, column, text, type === "n" && formats[style]?.kind !== "date");
  };
  const textOf = (value: string): string => {
    if (type === "n") return numberText(value, formats[style] ?? plain, from1904);
    if (type === "s") return written(strings.at(Number(value)));
    if (type === "b") return value.trim() === "1" ? "TRUE" : "FALSE";
    if (type === "d") return value.replace(/T00:00(:00(\.0+)?)?Z?$/, "").replace("T", " ");
    return written(value);
  };
  const closeRow = () => {
    if (cells.length > 0) rows.push({ sheetRow: row, cells: merges.filled(row, cells) });
  };

  const events = {
    open: (name: string, values: Attributes) => {
      if (name === "c") openCell(values);
      else if (name === "v") taking = true;
      else if (name === "t") taking = phonetic === 0;
      else if (name === "rPh") phonetic += 1;
      else if (name === "row") openRow(values);
    },
    text: (piece: string) => {
      if (taking) raw += piece;
    },
    close: (name: string) => {
      if (name === "c") closeCell();
      else if (name === "v" || name === "t") taking = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === "row") closeRow();
    },
  };
  const take = () => {
    const taken = rows;
    rows = [];
    return taken;
  };
  return { events, take };
}

/** A text as somebody typed it; the database takes neither NUL nor half a character. */
function written(text: string): string {
  const typed = restoreFormula(unescapeMarks(text));
  return typed.isWellFormed() && !typed.includes("\0") ? typed : typed.toWellFormed().replaceAll("\0", "");
}

/** Excel's own escape for what XML does not take (22.9.2.19). */
function unescapeMarks(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
