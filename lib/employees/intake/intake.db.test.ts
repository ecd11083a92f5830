import { describe, expect, test } from "vitest";
import { actors, audited, buildLedger } from "@/e2e/world/ledger";
import { type Cells, faultsOf as faults, throughDoors } from "@/e2e/world/intake";
import * as commands from "./commands";
import * as queries from "./queries";
import { intakeOptions } from "./schema";

const { db, ownerSql } = await buildLedger();
const { admin, recorder, recorderB, checker } = actors;
const { check, apply, take } = throughDoors({ ...commands, ...queries }, intakeOptions.parse({}));

let serial = 0;
/** A name that nobody else has. */
const fresh = () =>
  `职${[...String((serial += 1)).padStart(4, "0")].map((digit) => "甲乙丙丁戊己庚辛壬癸"[Number(digit)]).join("")}`;
const place = { unit: "甲公司", unionUnit: "甲公司工会" };

describe("people out of a workbook", () => {
  test("a new one has what the cells say: dates, lists, ID number, and a beginning", async () => {
    const name = fresh();
    const [verdict] = await check(recorder, [
      {
        ...place,
        name: ` ${name} `,
        workNumber: "００7",
        idNumber: "11010519491231002x",
        hiredOn: "44682",
        workerTypes: "产业工人、农民工",
        status: "在岗",
        education: "本科",
        formerNames: "甲、乙",
      },
    ]);
    expect(verdict).toMatchObject({ outcome: "new", faults: [], label: `${name} · 甲公司`, nounId: null });
    const [written] = await apply(recorder, [verdict!]);
    const row = await db.employee.findFirstOrThrow({
      where: { id: written!.nounId },
      include: { assignments: true },
    });
    expect(row).toMatchObject({
      ...{
        name,
        workNumber: "007",
        idNumberLast4: "002X",
        birth: "1949-12-31",
        gender: "female",
        hiredOn: "2022-05-01",
      },
      ...{
        workerTypes: ["industrial", "migrant"],
        formerNames: ["甲", "乙"],
        unitId: 2,
        unionUnitId: 12,
        employerId: 2,
        version: 1,
      },
      assignments: [{ unitId: 2, validFrom: "2022-05-01", validTo: null }],
    });
    const [event] = await ownerSql("SELECT * FROM audit_events WHERE noun = 'employees' AND noun_id = $1", [
      row.id,
    ]);
    expect(event).toMatchObject({
      event: "employees.imported",
      actor_name: "经办甲",
      after: { name, unit: "甲公司" },
    });
  });

  test("the same rows again change nothing; a changed one is told field by field", async () => {
    const name = fresh();
    const rows = [{ ...place, name, workNumber: "C1", birth: "1985-03-02", post: "焊工", hiredOn: "2010.7" }];
    await take(recorder, rows);
    expect((await check(recorder, rows))[0]).toMatchObject({ outcome: "unchanged", changes: [] });
    // What is empty says nothing, and 1985 says less than what is known.
    expect(
      (await check(recorder, [{ ...place, name, workNumber: "C1", birth: "1985", post: "" }]))[0]!.outcome,
    ).toBe("unchanged");
    const [verdict] = await check(recorder, [{ name, workNumber: "C1", education: "大专", hiredOn: "2011" }]);
    expect(verdict).toMatchObject({
      outcome: "changed",
      nounVersion: 1,
      changes: [
        { column: "hiredOn", before: "2010-07", after: "2011" },
        { column: "education", before: "", after: "大专" },
      ],
    });
    const [written] = await apply(recorder, [verdict!]);
    expect(written).toMatchObject({ nounVersion: 2 });
    // The record was changed since the check: not written, and not in the answer.
    expect(await apply(recorder, [verdict!])).toEqual([]);
  });

  test("a row twice in the workbook is taken once; two that differ are told", async () => {
    const name = fresh();
    const row = { ...place, name, workNumber: "T1" };
    const verdicts = await check(recorder, [
      row,
      row,
      { ...row, post: "钳工" },
      { ...place, name: fresh(), workNumber: "T1" },
    ]);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["new", "duplicate", "faulty", "faulty"]);
    expect(verdicts.slice(2).map(faults)).toEqual(
      [["rowTwice:3"], ["workNumber rowTwice:3"]].map(([one]) => [one!.startsWith("row") ? ` ${one}` : one]),
    );
  });

  test("every fault names its column, its value and what is wrong", async () => {
    const name = fresh();
    const [one, two, three, four] = await check(recorder, [
      {
        ...place,
        name,
        idNumber: "3.70202198505010E+17",
        birth: "去年",
        gender: "无",
        workNumber: "1.23457E+17",
        status: "退休",
      },
      { name: "", unit: "没有的单位" },
      { name, unit: "甲公司", department: "没有的部门", hiredOn: "1990", birth: "1995" },
      { ...place, name, idNumber: "370202198505010000", idNumberLast4: "12" },
    ]);
    expect(faults(one!).toSorted()).toEqual([
      "birth badCellDate",
      "gender notOneOf:男、女",
      "idNumber idNumberRounded",
      "statusDate statusDateRequired",
      "workNumber numberRounded",
    ]);
    expect(one!.faults.find(({ column }) => column === "idNumber")).toMatchObject({ value: "*.*E+17" });
    expect(faults(two!)).toEqual(["name required"]);
    expect(faults(three!)).toEqual(["department unitUnknown", "hiredOn hiredBeforeBirth"]);
    expect(faults(four!)).toEqual(["idNumber idNumberRounded", "idNumberLast4 badLastFour"]);
    const late = await check(recorder, [
      { ...place, name, status: "退休" },
      { ...place, name, workNumber: "Z", status: "离职", statusDate: "2001", hiredOn: "2005" },
    ]);
    expect(late.map(faults)).toEqual([["statusDate statusDateRequired"], ["statusDate endBeforeStart"]]);
  });
});

