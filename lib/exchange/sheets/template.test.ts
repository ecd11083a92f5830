import { readXlsx } from "hucre";
import { afterAll, beforeAll, expect, it } from "vitest";
import exchange from "@/lib/i18n/zh-CN/exchange.json";
import { openSheets } from "./reader";
import { writeTemplate, type SheetWords } from "./template";
import { allRows, bytesOf, folderOfFiles } from "./testing";

let files: Awaited<ReturnType<typeof folderOfFiles>>;
beforeAll(async () => void (files = await folderOfFiles()));
afterAll(() => files.remove());

const words: SheetWords = (key) => exchange.sheets[key as keyof typeof exchange.sheets];
const titles = Array.from({ length: 300 }, (_, index) => `称号${index}, "甲" & <乙>`);
const template = {
  name: "获奖记录",
  columns: [
    {
      header: "荣誉称号",
      note: "从列表中选",
      example: titles[0]!,
      required: true,
      width: 24,
      choices: titles,
    },
    { header: "姓名", note: "多人用顿号分开", example: "贾建华", required: true, width: 16 },
    { header: "工号", note: "", example: "", required: false, width: 12 },
    {
      header: "等级",
      note: "",
      example: "一等奖",
      required: false,
      width: 10,
      choices: ["一等奖", "二等奖"],
    },
  ],
  notes: ["由本单位工会填写。"],
};

it("has headings, drop-downs, an example, text columns and a sheet that says how", async () => {
  const bytes = await bytesOf(writeTemplate(template, words));
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [main, notes, choices] = sheets;
  expect(sheets.map(({ name, hidden }) => [name, Boolean(hidden)])).toEqual([
    ["获奖记录", false],
    ["填写说明", false],
    ["选项", true],
  ]);
  expect(main!.rows[0]).toEqual(["荣誉称号*", "姓名*", "工号", "等级"]);
  expect(main!.freezePane).toMatchObject({ rows: 1 });
  expect(main!.cells!.get("0,0")!.style).toMatchObject({ font: { bold: true } });
  expect(main!.dataValidations).toMatchObject([
    { type: "list", formula1: "'选项'!$A$1:$A$300" },
    { type: "list", formula1: "'选项'!$B$1:$B$2" },
  ]);
  expect(choices!.rows[299]![0]).toBe(titles[299]);
  expect(notes!.rows.flat()).toEqual(
    expect.arrayContaining(["多人用顿号分开", "必填", "4. 由本单位工会填写。"]),
  );
});

it("is read back as empty until somebody types over its example", async () => {
  const path = await files.put(await bytesOf(writeTemplate(template, words)));
  const opened = await openSheets(path);
  expect(opened.ok && opened.value.sheets.map(({ name }) => name)).toEqual(["获奖记录", "填写说明"]);
  expect(await allRows(path, { sheet: "获奖记录", headerRow: 1 })).toEqual([]);
});
