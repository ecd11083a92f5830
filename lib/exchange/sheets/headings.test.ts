import { describe, expect, it } from "vitest";
import exchangeEn from "@/lib/i18n/en/exchange.json";
import exchangeZh from "@/lib/i18n/zh-CN/exchange.json";
import type { IntakeColumn } from "@/lib/kernel/intake";
import { exampleMarks } from "./example";
import { findHeader, findSheet, headingKey, headingsOf, mapHeadings, reasonHeadings } from "./headings";

const column = (key: string, ...headings: string[]): IntakeColumn => ({
  key,
  headings,
  kind: "text",
  width: 10,
});
const columns = [
  column("name", "姓名", "职工姓名", "获奖人", "Name"),
  column("workNumber", "工号", "职工编号", "Work number"),
  column("unit", "单位", "所在单位"),
  column("date", "获奖日期", "日期"),
  column("bonus", "奖金"),
];

describe("the row of the headings", () => {
  it("is found under merged titles, whatever the width, spaces and marks", () => {
    const rows = [
      ["2022年度先进个人汇总表"],
      ["填报单位：一公司", "", "单位"],
      [],
      ["序号", " 姓 名*", "工　号", "所在单位（必填）", "获奖\n日期", "奖金（元）", "ＮＡＭＥ"],
      ["1", "张三", "001", "单位", "2022", "5"],
    ];
    expect(findHeader(rows, columns)).toEqual({
      headerRow: 4,
      headings: rows[3],
      mapping: { 1: "name", 2: "workNumber", 3: "unit", 4: "date", 5: "bonus" },
    });
  });

  it("may have two storeys: what is blank below stands above", () => {
    const rows = [
      ["汇总表"],
      ["序号", "获奖人", "", "单位", "奖金"],
      ["", "姓名", "工号", "", ""],
      ["1", "张三", "001", "一公司", "5"],
    ];
    const found = findHeader(rows, columns)!;
    expect(found.headerRow).toBe(3);
    expect(found.headings).toEqual(["序号", "姓名", "工号", "单位", "奖金"]);
    expect(found.mapping).toEqual({ 1: "name", 2: "workNumber", 3: "unit", 4: "bonus" });
  });

  it("is not taken from a title or from a row of data", () => {
    expect(findHeader([["姓名"], ["张三", "一公司"]], columns)).toBeNull();
    expect(
      findHeader(
        [
          ["姓名", "工号"],
          ["姓名", ""],
        ],
        columns,
      )!.headerRow,
    ).toBe(1);
    expect(headingsOf([["姓名登记表"], ["", "工号"]], 2)).toEqual(["", "工号"]);
  });

  it("is looked for in every sheet", () => {
    const sheets = [
      { name: "封面", rows: [["单位", "日期"]] },
      { name: "汇总", rows: [["姓名", "工号", "单位"]] },
    ];
    expect(findSheet(sheets, columns)).toMatchObject({ sheet: "汇总", headerRow: 1 });
    expect(findSheet([{ name: "空", rows: [] }], columns)).toBeNull();
  });

  it("gives each field once: to the heading it is best known by, then to the leftmost", () => {
    expect(mapHeadings(["获奖人", "姓名", "姓名"], columns)).toEqual({ 1: "name" });
    expect(mapHeadings(["错误原因", "What to correct"], [column("x", "错误原因")])).toEqual({});
  });

  it("compares what matters", () => {
    expect(headingKey(" ＊姓　名（必填）：\n")).toBe("姓名");
    expect(headingKey("Work Number *")).toBe("worknumber");
  });
});

it("knows the words that templates and returns are written with, in both languages", () => {
  for (const { sheets } of [exchangeZh, exchangeEn]) {
    expect(reasonHeadings).toContain(sheets.reasons);
    expect(exampleMarks).toContain(sheets.example);
  }
});
