import { workbookPath } from "./workbook";
import type { Package } from "./package";
import { SheetRefusal } from "./refusal";
import { readXml } from "./xml";

/** What a workbook of cells alone never is. */
const mainType = "spreadsheetml.sheet.main+xml";
const templateType = "spreadsheetml.template.main+xml";

/**
 * Looks at what is in the package before anything of it is read: that it is an .xlsx, and that it neither carries programs nor
 * fetches anything from elsewhere. Nothing of the sort is ever run here, but the workbook goes back to people.
 */
export async function refuseDangers(file: Package): Promise<void> {
  const types = await contentTypes(file);
  const names = file.entries.map(({ fileName }) => fileName.toLowerCase());
  if (names.some((name) => /(^|\/)(vbaproject|activex|macrosheets)/.test(name)))
    throw new SheetRefusal("sheetMacros");
  if ([...types.values()].some((type) => /macroenabled|vbaproject/i.test(type)))
    throw new SheetRefusal("sheetMacros");
  if (!isWorkbook(types.get(`/${await mainPart(file)}`.toLowerCase())))
    throw new SheetRefusal("sheetOtherFormat");
  if (names.some((name) => /(^|\/)(externallinks\/|connections\.xml$)/.test(name)))
    throw new SheetRefusal("sheetExternal");
  for (const name of names.filter((name) => name.endsWith(".rels"))) {
    const relations = await file.relations(name.replace("_rels/", "").replace(/\.rels$/, ""));
    // A link that somebody may click on is text with an address.
    if (relations.some(({ external, kind }) => external && kind !== "hyperlink"))
      throw new SheetRefusal("sheetExternal");
  }
}

function isWorkbook(type: string | undefined): boolean {
  return type !== undefined && (type.endsWith(mainType) || type.endsWith(templateType));
}

async function mainPart(file: Package): Promise<string> {
  if (!file.has("_rels/.rels")) throw new SheetRefusal("sheetOtherFormat");
  return workbookPath(file);
}

/** Types of parts by their names, or by their endings ("*.xml"). */
async function contentTypes(file: Package): Promise<Map<string, string>> {
  const place = "[Content_Types].xml";
  if (!file.has(place)) throw new SheetRefusal("sheetOtherFormat");
  const types = new Map<string, string>();
  await readXml(file.bytes(place, "small"), {
    open: (name, { PartName, Extension, ContentType = "" }) => {
      if (name === "Override") types.set((PartName ?? "").toLowerCase(), ContentType);
      if (name === "Default") types.set(`*.${Extension}`, ContentType);
    },
  });
  return types;
}
