import { beforeAll, describe, expect, it } from "vitest";
import {
  achievement,
  actors,
  buildLedger,
  document,
  draft,
  person,
  team,
  title,
  unit,
} from "@/e2e/world/ledger";
import { saveAward } from "./commands";
import { getOwnHonor, listHonorsOfEmployee, listHonorsOfSubject, listOwnHonors } from "./holders/queries";
import { listAwards } from "./ledger/queries";
import { countAwardsByTitle, listAwardsOfDocument, orderAwards } from "./queries";
import { confirmAward } from "./review/commands";
import { awardSorts, readAwardFilter } from "./schema";

const { recorder, checker, recorderB, hr, sysadmin, admin, jia } = actors;
const ids: Record<string, number> = {};

async function award(name: string, more: Record<string, unknown>, confirm = true) {
  const saved = await saveAward(recorder, draft({ intent: confirm ? "submit" : "draft", ...more }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  ids[name] = saved.value.id;
  if (confirm) await confirmAward(checker, { id: saved.value.id, version: 2 });
}

beforeAll(async () => {
  await buildLedger();
  await award("joint", {});
  await award("craftsman", {
    titleId: title.craftsman,
    prizeLevelCode: "",
    recipients: [{ employeeId: person.jia }],
    awardDate: "2022",
    bonus: "",
  });
  await award("team", { recipients: [{ teamId: team.welders }], awardDate: "2021-05", documents: [] });
  await award("achievement", {
    recipients: [{ achievementId: achievement.fixture }],
    prizeLevelCode: "second",
    awardDate: "2023-05-03",
  });
  await award("draft", { reason: "100%_努力" }, false);
});

const list = (params: Record<string, string>, actor = recorder) =>
  listAwards(actor, readAwardFilter(params, 2022));
const found = async (params: Record<string, string>, actor = recorder) =>
  (await list({ year: "all", ...params }, actor)).rows.map(({ id }) => id).sort((a, b) => a - b);

describe("the list", () => {
  it("opens on this year, within the actor's scope", async () => {
    const page = await list({});
    expect(page.total).toBe(3);
    expect(page.rows.find(({ id }) => id === ids.joint)).toMatchObject({
      ...{
        titleName: "青岛市职工创新成果",
        recipients: ["李晓杰", "贾建华"],
        recipientCount: 2,
        documentNumber: "青工发〔2022〕15号",
        unitName: "甲公司工会",
        bonus: "3000.00",
      },
      ...{ prizeLevel: { zh: "三等奖" }, level: { zh: "地市" }, state: "effective" },
    });
  });
  it("shows nothing of it to another unit, to who has no ledger role, nor drafts to HR", async () => {
    expect(await found({}, recorderB)).toEqual([]);
    expect(await found({}, sysadmin)).toEqual([]);
    expect(await found({}, jia)).toEqual([]);
    expect(await found({}, hr)).toEqual([ids.joint, ids.craftsman, ids.team, ids.achievement]);
    expect((await found({}, admin)).length).toBe(5);
  });
  it.each([
    ["level", { level: "city" }, ["joint", "craftsman", "team", "achievement", "draft"]],
    ["category", { category: "craftsman" }, ["craftsman"]],
    ["prize level", { prizeLevel: "second" }, ["achievement"]],
    ["state", { state: "draft" }, ["draft"]],
    ["title", { title: "2" }, ["craftsman"]],
    ["kind of subject", { subjectKind: "team" }, ["team"]],
    ["unit", { unit: String(unit.companyA) }, ["joint", "craftsman", "team", "achievement", "draft"]],
    ["another unit", { unit: String(unit.unionB) }, []],
    ["no unit", { unit: "4711" }, []],
    ["a name", { q: "李晓杰" }, ["joint", "achievement", "draft"]],
    ["a name in traditional characters", { q: "李曉杰" }, ["joint", "achievement", "draft"]],
    ["a part of a name", { q: "晓" }, ["joint", "achievement", "draft"]],
    ["initials, of the people behind an achievement too", { q: "LXJ" }, ["joint", "achievement", "draft"]],
    ["a name as it is read", { q: "lixiaojie" }, ["joint", "achievement", "draft"]],
    ["the beginnings of its syllables", { q: "lixj" }, ["joint", "achievement", "draft"]],
    ["initials of a title", { q: "zgcxcg" }, ["joint", "team", "achievement", "draft"]],
    ["a title as it is read", { q: "gongjiang" }, ["craftsman"]],
    ["two characters of two names", { q: "杰贾" }, []],
    [
      "a document's number in other brackets",
      { q: "青工发[2022]15" },
      ["joint", "craftsman", "achievement", "draft"],
    ],
    ["a percent sign, which finds only itself", { q: "%" }, []],
    ["an underscore", { q: "_" }, []],
    ["a backslash", { q: "\\" }, []],
  ])("is narrowed by %s", async (_, params, names) =>
    expect(await found(params as Record<string, string>)).toEqual(names.map((name) => ids[name])),
  );
  it("sorts by every column it offers, and never by another", async () => {
    for (const sort of awardSorts)
      expect((await list({ year: "all", sort: `-${sort}` })).rows).toHaveLength(5);
    expect(orderAwards({ sort: "date", direction: "desc" })).toEqual([{ firstDay: "desc" }, { id: "desc" }]);
    const dates = (await list({ year: "all", sort: "date" })).rows.map(({ awardDate }) => awardDate);
    expect(dates).toEqual(["2021-05", "2022", "2022-12", "2022-12", "2023-05-03"]);
  });
  it("clamps a page past its end", async () =>
    expect(await list({ page: "999", size: "10" })).toMatchObject({ page: 1, total: 3 }));
});

describe("honors of a person", () => {
  it("tell place and way, and whether they count as personal", async () => {
    const honors = await listOwnHonors(jia);
    expect(
      honors.map(({ awardId, place, through, personal }) => ({ awardId, place, through, personal })),
    ).toEqual([
      {
        awardId: ids.achievement,
        place: { position: 2, total: 2, role: null },
        through: { kind: "achievement", name: "管道焊接工装" },
        personal: false,
      },
      { awardId: ids.joint, place: { position: 2, total: 2, role: null }, through: null, personal: true },
      { awardId: ids.craftsman, place: null, through: null, personal: true },
      {
        awardId: ids.team,
        place: { position: 1, total: 1, role: "member" },
        through: { kind: "team", name: "焊接班" },
        personal: false,
      },
    ]);
    expect(honors[1]).toMatchObject({
      prizeLevel: { zh: "三等奖", en: "Third prize" },
      levelName: { zh: "地市" },
      year: 2022,
      documentNumber: "青工发〔2022〕15号",
    });
  });
  it("are the same for who may see the ledger, and none for another unit or someone without a record", async () => {
    expect((await listHonorsOfEmployee(hr, person.jia)).map(({ awardId }) => awardId)).toEqual([
      ids.achievement,
      ids.joint,
      ids.craftsman,
      ids.team,
    ]);
    expect(await listHonorsOfEmployee(recorderB, person.jia)).toEqual([]);
    expect(await listHonorsOfEmployee(jia, person.li)).toEqual([]);
    expect(await listOwnHonors(recorder)).toEqual([]);
  });
  it("are one's own or not there", async () => {
    expect(await getOwnHonor(jia, ids.joint!)).toMatchObject({ awardId: ids.joint });
    expect(await getOwnHonor(jia, ids.draft!)).toBeNull();
    expect(await getOwnHonor(recorder, ids.joint!)).toBeNull();
  });
});

it("other nouns' pages list what belongs to them", async () => {
  expect((await listHonorsOfSubject(recorder, "team", team.welders)).map(({ awardId }) => awardId)).toEqual([
    ids.team,
  ]);
  expect((await listHonorsOfSubject(recorderB, "team", team.welders)).length).toBe(0);
  expect((await listAwardsOfDocument(hr, document.notice)).map(({ id }) => id)).toEqual([
    ids.joint,
    ids.craftsman,
    ids.achievement,
  ]);
  expect(await countAwardsByTitle(recorder, title.innovation)).toBe(3);
});
