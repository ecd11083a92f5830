import type { Entry } from "yauzl";
import { refuseDangers } from "./dangers";
import { isReasonHeading } from "./headings";
import { formatOfFile } from "./kind";
import { noMerges, readAreas } from "./merges";
import { openPackage, type Package } from "./package";
import { returnedCsv } from "./returned-csv";
import { editedSheet, type ReasonColumn, type RowReasons } from "./returned-sheet";
import { cellStyles } from "./returned-styles";
import { partOf, readWorkbook, type Workbook } from "./workbook";
import { worksheetRows } from "./worksheet";
import { xlsxMediaType } from "./xlsx";
import { type PackedPart, type Part, zip } from "./zip";

export type { RowReasons };
export type Returned = { mediaType: string; ending: "xlsx" | "csv"; bytes: AsyncGenerator<Uint8Array> };

/**
 * The user's own file with a column that says what to correct in each row, and the cells at fault coloured. Everything else
 * is as it was: parts of the workbook that are not concerned are taken over as they are packed.
 */
export async function returnWorkbook(
  path: string,
  { sheet, headerRow }: { sheet: string; headerRow: number },
  reasons: ReadonlyMap<number, RowReasons>,
  heading: string,
): Promise<Returned> {
  if ((await formatOfFile(path)) === "csv") {
    const bytes = returnedCsv(path, headerRow, reasons, heading);
    return { mediaType: "text/csv", ending: "csv", bytes };
  }
  const bytes = returnedXlsx(path, sheet, headerRow, reasons, heading);
  return { mediaType: xlsxMediaType, ending: "xlsx", bytes };
}

async function* returnedXlsx(
  path: string,
  sheet: string,
  headerRow: number,
  reasons: ReadonlyMap<number, RowReasons>,
  heading: string,
): AsyncGenerator<Uint8Array> {
  const file = await openPackage(path);
  try {
    await refuseDangers(file);
    const { place, stylesPath, part } = await surveyed(file, sheet, headerRow);
    const styles = stylesPath ? await cellStyles(() => file.bytes(stylesPath, "styles")) : null;
    const edited = editedSheet(file.bytes(part, "worksheet"), {
      ...place,
      headerRow,
      heading,
      reasons,
      styles,
    });
    yield* zip(
      partsOf(file, [
        { path: part, text: edited },
        // After the sheet, which says what styles it takes.
        ...(styles ? [{ path: stylesPath!, text: styles.part() }] : []),
      ]),
    );
  } finally {
    file.close();
  }
}

async function surveyed(file: Package, sheet: string, headerRow: number) {
  const workbook = await readWorkbook(file);
  const part = partOf(workbook, sheet);
  const place = await reasonColumnOf(file, workbook, part, headerRow);
  return { place, part, stylesPath: workbook.stylesPath };
}

/** Beside the last column that holds something, or where an earlier return wrote. Titles above the headings don't count. */
async function reasonColumnOf(
  file: Package,
  workbook: Workbook,
  part: string,
  headerRow: number,
): Promise<ReasonColumn> {
  let column = 0;
  for await (const rows of worksheetRows(file.bytes(part, "worksheet"), workbook, noMerges))
    for (const { sheetRow, cells } of rows) {
      if (sheetRow < headerRow) continue;
      const there = sheetRow === headerRow ? cells.findLastIndex(isReasonHeading) : -1;
      if (there >= 0) return { column: there, isThere: true };
      column = Math.max(column, cells.length);
    }
  for (const { right, bottom } of await readAreas(file.bytes(part, "worksheet")))
    if (bottom >= headerRow) column = Math.max(column, right + 1);
  return { column, isThere: false };
}

function* partsOf(file: Package, changed: readonly Part[]): Generator<Part | PackedPart> {
  const paths = new Set(changed.map(({ path }) => path.toLowerCase()));
  for (const entry of file.entries) if (!paths.has(entry.fileName.toLowerCase())) yield packed(file, entry);
  for (const part of changed) yield { ...part, path: file.entry(part.path).fileName };
}

function packed(file: Package, entry: Entry): PackedPart {
  return {
    name: entry.fileNameRaw,
    utf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
    method: entry.compressionMethod,
    sums: { crc: entry.crc32, packed: entry.compressedSize, plain: entry.uncompressedSize },
    bytes: file.packed(entry),
  };
}
