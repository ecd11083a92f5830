import { readXlsx, writeXlsx } from "hucre";
import iconv from "iconv-lite";
import { openPromise } from "yauzl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSheets } from "./reader";
import { type RowReasons, returnWorkbook } from "./returned";
import { allRows, bytesOf, folderOfFiles, rawBook } from "./testing";

let files: Awaited<ReturnType<typeof folderOfFiles>>;
beforeAll(async () => void (files = await folderOfFiles()));
afterAll(() => files.remove());

type At = { sheet: string; headerRow: number };
const returned = async (bytes: Uint8Array | string, at: At, reasons: Record<number, RowReasons>) => {
  const path = await files.put(bytes);
  const known = new Map(Object.entries(reasons).map(([row, value]) => [Number(row), value]));
  const answer = await returnWorkbook(path, at, known, "错误原因");
  return bytesOf(answer.bytes);
};

/** The parts as they are packed, by name. */
async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const path = await files.put(bytes);
  const file = await openPromise(path, { lazyEntries: true, autoClose: false });
  const parts = new Map<string, Buffer>();
  for await (const entry of file.eachEntry())
    parts.set(entry.fileName, await bytesOf(await file.openReadStreamPromise(entry)));
  file.close();
  return parts;
}

const pink = { fill: { fgColor: { rgb: expect.stringMatching(/FFC8CE$/) } } };

describe("a workbook", () => {
  const at = { sheet: "名单", headerRow: 2 };
  const book = () =>
    writeXlsx({
      sheets: [
        { name: "封面", rows: [["说明"]] },
        {
          name: "名单",
          rows: [
            ["2022年度名单"],
            ["姓名", "工号", "备注"],
            ["张三", 1234, "=x"],
            ["李四", null, null],
            [],
            ["王五", "5", null],
          ],
          merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }],
          columns: [{ width: 20 }, { width: 12 }, { width: 30 }],
        },
      ],
    });
  const reasons = {
    3: { columns: [1], text: "工号：不存在" },
    6: { columns: [0, 2], text: '=HYPERLINK("x") <&> 备注：请填写' },
  };

  it("comes back with the reasons beside the rows and the cells coloured", async () => {
    const bytes = await returned(await book(), at, reasons);
    const sheet = (await readXlsx(bytes, { readStyles: true })).sheets[1]!;
    expect(sheet.rows.map((row) => row?.[3] ?? null)).toEqual([
      null,
      "错误原因",
      "工号：不存在",
      null,
      null,
      reasons[6].text,
    ]);
    expect(sheet.rows[2]!.slice(0, 3)).toEqual(["张三", 1234, "=x"]);
    for (const place of ["2,1", "5,0", "5,2"]) expect(sheet.cells!.get(place)?.style).toMatchObject(pink);
    for (const place of ["2,0", "3,0", "5,1"])
      expect(sheet.cells!.get(place)?.style ?? {}).not.toMatchObject(pink);
    expect([...sheet.cells!.values()].filter(({ formula }) => formula)).toEqual([]);
    expect(sheet.merges).toHaveLength(1);
  });

  it("keeps every other part byte for byte", async () => {
    const original = Buffer.from(await book());
    const [before, after] = [await partsOf(original), await partsOf(await returned(original, at, reasons))];
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const changed = [...before.keys()].filter((name) => !before.get(name)!.equals(after.get(name)!));
    expect(changed.sort()).toEqual(["xl/styles.xml", "xl/worksheets/sheet2.xml"]);
  });

  it("can be sent again: the reasons are no data, and are replaced, colours too", async () => {
    const once = await returned(await book(), at, reasons);
    const path = await files.put(once);
    const plain = await allRows(await files.put(await book()), at);
    expect(await allRows(path, at)).toEqual(plain);
    const twice = await returned(once, at, { 4: { columns: [1], text: "工号：请填写" } });
    const sheet = (await readXlsx(twice, { readStyles: true })).sheets[1]!;
    expect(sheet.rows.map((row) => row?.[3] ?? null)).toEqual([
      null,
      "错误原因",
      null,
      "工号：请填写",
      null,
      null,
    ]);
    expect(sheet.rows.every((row) => (row?.length ?? 0) <= 4)).toBe(true);
    const coloured = [...sheet.cells!].filter(([, { style }]) =>
      JSON.stringify(style ?? {}).includes("FFC8CE"),
    );
    expect(coloured.map(([place]) => place)).toEqual(["3,1"]);
  });

  it("may leave out where cells stand, share column widths and use prefixes", async () => {
    const bytes = await rawBook({
      styles: `<fills count="1"><fill><patternFill patternType="none"/></fill></fills><cellXfs count="2"><xf numFmtId="0" fillId="0"/><xf numFmtId="49" fillId='0'><alignment wrapText="1"/></xf></cellXfs>`,
      sheet: [
        `<x:cols xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:col min="1" max="16384" width="9" style="1"/></x:cols>`,
        `<x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:row><x:c t="str"><x:v>姓名</x:v></x:c><x:c t="str"><x:v>工号</x:v></x:c></x:row>`,
        `<x:row spans="1:2"><!-- <c> --><x:c t="str"><x:v>张三</x:v></x:c></x:row><x:row/><x:row><x:c t="str"><x:v>李四</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData>`,
      ],
    });
    const edited = await returned(
      bytes,
      { sheet: "表", headerRow: 1 },
      { 2: { columns: [1, 0], text: "x" }, 3: { columns: [0], text: "y" } },
    );
    const sheet = (await partsOf(edited)).get("xl/worksheets/sheet1.xml")!.toString();
    expect(sheet).toContain(`<x:col width="9" style="1" min="1" max="2"/>`);
    expect(sheet).toContain(`<x:col min="3" max="3" width="60" customWidth="1"/>`);
    expect(sheet).toContain(
      `<x:row><!-- <c> --><x:c t="str" s="2"><x:v>张三</x:v></x:c><x:c r="B2" s="3"/><x:c r="C2" s="4" t="inlineStr"><x:is><x:t xml:space="preserve">x</x:t></x:is></x:c></x:row><x:row/>`,
    );
    const styles = (await partsOf(edited)).get("xl/styles.xml")!.toString();
    expect(styles).toContain(`<fills count="2">`);
    expect(styles).toContain(`<cellXfs count="5">`);
    expect(styles).toContain(`<xf numFmtId="49" fillId="1" applyFill="1"><alignment wrapText="1"/></xf>`);
    expect((await openSheets(await files.put(edited))).ok).toBe(true);
  });
});

