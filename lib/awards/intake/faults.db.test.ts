import { beforeAll, describe, expect, it } from "vitest";
import {
  apply,
  base,
  buildIntakeLedger,
  check,
  faultsOf,
  one,
  undocumented,
  type Cells,
} from "@/e2e/world/awards-intake";
import { actors } from "@/e2e/world/ledger";

beforeAll(buildIntakeLedger);
const { recorder, recorderB } = actors;

describe("what does not fit", () => {
  it("is told of every field of a row at once", async () => {
    const row = await one({
      ...{
        title: "青岛市职工创新成果",
        prizeLevel: "四等奖",
        level: "国家",
        awardDate: "明年",
        recipients: "张伟、查无此人",
      },
      ...{
        workNumber: "0001",
        documentNumber: "青工发〔2099〕1号",
        bonus: "五千",
        grantingBodies: "某局",
        role: "队友",
      },
    });
    expect(row.outcome).toBe("faulty");
    expect(Object.fromEntries(faultsOf(row))).toMatchObject({
      ...{
        awardDate: "badCellDate",
        documentNumber: "documentUnknown",
        bonus: "notNumber",
        grantingBodies: "bodyUnknown:某局",
      },
      ...{ workNumber: "valuesPerName:2", recipients: "personUnknown" },
    });
    expect(row.faults.find(({ nameIndex }) => nameIndex === 0)).toMatchObject({
      message: "personNotSure",
      candidates: [{ id: 5, last4: "021X", unit: "甲建设公司" }],
    });
    expect(row.faults.map(({ column }) => column)).toContain("prizeLevel");
  });
  it.each<[string, Cells, [string, string][]]>([
    ["an unknown title", { title: "某荣誉" }, [["title", "titleUnknown"]]],
    ["a title of another time", { title: "青岛大工匠", prizeLevel: "" }, [["awardDate", "dateOutsideTitle"]]],
    ["no prize level where there must be one", { prizeLevel: "无" }, [["prizeLevel", "prizeLevelRequired"]]],
    ["another level", { level: "国家" }, [["level", "levelNotAllowed"]]],
    ["a day to come", { awardDate: "2199-01-01" }, [["awardDate", "dateInFuture"]]],
    ["a time before somebody was hired", { awardDate: "1995" }, [["recipients", "dateBeforeHire"]]],
    [
      "a kind that the title is not given to",
      {
        title: "青岛工匠",
        level: "地市",
        prizeLevel: "",
        subjectKind: "班组",
        recipients: "焊接班",
        workNumber: "",
      },
      [["recipients", "subjectKindNotAllowed"]],
    ],
    [
      "an unknown team",
      { subjectKind: "班组", recipients: "无名班", workNumber: "" },
      [["recipients", "subjectUnknown"]],
    ],
    [
      "one person twice",
      { recipients: "贾建华、贾建华", workNumber: "0001、0001" },
      [["recipients", "duplicateSubject"]],
    ],
    [
      "a rounded number",
      { workNumber: "1.2E+17" },
      [
        ["workNumber", "numberRounded"],
        ["recipients", "personNotSure"],
      ],
    ],
    ["names left out", { recipients: "贾建华等3人" }, [["recipients", "namesStated:3"]]],
    ["too long deeds", { deeds: "事".repeat(501) }, [["deeds", "tooLong:500"]]],
    ["a sum below zero", { bonus: "-5" }, [["bonus", "moneyNegative"]]],
  ])("%s", async (_, change, expected) => {
    expect(faultsOf(await one({ ...base, recipients: "贾建华", workNumber: "0001", ...change }))).toEqual(
      expected,
    );
  });
  it("a submitted award needs its document or reason, a draft does not", async () => {
    const cells = {
      ...undocumented,
      recipients: "贾建华",
      workNumber: "0001",
      awardDate: "2020",
      remark: "档案室",
    };
    expect(faultsOf(await one(cells, { state: "submitted" }))).toEqual([
      ["documentNumber", "documentRequired"],
    ]);
    expect((await one(cells)).outcome).toBe("new");
  });
  it("another union's people, teams, documents and units do not exist", async () => {
    const [row] = await check(recorderB, [{ ...base, recipients: "贾建华", workNumber: "0001" }], {
      unitId: 12,
    });
    expect(Object.fromEntries(faultsOf(row!))).toMatchObject({
      null: "outOfScope",
      recipients: "personUnknown",
    });
    expect(
      await apply(recorderB, await check(recorder, [{ ...base, recipients: "贾建华", workNumber: "0001" }])),
    ).toEqual([]);
  });
});
