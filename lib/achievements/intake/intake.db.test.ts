import { describe, expect, test } from "vitest";
import { actors, audited, buildLedger } from "@/e2e/world/ledger";
import { type Cells, faultsOf as faults, throughDoors } from "@/e2e/world/intake";
import * as commands from "./commands";
import * as queries from "./queries";

const { db, ownerSql } = await buildLedger();
const { recorder, recorderB, checker } = actors;
const { check, apply, undo } = throughDoors({ ...commands, ...queries }, {});
const dump = () =>
  ownerSql(`SELECT to_jsonb(a) - 'version' - 'updated_at' AS a,
    (SELECT jsonb_agg(to_jsonb(u) ORDER BY position) FROM achievement_units u WHERE u.achievement_id = a.id) AS u,
    (SELECT jsonb_agg(to_jsonb(c) ORDER BY position) FROM achievement_contributors c WHERE c.achievement_id = a.id) AS c,
    (SELECT jsonb_agg(to_jsonb(p) - 'id' ORDER BY id) FROM intellectual_properties p WHERE p.achievement_id = a.id) AS p FROM achievements a ORDER BY id`);

const welding = { name: "全位置自动焊", kind: "技术革新", units: "甲公司" };

describe("achievements out of a workbook", () => {
  test("come with their contributors in order, shares and patents; the same rows again change nothing", async () => {
    const before = await dump();
    const sheet: Cells[] = [
      {
        ...welding,
        ...{
          contributors: "李晓杰、贾建华（女）",
          workNumbers: "2、0001",
          shares: "60%、40",
          startedOn: "2021.3",
          finishedOn: "44682",
        },
        ...{
          economicBenefit: "1,200.5",
          benefitYear: "2022",
          benefitKind: "直接",
          propertyType: "发明专利",
          propertyNumber: "ZL1、ZL2",
          disputed: "否",
        },
      },
    ];
    const verdicts = await check(recorder, sheet);
    expect(verdicts).toMatchObject([{ outcome: "new", faults: [], label: "全位置自动焊 · 甲公司" }]);
    const done = await apply(recorder, verdicts);
    const row = await db.achievement.findFirstOrThrow({
      where: { id: done[0]!.nounId },
      include: { units: true, contributors: { orderBy: { position: "asc" } }, intellectualProperties: true },
    });
    expect(row).toMatchObject({
      ...{
        kind: "innovation",
        startedOn: "2021-03",
        finishedOn: "2022-05-01",
        benefitYear: 2022,
        benefitKind: "direct",
      },
      units: [{ organizationId: 2 }],
      contributors: [{ employeeId: 2 }, { employeeId: 1 }],
      intellectualProperties: [{ number: "ZL1" }, { number: "ZL2" }],
    });
    expect([
      row.economicBenefit?.toFixed(2),
      ...row.contributors.map(({ share }) => share?.toFixed(2)),
    ]).toEqual(["1200.50", "60.00", "40.00"]);
    const [event] = await ownerSql("SELECT after FROM audit_events WHERE event = 'achievements.imported'");
    expect(event).toMatchObject({
      after: { contributors: ["李晓杰(0002) 60%", "贾建华(0001) 40%"], units: ["甲公司"] },
    });
    expect((await check(recorder, sheet))[0]).toMatchObject({ outcome: "unchanged", nounId: row.id });
    // Those who are on the record need no number any more.
    expect(
      (await check(recorder, [{ name: "全位置自动焊", contributors: "李晓杰、贾建华" }]))[0],
    ).toMatchObject({ outcome: "unchanged" });
    expect(await undo(recorder, done)).toEqual([]);
    expect(await dump()).toEqual(before);
  });

  test("a changed one is told field by field, and taken back with its lists", async () => {
    const before = await dump();
    const verdicts = await check(recorder, [
      {
        name: "管道焊接工装",
        contributors: "贾建华、王新",
        workNumbers: "、0004",
        shares: "70、",
        propertyType: "软件著作权",
        propertyNumber: "2022SR1",
        propertyGrantedOn: "2022年8月",
        secrecy: "内部",
      },
    ]);
    expect(verdicts).toMatchObject([
      {
        outcome: "changed",
        nounId: 1,
        changes: [
          { column: "secrecy", before: "公开", after: "内部" },
          {
            column: "contributors",
            before: "李晓杰(0002)、贾建华(0001)",
            after: "贾建华(0001) 70%、王新(0004)",
          },
          { column: "propertyNumber", before: "", after: "软件著作权 2022SR1 2022-08" },
        ],
      },
    ]);
    const done = await apply(recorder, verdicts);
    expect(await apply(recorder, verdicts)).toEqual([]);
    expect(await undo(recorder, done)).toEqual([]);
    expect(await dump()).toEqual(before);
  });

  test("the same name from another unit is shown as a duplicate, unless a person says that it is another", async () => {
    await ownerSql(`${audited} UPDATE employees SET union_unit_id = 12 WHERE id = 3;`);
    const [other] = await check(actors.admin, [{ name: "管道 焊接工装", kind: "发明", units: "乙公司" }]);
    expect(other).toMatchObject({ outcome: "duplicate", nounId: 1 });
    expect(
      (
        await check(actors.admin, [{ name: "管道焊接工装", kind: "发明", units: "乙公司" }], {
          decisions: [{ isAnother: true }],
        })
      )[0],
    ).toMatchObject({ outcome: "new", nounId: null });
    await ownerSql(`${audited} UPDATE employees SET union_unit_id = 13 WHERE id = 3;`);
  });

  test("every fault names its column, its value and, for a name, who may be meant", async () => {
    await ownerSql(`${audited} INSERT INTO employees (id, name, pinyin, initials, unit_id, union_unit_id, employer_id, work_number, birth, updated_at) VALUES
      (31, '王芳', 'wang fang', 'wf', 2, 12, 2, 'F1', '1985', now()), (32, '王芳', 'wang fang', 'wf', 2, 12, 2, 'F2', '1990', now());`);
    const verdicts = await check(recorder, [
      { ...welding, contributors: "贾建华、王 芳、查无此人", finishedOn: "2022.13" },
      { ...welding, name: "甲", contributors: "贾建华、李晓杰等5人" },
      { ...welding, name: "乙", contributors: "贾建华、李晓杰", workNumbers: "0001", shares: "70、40" },
      { ...welding, name: "丙", contributors: "贾建华、李晓杰", shares: "70、40" },
      { ...welding, name: "丁", contributors: "贾建华", workNumbers: "0002" },
      { name: "戊", kind: "无此类", units: "没有的单位" },
      { name: "己", kind: "发明", units: "" },
      { ...welding, name: "庚", startedOn: "2022", finishedOn: "2021", propertyType: "发明专利" },
      { ...welding, name: "辛", contributors: "贾建华、贾建华" },
      { ...welding, name: "壬", economicBenefit: "约10", benefitYear: "22" },
      { ...welding, name: "癸" },
      { ...welding, name: "癸", kind: "发明" },
    ]);
    expect(verdicts.map(faults)).toEqual([
      ["finishedOn badDate", "contributors personNotSure", "contributors personUnknown"],
      ["contributors namesStated:5"],
      ["workNumbers besideNames:2"],
      ["contributors shareTotal"],
      ["contributors workNumberOfAnother:李晓杰"],
      ["units unitUnknown", expect.stringMatching(/^kind notOneOf:/)],
      ["units required"],
      ["propertyNumber required", "finishedOn endBeforeStart"],
      ["contributors contributorTwice:1"],
      ["economicBenefit notNumber", "benefitYear numberTooSmall:1900"],
      [],
      ["name rowTwice:13"],
    ]);
    expect(verdicts[0]!.faults[1]).toMatchObject({
      nameIndex: 1,
      candidates: [
        { id: 31, birthYear: "1985" },
        { id: 32, workNumber: "F2" },
      ],
    });
    const [decided] = await check(recorder, [{ ...welding, contributors: "贾建华、王 芳" }], {
      decisions: [{ people: { 1: 32 } }],
    });
    expect(decided).toMatchObject({ outcome: "new" });
    const done = await apply(recorder, [decided!]);
    // Sent again without the decision: the record knows which of them it is.
    expect((await check(recorder, [{ ...welding, contributors: "贾建华、王 芳" }]))[0]).toMatchObject({
      outcome: "unchanged",
    });
    expect(await undo(recorder, done)).toEqual([]);
  });

  test("another unit cannot: nor enter for it, nor change what is its own, nor name its people", async () => {
    expect((await check(recorderB, [welding])).map(faults)).toEqual([["units leadingUnit"]]);
    expect((await check(checker, [welding])).map(faults)).toEqual([[" forbidden"]]);
    const [blind] = await check(recorderB, [
      { name: "管道焊接工装", kind: "发明", units: "乙公司", contributors: "贾建华", workNumbers: "0001" },
    ]);
    expect(blind).toMatchObject({
      outcome: "faulty",
      nounId: null,
      faults: [{ message: "personUnknown", candidates: [] }],
    });
    // Somebody of B took part: B sees it, and does not keep it.
    await ownerSql(
      `${audited} INSERT INTO achievement_contributors (achievement_id, position, employee_id) VALUES (1, 9, 3);`,
    );
    expect((await check(recorderB, [{ name: "管道焊接工装", field: "焊接" }])).map(faults)).toEqual([
      [" notKeptHere"],
    ]);
    await ownerSql(`${audited} DELETE FROM achievement_contributors WHERE position = 9;`);
  });

  test("one with an award, or that was changed since, stays and is named", async () => {
    const done = await apply(recorder, await check(recorder, [welding, { ...welding, name: "另一成果" }]));
    await ownerSql(`${audited} INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
      INSERT INTO awards (id, title_id, title_name, level_code, category_code, prize_level_code, award_date, award_year, recording_unit_id, created_by_id, updated_by_id, updated_at)
        VALUES (1, 1, '青岛市职工创新成果', 'city', 'innovation', 'third', '2022', 2022, 12, 1, 1, now());
      INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (1, 'draft', 1);
      INSERT INTO award_recipients (award_id, position, achievement_id, name) VALUES (1, 1, ${done[0]!.nounId}, '全位置自动焊');
      UPDATE achievements SET field = '焊接', version = 2 WHERE id = ${done[1]!.nounId};`);
    expect((await undo(recorder, done)).map(({ position, message }) => [position, message])).toEqual([
      [1, "usedSinceImport"],
      [2, "changedSinceImport"],
    ]);
    expect(queries.intakeChoices(await queries.openIntake(db, recorder, {}), "en")).toMatchObject({
      kind: [
        "Technical innovation",
        "Invention",
        "“Five smalls”",
        "Rationalisation proposal",
        "Advanced operating method",
        "QC result",
      ],
      units: ["甲公司"],
    });
  });
});
