import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { writeXlsx } from "hucre";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSheets, readRow } from "./reader";
import { allRows, bytesOf, folderOfFiles, rawBook } from "./testing";
import { xlsx } from "./xlsx";

let files: Awaited<ReturnType<typeof folderOfFiles>>;
beforeAll(async () => void (files = await folderOfFiles()));
afterAll(() => files.remove());

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const cellsOf = async (bytes: Uint8Array | string, sheet = "表", headerRow = 1) =>
  (await allRows(await files.put(bytes), { sheet, headerRow })).map(({ cells }) => cells);

describe("workbooks", () => {
  it("of other programs are read: numbers, texts, dates, gaps, several sheets", async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: "封面", rows: [["说明"]] },
        {
          name: "名单",
          rows: [
            ["姓名", "工号", "日期", "奖金"],
            ["张三", "0001234", new Date(Date.UTC(2022, 4, 1)), 1000.5],
            [],
            [null, true],
          ],
        },
      ],
    });
    const path = await files.put(bytes);
    const opened = await openSheets(path);
    expect(opened).toMatchObject({
      ok: true,
      value: { format: "xlsx", sheets: [{ name: "封面" }, { name: "名单", rows: { length: 4 } }] },
    });
    expect(await allRows(path, { sheet: "名单", headerRow: 1 })).toEqual([
      { sheetRow: 2, cells: ["张三", "0001234", "2022-05-01", "1000.5"] },
      { sheetRow: 4, cells: ["", "TRUE"] },
    ]);
    expect(await readRow(path, { sheet: "名单", row: 1 })).toEqual(["姓名", "工号", "日期", "奖金"]);
    expect(await readRow(path, { sheet: "名单", row: 3 })).toEqual([]);
  });

  it("say their texts in many ways", async () => {
    const bytes = await rawBook({
      strings: [
        `<si><t>贾</t><rPh sb="0" eb="1"><t>ジャ</t></rPh></si><si><r><t>王</t></r><r><t xml:space="preserve"> 芳</t></r></si>`,
      ],
      sheet: [
        `<sheetData><row r="3">${text("姓名")}</row><row r="5"><c r="B5" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="E5" t="str"><f>A1</f><v>公式</v></c>`,
        `<c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><r><t>a_x000A_b</t></r><phoneticPr/><rPh><t>x</t></rPh></is></c><c t="d"><v>2022-05-01T00:00:00</v></c>`,
        `<c t="inlineStr"><is><t><![CDATA[<&]]>'=1 _x0000_</t></is></c><c t="inlineStr"><is><t>'=1</t></is></c></row></sheetData>`,
      ],
    });
    expect(await allRows(await files.put(bytes), { sheet: "表", headerRow: 3 })).toEqual([
      {
        sheetRow: 5,
        cells: ["", "贾", "王 芳", "", "公式", "#N/A", "TRUE", "a\nb", "2022-05-01", "<&'=1 ", "=1"],
      },
    ]);
  });

  it("may name their elements with a prefix, begin counting in 1904 and hide sheets", async () => {
    const prefixed = await rawBook({
      workbook: `<workbookPr date1904="1"/>`,
      styles: `<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>`,
      sheet: [
        `<x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c s="1"><x:v>43220</x:v></x:c></x:row></x:sheetData>`,
      ],
    });
    expect(await cellsOf(prefixed)).toEqual([["2022-05-01"]]);
    const hidden = await writeXlsx({
      sheets: [
        { name: "选项", hidden: true, rows: [["x"]] },
        { name: "名单", rows: [["姓名"]] },
      ],
    });
    const opened = await openSheets(await files.put(hidden));
    expect(opened.ok && opened.value.sheets.map(({ name }) => name)).toEqual(["名单"]);
  });

  it("merge cells downwards: a label holds for each row, an amount does not", async () => {
    const bytes = await rawBook({
      sheet: [
        `<sheetData><row r="1">${text("单位")}${text("姓名")}${text("年度")}${text("奖金")}</row>`,
        `<row r="2">${text("一公司")}${text("张三")}<c><v>2022</v></c><c><v>3000</v></c></row>`,
        `<row r="3"><c r="B3" t="inlineStr"><is><t>李四</t></is></c></row><row r="4"><c/></row><row r="5"><c r="B5" t="inlineStr"><is><t>王五</t></is></c></row></sheetData>`,
        `<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="C2:C3"/><mergeCell ref="D2:D3"/></mergeCells>`,
      ],
    });
    expect(await cellsOf(bytes)).toEqual([
      ["一公司", "张三", "2022", "3000"],
      ["一公司", "李四", "2022"],
      ["", "王五"],
    ]);
  });

  it("leave out untouched examples, numbered blank rows and what an earlier return wrote", async () => {
    const row = (...cells: string[]) => `<row>${cells.map(text).join("")}</row>`;
    const bytes = await rawBook({
      sheet: [
        `<sheetData>${row("序号", "姓名", "日期", "错误原因")}${row("1", "例：张三", "例：2022", "请核对")}${row("2", "李四", "例：2022", "请核对")}${row("3", "", "", "x")}</sheetData>`,
      ],
    });
    expect(await cellsOf(bytes)).toEqual([["2", "李四", "例：2022"]]);
  });

  it("give back whatever our own writer wrote", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 3, maxLength: 3 }), { maxLength: 9 }),
        async (rows) => {
          const book = {
            name: "表",
            columns: ["a", "b", "c"].map((header) => ({ header, width: 9, kind: "text" as const })),
            rowCount: rows.length,
            batches: (async function* () {
              yield rows;
            })(),
            notes: { name: "说明", rows: [] },
          };
          const read = await cellsOf(await bytesOf(xlsx.write(book)));
          const kept = rows.map((cells) => cells.map((cell) => (cell.trim() === "" ? "" : cell)));
          const filled = kept.filter((cells) => cells.some((cell) => cell !== ""));
          expect(read).toEqual(
            filled.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1)),
          );
        },
      ),
      { numRuns: 40 },
    ));
});

