import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maxSheetBytes } from "./limits";
import { openSheets, readRows } from "./reader";
import { SheetRefusal } from "./refusal";
import { bytesOf, folderOfFiles, rawBook } from "./testing";
import { zip } from "./zip";

let files: Awaited<ReturnType<typeof folderOfFiles>>;
beforeAll(async () => void (files = await folderOfFiles()));
afterAll(() => files.remove());

/** Why a file is not taken, whether at once or on the way. */
async function refusal(bytes: Uint8Array | string): Promise<string | null> {
  const path = await files.put(bytes);
  const opened = await openSheets(path);
  if (!opened.ok) return opened.fault.fields!.file![0]!;
  try {
    for await (const _ of readRows(path, { sheet: opened.value.sheets[0]!.name, headerRow: 1 }));
    return null;
  } catch (error) {
    if (error instanceof SheetRefusal) return error.message;
    throw error;
  }
}

const rows = (inner: string) => [`<sheetData>${inner}</sheetData>`];
const row = `<row><c t="inlineStr"><is><t>姓名</t></is></c></row>`;
const good = () => rawBook({ sheet: rows(row + row) });
const part = (path: string, text = "x") => ({ path, text: [text] });

function* repeated(text: string, times: number): Generator<string> {
  const thousand = text.repeat(1_000);
  for (let index = 0; index < times / 1_000; index += 1) yield thousand;
}
function* inside(opening: string, pieces: Iterable<string>, end: string): Generator<string> {
  yield opening;
  yield* pieces;
  yield end;
}
/** Text that does not pack well. */
function* noise(pieces: number): Generator<string> {
  for (let index = 0; index < pieces; index += 1)
    yield Array.from({ length: 100 }, () => Math.random().toString(36)).join("");
}

describe("workbooks that are refused", () => {
  it("a little file that unpacks to a thousand times its size", async () => {
    const sheet = inside("<sheetData>", repeated(" ".repeat(1_000), 30_000), "</sheetData>");
    expect(await refusal(await rawBook({ sheet }))).toBe("sheetUnpacks");
    const strings = repeated(`<si><t>${"字".repeat(99)}</t></si>`, 50_000);
    expect(await refusal(await rawBook({ sheet: rows(row), strings }))).toBe("sheetUnpacks");
  });

  it("one whose directory lies about the size", async () => {
    const bytes = await rawBook({ sheet: inside("<sheetData>", repeated(row, 100_000), "</sheetData>") });
    const name = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
    bytes.writeUInt32LE(5_000, name - 46 + 24);
    expect(await refusal(bytes)).toBe("sheetDamaged");
  });

  it("one with flipped bytes, or cut off", async () => {
    const bytes = await good();
    expect(await refusal(bytes)).toBeNull();
    expect(await refusal(bytes.subarray(0, bytes.length - 100))).toBe("sheetDamaged");
    expect(await refusal(bytes.subarray(0, 10))).toBe("sheetDamaged");
    const sum = bytes.lastIndexOf("xl/worksheets/sheet1.xml") - 46 + 16;
    bytes.writeUInt32LE(bytes.readUInt32LE(sum) ^ 1, sum);
    expect(await refusal(bytes)).toBe("sheetDamaged");
  });

  it("too many parts, by number or by name", async () => {
    const many = await good();
    for (const place of [14, 12]) many.writeUInt16LE(10_001, many.length - place);
    expect(await refusal(many)).toBe("sheetTooManyParts");
    const twice = [part("xl/Workbook.xml")];
    expect(await refusal(await rawBook({ sheet: rows(row), parts: twice }))).toBe("sheetDamaged");
  });

  it("programs, links to elsewhere, document types", async () => {
    const withPart = async (path: string, text?: string) =>
      refusal(await rawBook({ sheet: rows(row), parts: [part(path, text)] }));
    expect(await withPart("xl/vbaProject.bin")).toBe("sheetMacros");
    expect(await withPart("xl/activeX/activeX1.xml")).toBe("sheetMacros");
    expect(await withPart("xl/externalLinks/externalLink1.xml")).toBe("sheetExternal");
    expect(await withPart("xl/connections.xml")).toBe("sheetExternal");
    const relation = (kind: string) =>
      `<Relationships><Relationship Id="a" Type="x/${kind}" Target="http://127.0.0.1/" TargetMode="External"/></Relationships>`;
    expect(await withPart("xl/drawings/_rels/drawing1.xml.rels", relation("image"))).toBe("sheetExternal");
    expect(await withPart("xl/worksheets/_rels/sheet1.xml.rels", relation("hyperlink"))).toBeNull();
    const types = `<Override PartName="/x" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>`;
    expect(await refusal(await rawBook({ sheet: rows(row), types }))).toBe("sheetMacros");
    const doctype = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>`;
    const withSheet = async (whole: string) => refusal(await rawBook({ sheet: [], whole }));
    expect(await withSheet(doctype)).toBe("sheetEntities");
    expect(await withSheet(`<worksheet>&a;</worksheet>`)).toBe("sheetDamaged");
    expect(await withSheet(`<worksheet><sheetData>`)).toBe("sheetDamaged");
  });

  it("XML without end: one text, one comment, elements in elements", async () => {
    const open = `<sheetData><row><c t="inlineStr"><is><t>`;
    const end = `</t></is></c></row></sheetData>`;
    expect(await refusal(await rawBook({ sheet: inside(open, noise(900), end) }))).toBe("sheetUnpacks");
    expect(await refusal(await rawBook({ sheet: inside("<!--", noise(900), "-->") }))).toBe("sheetUnpacks");
    expect(await refusal(await rawBook({ sheet: ["<a>".repeat(70), "</a>".repeat(70)] }))).toBe(
      "sheetUnpacks",
    );
    const long = rows(`<row><c t="inlineStr"><is><t>${"x".repeat(32_768)}</t></is></c></row>`);
    expect(await refusal(await rawBook({ sheet: long }))).toBe("sheetCellTooLong:A1");
  });

  it("too many rows, columns and sheets", async () => {
    const many = inside("<sheetData>", repeated(`<row><c><v>1</v></c></row>`, 101_000), "</sheetData>");
    expect(await refusal(await rawBook({ sheet: spread(many) }))).toBe("sheetTooManyRows:100000");
    const wide = (column: string) => rows(`<row><c r="${column}1"><v>1</v></c></row>`);
    expect(await refusal(await rawBook({ sheet: wide("GT") }))).toBe("sheetTooManyColumns:200");
    expect(await refusal(await rawBook({ sheet: wide("XFE") }))).toBe("sheetDamaged");
    expect(await refusal(await rawBook({ sheet: rows(`<row r="10000000"/>`) }))).toBe("sheetDamaged");
    const workbook = `<sheets>${`<sheet name="x" sheetId="1"/>`.repeat(101)}</sheets>`;
    expect(await refusal(await rawBook({ sheet: rows(row), workbook }))).toBe("sheetTooManySheets:100");
    expect(await refusal(await rawBook({ sheet: rows("<row><c/></row>") }))).toBe("sheetEmpty");
  });

  it("but not for what a sheet says of itself, or allows in whole columns", async () => {
    const sheet = [
      `<dimension ref="A1:XFD10000000"/><sheetData>${row}${row}</sheetData>`,
      `<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>`,
      `<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
    ];
    expect(await refusal(await rawBook({ sheet }))).toBeNull();
  });
});

