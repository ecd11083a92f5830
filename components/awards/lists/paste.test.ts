import { describe, expect, it } from "vitest";
import { namesOf } from "./model";
import { placeBlock, readTabbed } from "./paste";

describe("cells out of the clipboard", () => {
  it("are parted by tabs and lines; a quoted cell may hold a line end or a quote", () => {
    expect(readTabbed('贾建华\t三公司\r\n"李晓杰\n张伟"\t"某""甲""公司"\r\n')).toEqual([
      ["贾建华", "三公司"],
      ["李晓杰、张伟", '某"甲"公司'],
    ]);
    expect(readTabbed("\n\n")).toEqual([]);
  });

  it("go to the columns that their headings name; the rest is kept with its heading", () => {
    const block = [
      ["序号", "姓名*", "单 位", "等级", "工号"],
      ["1", "贾建华", "三公司", "一等奖", "03001"],
    ];
    expect(placeBlock(block, "name", {})).toEqual([
      { name: "贾建华 03001", unit: "三公司", rest: "等级：一等奖" },
    ]);
  });

  it("or from the cell on, a numbering left out, and what is beyond the last column kept", () => {
    expect(
      placeBlock(
        [
          ["1", "贾建华", "三公司"],
          ["2", "李晓杰", ""],
        ],
        "name",
        {},
      ),
    ).toEqual([{ name: "贾建华", unit: "三公司" }, { name: "李晓杰" }]);
    expect(
      placeBlock([["焊工", "负责人", "3", "500", "备", "甲", "乙"]], "post", { 负责人: "leader" }),
    ).toEqual([{ post: "焊工", role: "leader", rank: "3", bonus: "500", note: "备", rest: "甲；乙" }]);
    expect(placeBlock([["焊工", "不明角色"]], "post", {})).toEqual([{ post: "焊工", rest: "不明角色" }]);
  });
});

describe("the names of a cell", () => {
  const names = (text: string) =>
    namesOf(text, "employee").map(({ name, workNumber }) => `${name} ${workNumber}`.trim());
  it("with work numbers behind them, or several joined", () => {
    expect(names("贾建华 03001")).toEqual(["贾建华 03001"]);
    expect(names("贾建华（03001）、李晓杰")).toEqual(["贾建华 03001", "李晓杰"]);
    expect(names("王芳（女）、买买提·艾力")).toEqual(["王芳", "买买提·艾力"]);
    expect(namesOf("焊接、切割一体机", "achievement").map(({ name }) => name)).toEqual(["焊接、切割一体机"]);
    expect(names(" ")).toEqual([]);
  });
});