describe("CSV", () => {
  const table = '姓名,工号,备注\r\n"张三,丰",0001234,"两\r\n行"\r\n\r\n李四,5,\r\n';
  const expected = [
    { sheetRow: 2, cells: ["张三,丰", "0001234", "两\r\n行"] },
    { sheetRow: 4, cells: ["李四", "5"] },
  ];
  it.each([
    ["utf8", Buffer.from(table)],
    ["utf8", Buffer.from(`\ufeff${table}`)],
    ["gb18030", iconv.encode(table, "gbk")],
    ["gb18030", iconv.encode(table.replace("丰", "𠮷"), "gb18030")],
    ["utf16le", iconv.encode(table, "utf16le", { addBOM: true })],
    ["utf16be", iconv.encode(table, "utf16be", { addBOM: true })],
    ["utf8", Buffer.from(table.replaceAll(",", ";").replace("张三;", "张三,"))],
    ["utf8", Buffer.from(table.replaceAll(",", "\t").replace("张三\t", "张三,"))],
    ["utf8", Buffer.from(table.replaceAll("\r\n", "\n").replace("两\n", "两\r\n"))],
  ])("in %s", async (encoding, bytes) => {
    const path = await files.put(bytes);
    expect(await openSheets(path)).toMatchObject({ ok: true, value: { format: "csv", encoding } });
    const rows = await allRows(path, { sheet: "CSV", headerRow: 1 });
    expect(JSON.parse(JSON.stringify(rows).replaceAll("𠮷", "丰"))).toEqual(expected);
  });

  it("gives back what was written, in UTF-8 and in GB18030", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(
            fc.string({ unit: fc.constantFrom("张", "𠮷", "é", "a", ",", '"', ";", "\n", " ", "1") }),
            { minLength: 2, maxLength: 4 },
          ),
        ),
        fc.constantFrom("utf8", "gb18030"),
        async (rows, encoding) => {
          const csv = `姓名,工号,备注,备注\n${stringify(rows)}`;
          const read = await cellsOf(iconv.encode(csv, encoding), "CSV");
          const trimmed = rows.map((cells) =>
            cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1),
          );
          expect(read).toEqual(trimmed.filter((cells) => cells.length > 0));
        },
      ),
      { numRuns: 60 },
    ));
});