describe("files that are no workbook", () => {
  const compound = (name: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.alloc(70_000),
      Buffer.from(name, "utf16le"),
    ]);
  it.each<[string, Uint8Array | string, string]>([
    ["a program", Buffer.concat([Buffer.from("MZ\x90\0\x03"), Buffer.alloc(9_000, 1)]), "sheetNotText"],
    ["a page", "\n<!DOCTYPE html><table><tr><td>姓名</td></tr></table>", "sheetOtherFormat"],
    ["an old workbook", compound("Workbook"), "sheetOldExcel"],
    ["one with a password", compound("EncryptedPackage"), "sheetEncrypted"],
    ["a letter", compound("WordDocument"), "sheetOtherFormat"],
    ["nothing", "", "emptyFile"],
    ["blank lines", "\n\n , \n", "sheetEmpty"],
    ["NULs", Buffer.alloc(100_000), "sheetNotText"],
    ["noise", Buffer.from(Array.from({ length: 9_999 }, (_, index) => (index * 7919) % 251)), "sheetNotText"],
    ["a quote that nobody closed", `姓名,工号\n"${"张三,\n".repeat(200_000)}`, "sheetQuotes:2"],
    ["a line without end", "abcdef,".repeat(200_000), "sheetQuotes:1"],
    ["too many columns", `${",".repeat(201)}x`, "sheetTooManyColumns:200"],
    ["what is too large", Buffer.alloc(maxSheetBytes + 1), "fileTooLarge:32"],
  ])("%s", async (_, bytes, key) => {
    expect(await refusal(bytes)).toBe(key);
  });

  it("another archive, or a workbook of another kind", async () => {
    expect(await refusal(await bytesOf(zip([part("readme.txt")])))).toBe("sheetOtherFormat");
    const bytes = await bytesOf(zip([part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]));
    expect(await refusal(bytes)).toBe("sheetOtherFormat");
  });
});

/** The same rows with something between them that packs less well. */
function* spread(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield piece + noiseOf();
}

function noiseOf(): string {
  return `<x a="${[...noise(1)][0]!}"/>`;
}
