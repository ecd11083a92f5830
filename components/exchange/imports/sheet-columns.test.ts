import { expect, it } from "vitest";
import { columnLetter } from "./column-letter";
import { sheetColumns } from "./sheet-columns";

it("calls columns as the sheet does", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

it("shows each column with its first different values and leaves out those without anything", () => {
  const rows = [
    ["1", "", "三等奖", "甲"],
    ["2", "", "三等奖", "乙"],
    ["3", "", "二等奖", "丙"],
    ["4", "", "一等奖", "丁", "备注"],
  ];
  expect(sheetColumns(["序号", "", "等级"], rows)).toEqual([
    { column: 0, heading: "序号", samples: ["1", "2", "3"] },
    { column: 2, heading: "等级", samples: ["三等奖", "二等奖", "一等奖"] },
    { column: 3, heading: "", samples: ["甲", "乙", "丙"] },
    { column: 4, heading: "", samples: ["备注"] },
  ]);
  expect(sheetColumns([], [])).toEqual([]);
});
