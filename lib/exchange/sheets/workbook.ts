import { maxFormats, maxSheets } from "./limits";
import { formatOf, type NumberFormat } from "./number-format";
import type { Package } from "./package";
import { SheetRefusal } from "./refusal";
import { noStrings, readStrings, type Strings } from "./strings";
import { type Attributes, attribute, readXml } from "./xml";

export type SheetPart = { name: string; path: string };
/** What must be known before a sheet's cells can be read. */
export type Workbook = {
  sheets: readonly SheetPart[];
  formats: readonly NumberFormat[];
  strings: Strings;
  from1904: boolean;
  stylesPath: string | null;
};

export async function readWorkbook(file: Package): Promise<Workbook> {
  const path = await workbookPath(file);
  const relations = (await file.relations(path)).filter(({ external }) => !external);
  const targets = new Map(relations.map((relation) => [relation.id, relation]));
  const found: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  const open = (name: string, values: Attributes) => {
    if (name === "workbookPr") from1904 = isTrue(values.date1904);
    if (name !== "sheet") return;
    const hidden = (values.state ?? "visible") !== "visible";
    found.push({ name: values.name ?? "", id: attribute(values, "id") ?? "", hidden });
  };
  await readXml(file.bytes(path, "small"), { open });
  if (found.length > maxSheets) throw new SheetRefusal("sheetTooManySheets", maxSheets);
  // Sheets of charts and dialogues have no cells.
  const sheets = found.filter(({ id }) => targets.get(id)?.kind === "worksheet");
  const shown = sheets.filter(({ hidden }) => !hidden);
  const part = (kind: string) =>
    relations.find((relation) => relation.kind === kind && file.has(relation.target))?.target ?? null;
  const [stylesPath, stringsPath] = [part("styles"), part("sharedStrings")];
  return {
    sheets: (shown.length > 0 ? shown : sheets).map(({ name, id }) => ({
      name,
      path: targets.get(id)!.target,
    })),
    formats: stylesPath ? await readFormats(file.bytes(stylesPath, "styles")) : [],
    strings: stringsPath ? await readStrings(file.bytes(stringsPath, "strings")) : noStrings,
    from1904,
    stylesPath,
  };
}

export function partOf({ sheets }: Workbook, name: string): string {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new SheetRefusal("sheetGone");
  return found.path;
}

export async function workbookPath(file: Package): Promise<string> {
  const [main] = (await file.relations("")).filter(({ kind }) => kind === "officeDocument");
  if (!main || main.external || !file.has(main.target)) throw new SheetRefusal("sheetDamaged");
  return main.target;
}

/** The number format of each cell style. */
async function readFormats(chunks: AsyncIterable<Uint8Array>): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readXml(chunks, {
    open: (name, values) => {
      if (name === "numFmt") codes.set(Number(values.numFmtId), values.formatCode ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(values.numFmtId ?? 0);
        formats.push(formatOf(id, codes.get(id)));
      }
      if (Math.max(formats.length, codes.size) > maxFormats) throw new SheetRefusal("sheetUnpacks");
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
