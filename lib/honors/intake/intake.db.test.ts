import { describe, expect, test } from "vitest";
import { actors, audited, buildLedger } from "@/e2e/world/ledger";
import { type Cells, faultsOf as faults, throughDoors } from "@/e2e/world/intake";
import * as commands from "./commands";
import * as queries from "./queries";

const { db, ownerSql } = await buildLedger();
const { admin, recorder } = actors;
const { check, apply, undo } = throughDoors({ ...commands, ...queries }, {});
const dump = () =>
  ownerSql(`SELECT to_jsonb(t) - 'version' - 'updated_at' AS t, ARRAY(SELECT level_code FROM honor_title_levels WHERE title_id = t.id ORDER BY 1) AS l,
    ARRAY(SELECT prize_level_code FROM honor_title_prize_levels WHERE title_id = t.id ORDER BY 1) AS p,
    ARRAY(SELECT subject_kind::text FROM honor_title_subject_kinds WHERE title_id = t.id ORDER BY 1) AS k FROM honor_titles t ORDER BY id`);

const medal = {
  name: "五一劳动奖章",
  category: "劳动模范",
  levels: "省级、地市级",
  subjectKinds: "个人",
  validFrom: "2005.4",
};

describe("titles out of a workbook", () => {
  test("come with their lists and their line, and the same rows again change nothing", async () => {
    const before = await dump();
    const sheet: Cells[] = [
      {
        ...medal,
        programme: "一匠五创",
        prizeLevels: "",
        nameEn: "May Day Medal",
        validityMonths: "36",
        sort: "5",
      },
      {
        name: "新五一劳动奖章",
        category: "劳动模范",
        levels: "行业/协会",
        subjectKinds: "个人、班组",
        predecessor: "五一劳动奖章",
        countsForMembers: "是",
      },
    ];
    const verdicts = await check(admin, sheet);
    expect(verdicts.map(({ outcome, faults: all }) => [outcome, all])).toEqual([
      ["new", []],
      ["new", []],
    ]);
    const done = await apply(admin, verdicts);
    const titles = await db.honorTitle.findMany({
      where: { name: { contains: "五一" } },
      include: { levels: true, subjectKinds: true, predecessor: true, programme: true },
      orderBy: { id: "asc" },
    });
    expect(titles).toMatchObject([
      {
        validFrom: "2005-04",
        validityMonths: 36,
        sort: 5,
        programme: { name: "一匠五创" },
        levels: [{ levelCode: "city" }, { levelCode: "provincial" }],
      },
      {
        countsForMembers: true,
        levels: [{ levelCode: "industry" }],
        predecessor: { name: "五一劳动奖章" },
        familyId: titles[0]!.id,
      },
    ]);
    expect((await check(admin, sheet)).map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
    expect(await undo(admin, done)).toEqual([]);
    expect(await dump()).toEqual(before);
  });

  test("a changed one is told field by field, written, and taken back", async () => {
    const before = await dump();
    const verdicts = await check(admin, [
      { name: "青岛工匠", levels: "地市、省部、公司", nationalCode: "0401", validTo: "2030" },
      { name: "青岛市职工创新成果", prizeLevels: "二等奖、三等奖、优秀奖", category: "创新成果" },
    ]);
    expect(verdicts).toMatchObject([
      {
        outcome: "changed",
        nounId: 2,
        changes: [
          { column: "levels", before: "地市、省部", after: "地市、公司、省部" },
          { column: "nationalCode", before: "", after: "0401" },
          { column: "validTo", before: "", after: "2030" },
        ],
      },
      { outcome: "changed", changes: [{ column: "prizeLevels" }] },
    ]);
    const done = await apply(admin, verdicts);
    expect(await apply(admin, verdicts)).toEqual([]);
    expect(
      await ownerSql("SELECT after FROM audit_events WHERE event = 'honor_titles.imported' AND noun_id = 1"),
    ).toEqual([{ after: { prizeLevels: ["excellence", "second", "third"] } }]);
    expect(await undo(admin, done)).toEqual([]);
    expect(await dump()).toEqual(before);
  });

  test("faults name their column; a choice that awards have stays", async () => {
    await ownerSql(`${audited} INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
      INSERT INTO awards (id, title_id, title_name, level_code, category_code, award_date, award_year, recording_unit_id, created_by_id, updated_by_id, updated_at)
        VALUES (1, 2, '青岛工匠', 'city', 'craftsman', '2022', 2022, 12, 1, 1, now());
      INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (1, 'draft', 1);`);
    const verdicts = await check(admin, [
      { name: "青岛工匠", levels: "省部" },
      { name: "甲称号", category: "无此类", levels: "村级", subjectKinds: "" },
      {
        name: "乙称号",
        category: "工匠",
        levels: "公司",
        subjectKinds: "个人",
        programme: "无此项目",
        predecessor: "无此称号",
        validFrom: "2020",
        validTo: "2019",
      },
      { name: "青岛工匠", predecessor: "青岛市职工创新成果" },
      { ...medal, name: "丙称号" },
      { ...medal, name: "丙称号" },
      { ...medal, name: "丙称号", sort: "1.5" },
      { name: "" },
    ]);
    expect(verdicts.map(faults)).toEqual([
      ["levels levelsInUse"],
      [
        expect.stringMatching(/^category notOneOf:/),
        expect.stringMatching(/^levels notOneOf:/),
        "subjectKinds requiredChoice",
      ],
      ["programme programmeUnknown", "predecessor titleUnknown", "validTo endBeforeStart"],
      ["predecessor predecessorFixed", "name rowTwice:3"],
      [],
      [],
      ["sort notWholeNumber"],
      ["name required", "category required", "levels requiredChoice", "subjectKinds requiredChoice"],
    ]);
    expect(verdicts[5]!.outcome).toBe("duplicate");
  });

  test("who keeps no catalog cannot; one of the same name may be another", async () => {
    expect((await check(recorder, [medal])).map(faults)).toEqual([[" forbidden"]]);
    const another = {
      name: "青岛工匠",
      category: "工匠",
      levels: "地市",
      subjectKinds: "个人",
      validFrom: "2031",
    };
    expect((await check(admin, [another], { decisions: [{ isAnother: true }] }))[0]).toMatchObject({
      outcome: "new",
    });
    expect((await check(admin, [another]))[0]).toMatchObject({ outcome: "changed", nounId: 2 });
  });

  test("a title with awards, or one that was changed since, stays and is named", async () => {
    const done = await apply(admin, await check(admin, [medal, { ...medal, name: "奖状", levels: "公司" }]));
    await ownerSql(`${audited} INSERT INTO honor_titles (id, name, category_code, predecessor_id, updated_at) VALUES (500, '后来的', 'craftsman', ${done[0]!.nounId}, now());
      UPDATE honor_titles SET sort = 9, version = 2 WHERE id = ${done[1]!.nounId};`);
    expect((await undo(admin, done)).map(({ position, message }) => [position, message])).toEqual([
      [1, "usedSinceImport"],
      [2, "changedSinceImport"],
    ]);
  });

  test("drop-downs are the catalog's own", async () => {
    const session = await queries.openIntake(db, admin, {});
    expect(queries.intakeChoices(session, "zh-CN")).toMatchObject({
      programme: ["一匠五创"],
      countsForMembers: ["是", "否"],
    });
    expect(queries.intakeChoices(session, "en").category![0]).toBe("Model workers");
  });
});
