import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { getHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import { actorOver, ids, plantCompany } from "@/lib/auth/testing-company";
import { testDatabase } from "@/lib/db/testing";
import { changeAchievement, createAchievement } from "./commands";
import { getAchievement, getAchievementForm, listAchievements, listYears } from "./queries";
import { searchAchievements } from "./search/queries";
import { readAchievementFilter } from "./schema";

const { db } = await testDatabase();
let recorder: Actor, other: Actor, admin: Actor;

beforeAll(async () => {
  await plantCompany();
  recorder = actorOver("recorder", "北方工会");
  other = actorOver("recorder", "南方工会");
  admin = actorOver("union_admin", "集团工会");
});

describe("an achievement", () => {
  test("is entered with contributors in order, benefit and patents, and found again", async () => {
    const id = await saved(
      createAchievement(recorder, {
        ...form("超超临界锅炉对口焊接工装"),
        ...{ startedOn: "2021", finishedOn: "2022.6", economicBenefit: "126.5", benefitYear: "2022" },
        ...{ benefitKind: "direct", benefitCertifiedBy: "公司财务部", secrecy: "internal" },
        units: [ids.北方公司, ids.焊接班].map(String),
        contributors: [
          person("张伟", { share: "60%", contribution: "方案设计" }),
          person("贾建华", { share: "40" }),
        ],
        properties: [patent("ZL202221234567.8", { grantedOn: "2022-11-01" })],
      }),
    );
    expect(await getAchievement(recorder, id)).toMatchObject({
      ...{
        finishedOn: "2022-06",
        economicBenefit: "126.50",
        benefitYear: 2022,
        secrecy: "internal",
        canEdit: true,
      },
      units: [{ name: "北方公司" }, { name: "焊接班" }],
      contributors: [
        { person: { name: "张伟", visible: true }, share: "60", contribution: "方案设计" },
        { person: { name: "贾建华" }, share: "40" },
      ],
      properties: [{ number: "ZL202221234567.8", grantedOn: "2022-11-01" }],
    });
    for (const params of [
      { q: "锅炉" },
      { q: "贾建华" },
      { q: "zl2022" },
      { year: "2022", kind: "innovation" },
    ])
      expect((await listAchievements(recorder, readAchievementFilter(params))).rows).toMatchObject([
        { id, unitName: "北方公司", contributors: ["张伟", "贾建华"], contributorCount: 2 },
      ]);
    expect((await listAchievements(recorder, readAchievementFilter({ year: "2021" }))).total).toBe(0);
    expect(await listYears(recorder)).toEqual([2022]);
    for (const q of ["对口焊接", "cclj", "hanjie"])
      expect(await searchAchievements(recorder, q)).toMatchObject([{ id }]);
    expect(await getHistory("achievements", id)).toMatchObject([{ event: "achievements.created" }]);
  });

  test("tells in the history who moved in the order", async () => {
    const contributors = [person("张伟"), person("贾建华", { share: "12.5" })];
    const id = await saved(createAchievement(recorder, { ...form("换位"), contributors }));
    await saved(
      changeAchievement(recorder, { ...(await present(id)), contributors: contributors.toReversed() }),
    );
    expect((await getHistory("achievements", id))[0]).toMatchObject({
      event: "achievements.changed",
      changes: [
        {
          field: "contributors",
          before: ["1. 张伟(0002)", "2. 贾建华(0001) 12.5%"],
          after: ["1. 贾建华(0001) 12.5%", "2. 张伟(0002)"],
        },
      ],
    });
  });
});

describe("rows", () => {
  test("name the row in which the same person or number already stands", async () => {
    const contributors = [person("张伟"), person("贾建华"), person("张伟")];
    const properties = [patent("ZL1"), patent("zl1")];
    expect(await createAchievement(recorder, { ...form("x"), contributors, properties })).toMatchObject({
      fault: {
        code: "invalid",
        fields: {
          "contributors.2.employeeId": ["contributorTwice:1"],
          "properties.1.number": ["rowTwice:1"],
        },
      },
    });
  });

  test("share no more than the whole", async () => {
    const share = (one: string, two: string) => [
      person("张伟", { share: one }),
      person("贾建华", { share: two }),
    ];
    expect(
      await createAchievement(recorder, { ...form("x"), contributors: share("66.67", "33.34") }),
    ).toMatchObject({ fault: { fields: { contributors: ["shareTotal"] } } });
    expect(
      await createAchievement(recorder, { ...form("x"), contributors: share("0", "101") }),
    ).toMatchObject({
      fault: { fields: { "contributors.0.share": ["share"], "contributors.1.share": ["share"] } },
    });
    await saved(createAchievement(recorder, { ...form("足额"), contributors: share("66.66", "33.34") }));
  });
});

describe("scope", () => {
  test("another unit neither reads nor writes, and who only reads does not write", async () => {
    const south = { ...form("起重工法"), units: [String(ids.起重班)], contributors: [person("钱南")] };
    const id = await saved(createAchievement(other, south));
    expect(await getAchievement(recorder, id)).toBeNull();
    expect(await getAchievementForm(recorder, id)).toBeNull();
    expect(await searchAchievements(recorder, "起重")).toEqual([]);
    expect((await listAchievements(recorder, readAchievementFilter({ q: "起重" }))).total).toBe(0);
    const change = await present(id);
    expect(await changeAchievement(recorder, change)).toMatchObject({ fault: { code: "not_found" } });
    expect(await changeAchievement(actorOver("hr", "集团"), change)).toMatchObject({
      fault: { code: "forbidden" },
    });
  });

  test("the leading unit is the actor's own; a partner's record is read, not written", async () => {
    const unserved = { ...form("x"), units: [ids.南方公司, ids.焊接班].map(String) };
    expect(await createAchievement(recorder, unserved)).toMatchObject({
      fault: { fields: { units: ["leadingUnit"] } },
    });
    const unseen = { ...form("x"), units: [ids.焊接班, ids.起重班].map(String) };
    expect(await createAchievement(recorder, unseen)).toMatchObject({
      fault: { fields: { units: ["outOfScope"] } },
    });
    const id = await saved(createAchievement(admin, { ...unseen, ...form("两家合作"), units: unseen.units }));
    expect(await getAchievement(other, id)).toMatchObject({ canEdit: false });
    expect(await changeAchievement(other, await present(id))).toMatchObject({ fault: { code: "forbidden" } });
    // The partner stands there already, so who leads may keep it.
    await saved(changeAchievement(recorder, { ...(await present(id)), name: "两家合作工法" }));
    expect((await getAchievement(other, id))?.units).toHaveLength(2);
  });
});

describe("two people", () => {
  test("at once: one is saved, the others get the present rows", async () => {
    const id = await saved(createAchievement(recorder, form("两人")));
    const before = await present(id);
    const results = await Promise.all(
      ["张伟", "贾建华", "张伟", "贾建华"].map((name) =>
        changeAchievement(recorder, { ...before, contributors: [person(name)] }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const current = await getAchievementForm(recorder, id);
    expect(current?.contributors).toHaveLength(1);
    for (const result of results.filter((one) => !one.ok))
      expect(result).toMatchObject({
        fault: { code: "stale", current: { contributors: current?.contributors } },
      });
    expect(await db.auditEvent.count({ where: { event: "achievements.changed", nounId: id } })).toBe(1);
  });

  test("a form sent twice makes one achievement", async () => {
    const sent = form("一次");
    const [one, two] = await Promise.all([
      createAchievement(recorder, sent),
      createAchievement(recorder, sent),
    ]);
    expect(one).toEqual(two);
    expect(await db.achievement.count({ where: { name: "一次" } })).toBe(1);
  });
});

const form = (name: string) => ({
  ...{
    key: randomUUID(),
    name,
    kind: "innovation",
    field: "",
    startedOn: "",
    finishedOn: "",
    secrecy: "open",
  },
  ...{
    novelty: "",
    application: "",
    economicBenefit: "",
    benefitYear: "",
    benefitKind: "",
    disputed: "false",
  },
  ...{ benefitCertifiedBy: "", socialBenefit: "", units: [String(ids.焊接班)] },
  ...{ contributors: [] as object[], properties: [] as object[] },
});

function person(name: string, more: object = {}) {
  return { employeeId: String(ids[name]), share: "", contribution: "", ...more };
}

function patent(number: string, more: object = {}) {
  return { type: "实用新型专利", number, owner: "", grantedOn: "", status: "", ...more };
}

async function present(id: number) {
  const found = await db.achievement.findFirstOrThrow({
    where: { id },
    include: { units: { orderBy: { position: "asc" } } },
  });
  const units = found.units.map(({ organizationId }) => String(organizationId));
  return { ...form(found.name), units, id, version: found.version };
}

async function saved(result: ReturnType<typeof createAchievement>): Promise<number> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.fault));
  return done.value.id;
}