describe("a CSV", () => {
  const at = { sheet: "CSV", headerRow: 1 };
  const table = '姓名;工号;备注\r\n"张;三";001;"两\r\n行"\r\n李四;002\r\n\r\n王五;003;;\r\n';
  const reasons = {
    2: { columns: [1], text: "工号;有误" },
    3: { columns: [], text: "=坏" },
    5: { columns: [], text: "五" },
  };

  it("comes back in its own encoding, other lines untouched", async () => {
    const bytes = await returned(iconv.encode(table, "gbk"), at, reasons);
    expect(iconv.decode(bytes, "gbk")).toBe(
      '姓名;工号;备注;错误原因\r\n"张;三";001;"两\r\n行";"工号;有误"\r\n李四;002;;\'=坏\r\n\r\n王五;003;;五\r\n',
    );
  });

  it("can be sent again, and keeps its byte-order mark and line ends", async () => {
    const marked = `\ufeff${table.replaceAll("\r\n", "\n").replaceAll(";", ",").replace("张,三", "张三")}`;
    const once = await returned(marked, at, reasons);
    expect(once.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(await allRows(await files.put(once), at)).toEqual(await allRows(await files.put(marked), at));
    const twice = await returned(once, at, { 3: { columns: [], text: "再改" } });
    expect(twice.toString()).toBe(
      '\ufeff姓名,工号,备注,错误原因\n张三,001,"两\n行",\n李四,002,,再改\n\n王五,003,,\n',
    );
  });
});
