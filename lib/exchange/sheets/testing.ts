import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRows } from "./reader";
import type { SheetRow } from "./worksheet";
import { type Part, zip } from "./zip";

/** Real files for the tests of readers and writers, in a folder of their own. */
export async function folderOfFiles() {
  const folder = await mkdtemp(join(tmpdir(), "sheets-"));
  let count = 0;
  return {
    put: async (bytes: Uint8Array | string) => {
      const path = join(folder, String((count += 1)));
      await writeFile(path, bytes);
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

export async function allRows(path: string, at: { sheet: string; headerRow: number }): Promise<SheetRow[]> {
  const all: SheetRow[] = [];
  for await (const rows of readRows(path, at)) all.push(...rows);
  return all;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

type Text = Iterable<string> | AsyncIterable<string>;
type RawBook = {
  /** What stands inside `worksheet`. */
  sheet: Text;
  /** What stands inside `styleSheet` and `sst`. */
  styles?: string;
  strings?: Text;
  workbook?: string;
  types?: string;
  sheetName?: string;
  parts?: Part[];
  /** The sheet's part from its first character to its last. */
  whole?: string;
};

/** A workbook put together by hand, so that it can be wrong in any way. */
export function rawBook({ sheet, styles, strings, parts = [], ...more }: RawBook): Promise<Buffer> {
  const { workbook = "", types = "", sheetName = "表" } = more;
  const relations = [
    ["worksheet", "worksheets/sheet1.xml"],
    ...(styles ? [["styles", "styles.xml"]] : []),
    ...(strings ? [["sharedStrings", "sharedStrings.xml"]] : []),
  ].map(
    ([kind, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  const all: Part[] = [
    {
      path: "[Content_Types].xml",
      text: [
        `<Types xmlns="${packages}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types}</Types>`,
      ],
    },
    {
      path: "_rels/.rels",
      text: [
        `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    {
      path: "xl/workbook.xml",
      text: [
        `<workbook xmlns="${main}" xmlns:r="${office}">${workbook}<sheets><sheet name="${sheetName}" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ],
    },
    {
      path: "xl/_rels/workbook.xml.rels",
      text: [`<Relationships xmlns="${packages}/relationships">${relations.join("")}</Relationships>`],
    },
    { path: "xl/worksheets/sheet1.xml", text: more.whole ? [more.whole] : wrapped("worksheet", sheet) },
    ...(styles ? [{ path: "xl/styles.xml", text: wrapped("styleSheet", [styles]) }] : []),
    ...(strings ? [{ path: "xl/sharedStrings.xml", text: wrapped("sst", strings) }] : []),
    ...parts,
  ];
  return bytesOf(zip(all));
}

async function* wrapped(name: string, text: Text): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="${main}">`;
  yield* text;
  yield `</${name}>`;
}