describe("who is meant", () => {
  test("namesakes are never taken for one another by name alone", async () => {
    const name = fresh();
    await take(recorder, [{ ...place, name, birth: "1985", unit: "甲公司" }]);
    const [bare] = await check(admin, [{ name, unionUnit: "乙公司工会" }]);
    expect(bare).toMatchObject({
      outcome: "faulty",
      faults: [
        { column: "name", message: "namesakes", nameIndex: 0, candidates: [{ name, birthYear: "1985" }] },
      ],
    });
    const id = bare!.faults[0]!.candidates![0]!.id;
    expect((await check(admin, [{ name, unionUnit: "乙公司工会", birth: "1991" }]))[0]).toMatchObject({
      outcome: "new",
    });
    expect((await check(admin, [{ ...place, name }]))[0]).toMatchObject({ outcome: "unchanged", nounId: id });
    expect(
      (await check(admin, [{ name, education: "本科" }], { decisions: [{ people: { 0: id } }] }))[0],
    ).toMatchObject({ outcome: "changed", nounId: id });
    expect(
      (await check(admin, [{ ...place, name, education: "本科" }], { decisions: [{ isAnother: true }] }))[0],
    ).toMatchObject({ outcome: "new" });
    // Two of one name with numbers of their own are two people.
    const two = await check(admin, [
      { ...place, name, workNumber: "N1", birth: "1990" },
      { ...place, name, workNumber: "N2", birth: "1991" },
    ]);
    expect(two.map(({ outcome }) => outcome)).toEqual(["new", "new"]);
  });

  test("a number that is somebody else's says whose; one given again needs the day", async () => {
    const [old, young] = [fresh(), fresh()];
    await take(recorder, [
      { ...place, name: old, workNumber: "R1", hiredOn: "1980", status: "退休", statusDate: "2015-06" },
    ]);
    await take(recorder, [{ ...place, name: fresh(), workNumber: "R2", hiredOn: "1990" }]);
    const told = async (cells: Cells) => (await check(recorder, [{ ...place, name: young, ...cells }]))[0]!;
    expect(faults(await told({ workNumber: "R2" }))[0]).toMatch(/^workNumber workNumberOfAnother:职/);
    expect(faults(await told({ workNumber: "R1" }))).toEqual([`workNumber workNumberReused:${old}`]);
    expect(faults(await told({ workNumber: "R1", hiredOn: "2015-05" }))).toEqual([
      `workNumber workNumberReused:${old}`,
    ]);
    const again = await told({ workNumber: "R1", hiredOn: "2016" });
    expect(again.outcome).toBe("new");
    await apply(recorder, [again]);
    expect((await told({ workNumber: "R1", hiredOn: "2016" })).outcome).toBe("unchanged");
    // Somebody who came back, or a namesake: asked.
    expect(
      faults((await check(recorder, [{ ...place, name: old, workNumber: "R1", hiredOn: "2030" }]))[0]!),
    ).toEqual(["name namesakes"]);
  });

  test("another unit cannot: neither enter there, nor change, nor learn whose number it is", async () => {
    const name = fresh();
    await take(recorder, [{ ...place, name, workNumber: "X1" }]);
    expect(faults((await check(recorderB, [{ ...place, name: fresh() }]))[0]!)).toEqual([
      "unit unitUnknown",
      "unionUnit unitUnknown",
    ]);
    // The number is the whole employer's; whose, the other unit is not told.
    await ownerSql(`${audited} UPDATE employees SET employer_id = 1 WHERE name = '${name}'`);
    const taken = await check(recorderB, [
      { name: fresh(), unionUnit: "乙公司工会", employer: "集团", workNumber: "X1" },
    ]);
    expect(JSON.stringify(taken)).not.toContain(name);
    expect((await check(checker, [{ ...place, name: fresh() }]))[0]).toMatchObject({
      faults: [{ column: null, message: "forbidden" }],
    });
    const [own] = await check(recorderB, [{ name: "张伟", workNumber: "0003", education: "本科" }]);
    expect(own).toMatchObject({ outcome: "changed", nounId: 3 });
    expect(
      await check(recorderB, [{ name: "贾建华", education: "本科" }], { decisions: [{ people: { 0: 1 } }] }),
    ).toMatchObject([{ faults: [{ message: "outOfScope", candidates: [] }] }]);
  });
});

test("drop-downs offer what may be written", async () => {
  const session = await queries.openIntake(db, recorder, intakeOptions.parse({}));
  expect(queries.intakeChoices(session, "zh-CN")).toMatchObject({
    gender: ["男", "女"],
    unit: ["甲公司"],
    unionUnit: ["甲公司工会"],
  });
  expect(queries.intakeChoices(session, "en").status).toEqual([
    "Active",
    "Seconded",
    "Left",
    "Retired",
    "Deceased",
  ]);
});
