import { ok, type Result } from "@/lib/kernel/result";
import { csvRows } from "./csv-rows";
import { type TextForm, textFormOf } from "./csv-text";
import { refuseDangers } from "./dangers";
import { isExample } from "./example";
import { isNumbering, isReasonHeading } from "./headings";
import { formatOfFile, type SheetFormat } from "./kind";
import { batchRows, maxDataRows, previewCellLength, previewRows, previewSheets } from "./limits";
import { mergesBelow, noMerges, readAreas } from "./merges";
import { openPackage, type Package } from "./package";
import { refusalOf, SheetRefusal } from "./refusal";
import { partOf, readWorkbook } from "./workbook";
import { type SheetRow, worksheetRows } from "./worksheet";

export type { SheetRow };

/** The first rows of a sheet; the n-th is row n, blank ones are empty. */
export type SheetPreview = { name: string; rows: string[][] };
export type OpenedBook = { format: SheetFormat; encoding: string | null; sheets: SheetPreview[] };

const csvName = "CSV";

/** What kind of file it is, whether it may be read, and how its sheets begin. */
export async function openSheets(path: string): Promise<Result<OpenedBook>> {
  try {
    return ok(await opened(path));
  } catch (error) {
    const fault = refusalOf(error);
    if (!fault) throw error;
    return { ok: false, fault };
  }
}

/**
 * The rows below the headings in batches; blank rows, the template's untouched example and what an earlier return wrote
 * beside the rows are left out. Throws a refusal for what turns up on the way.
 */
export async function* readRows(
  path: string,
  { sheet, headerRow }: { sheet: string; headerRow: number },
): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  let beside = besideData([]);
  let count = 0;
  for await (const rows of rowsOf(path, sheet, headerRow)) {
    for (const row of rows) {
      if (row.sheetRow === headerRow) beside = besideData(row.cells);
      if (row.sheetRow <= headerRow) continue;
      const cells = dataOf(row.cells, beside);
      if (cells.length === 0) continue;
      count += 1;
      if (count > maxDataRows) throw new SheetRefusal("sheetTooManyRows", maxDataRows);
      batch.push({ sheetRow: row.sheetRow, cells });
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Columns that are no data: what an earlier return wrote, and numbers that only count the rows. */
function besideData(heads: readonly string[]) {
  const places = (is: (text: string) => boolean) => heads.flatMap((text, index) => (is(text) ? [index] : []));
  return { reasons: places(isReasonHeading), numbering: new Set(places(isNumbering)) };
}

/** Empty for a row that says nothing. */
function dataOf(cells: string[], { reasons, numbering }: ReturnType<typeof besideData>): string[] {
  for (const column of reasons) if (cells[column]) cells[column] = "";
  const said = cells.filter((text, index) => text.trim() !== "" && !numbering.has(index));
  if (said.length === 0 || isExample(said)) return [];
  return cells.at(-1) === "" ? cells.slice(0, cells.findLastIndex((text) => text !== "") + 1) : cells;
}

/** One row, such as the headings that a person pointed at. */
export async function readRow(
  path: string,
  { sheet, row }: { sheet: string; row: number },
): Promise<string[]> {
  for await (const rows of rowsOf(path, sheet, Infinity)) {
    const found = rows.find(({ sheetRow }) => sheetRow >= row);
    if (found) return found.sheetRow === row ? found.cells : [];
  }
  return [];
}

async function opened(path: string): Promise<OpenedBook> {
  if ((await formatOfFile(path)) === "csv") {
    const form = await textFormOf(path);
    const rows = await firstRows(csvBatches(path, form));
    if (!rows) throw new SheetRefusal("sheetEmpty");
    return { format: "csv", encoding: form.encoding, sheets: [{ name: csvName, rows }] };
  }
  const file = await openPackage(path);
  try {
    await refuseDangers(file);
    const workbook = await readWorkbook(file);
    const sheets: SheetPreview[] = [];
    for (const { name, path: part } of workbook.sheets.slice(0, previewSheets)) {
      const rows = await firstRows(worksheetRows(file.bytes(part, "worksheet"), workbook, noMerges));
      if (rows) sheets.push({ name, rows });
    }
    if (sheets.length === 0) throw new SheetRefusal("sheetEmpty");
    return { format: "xlsx", encoding: null, sheets };
  } finally {
    file.close();
  }
}

/** Null where there is no row at all. */
async function firstRows(batches: AsyncIterable<SheetRow[]>): Promise<string[][] | null> {
  const first: string[][] = [];
  for await (const rows of batches) {
    for (const { sheetRow, cells } of rows) {
      if (sheetRow > previewRows) return first;
      while (first.length < sheetRow - 1) first.push([]);
      first.push(cells.map(clipped));
    }
  }
  return first.length > 0 ? first : null;
}

function clipped(text: string): string {
  return text.length > previewCellLength ? `${text.slice(0, previewCellLength).toWellFormed()}…` : text;
}

async function* rowsOf(path: string, sheet: string, headerRow: number): AsyncGenerator<SheetRow[]> {
  if ((await formatOfFile(path)) === "csv") return yield* csvBatches(path, await textFormOf(path));
  const file = await openPackage(path);
  try {
    await refuseDangers(file);
    const workbook = await readWorkbook(file);
    const part = partOf(workbook, sheet);
    const areas = headerRow === Infinity ? [] : await areasOf(file, part);
    yield* worksheetRows(file.bytes(part, "worksheet"), workbook, mergesBelow(headerRow, areas));
  } finally {
    file.close();
  }
}

async function* csvBatches(path: string, form: TextForm): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  for await (const row of csvRows(path, form)) {
    batch.push(row);
    if (batch.length < 200) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function areasOf(file: Package, part: string) {
  return readAreas(file.bytes(part, "worksheet"));
}
