import { beforeAll, describe, expect, it } from "vitest";
import { actors, audited, buildLedger, draft, person, team, unit } from "@/e2e/world/ledger";
import { saveAward } from "@/lib/awards/commands";
import { confirmAward } from "@/lib/awards/review/commands";
import { gram, partGrams, searchText } from "@/lib/kernel/search-grams";
import { searchAll } from "./queries";

const { recorder, checker, recorderB, admin, hr, jia, sysadmin } = actors;
let world: Awaited<ReturnType<typeof buildLedger>>;
let joint: number;

beforeAll(async () => {
  world = await buildLedger();
  joint = await confirmed({});
  await confirmed({ recipients: [{ teamId: team.welders }], awardDate: "2021-05", documents: [] });
});

async function confirmed(more: Record<string, unknown>): Promise<number> {
  const saved = await saveAward(recorder, draft({ intent: "submit", ...more }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  await confirmAward(checker, { id: saved.value.id, version: 2 });
  return saved.value.id;
}

/** "kind:label" of everything found. */
async function found(q: string, who = admin): Promise<string[]> {
  const all = await searchAll(who, q);
  if (!all) return [];
  return [
    ...all.people.rows.map(({ name }) => `person:${name}`),
    ...all.awards.rows.map(({ titleName, recipients }) => `award:${titleName} ${recipients.join()}`),
    ...all.titles.rows.map(({ name }) => `title:${name}`),
    ...all.documents.rows.map(({ number, title }) => `document:${number ?? title}`),
    ...all.units.rows.map(({ name }) => `unit:${name}`),
    ...all.achievements.rows.map(({ name }) => `achievement:${name}`),
    ...all.teams.rows.map(({ name }) => `team:${name}`),
    ...all.studios.rows.map(({ name }) => `studio:${name}`),
  ];
}

describe("one word finds every kind", () => {
  const honored = "award:青岛市职工创新成果 李晓杰,贾建华";
  const teams = "award:青岛市职工创新成果 焊接班";
  it.each([
    ["贾", ["person:贾建华", honored, teams]],
    ["賈建華", ["person:贾建华", honored, teams]],
    ["jiajh", ["person:贾建华", honored, teams]],
    ["焊接", [teams, "achievement:管道焊接工装", "team:焊接班"]],
    ["hanjie", [teams, "achievement:管道焊接工装", "team:焊接班"]],
    ["gdhj", ["achievement:管道焊接工装"]],
    ["qdgj", ["title:青岛工匠"]],
    ["青工发 [2022] 15", [honored, "document:青工发〔2022〕15号"]],
    ["0003", ["person:张伟"]],
    ["乙公司", ["document:乙公司内部通知", "unit:乙公司", "unit:乙公司工会"]],
    ["2022-000001", [honored]],
    ["没有的", []],
    ["%", []],
    ["\u0000", []],
  ])("%s", async (q, expected) => expect((await found(q)).toSorted()).toEqual(expected.toSorted()));
});

it("finds a unit's own among any number of others that bear the same words", async () => {
  await world.ownerSql(`${audited}
    INSERT INTO teams (name, kind, unit_id, updated_at) SELECT '起重班' || n, 'crew', ${unit.companyA}, now() FROM generate_series(1, 2100) n;
    INSERT INTO teams (name, kind, unit_id, updated_at) VALUES ('起重突击队', 'crew', ${unit.companyB}, now())`);
  expect(await found("起重", recorderB)).toEqual(["team:起重突击队"]);
  expect(await found("起重", recorder)).not.toContain("team:起重突击队");
});

describe("scope", () => {
  it("lies in the search: another unit, other roles", async () => {
    expect(await found("贾建华", recorderB)).toEqual([]);
    expect(await found("张伟", recorder)).toEqual([]);
    expect(await found("张伟", recorderB)).toEqual(["person:张伟"]);
    expect(await found("贾建华", jia)).toEqual([]);
    expect(await found("贾建华", sysadmin)).toEqual([]);
    expect(await found("青岛市职工创新成果", hr)).toHaveLength(3);
  });

  it("of HR holds no draft", async () => {
    const saved = await saveAward(
      recorder,
      draft({ recipients: [{ employeeId: String(person.novice) }], awardDate: "2024-05", documents: [] }),
    );
    expect(saved).toMatchObject({ ok: true });
    expect(await found("王新", recorder)).toHaveLength(2);
    expect(await found("王新", hr)).toEqual(["person:王新"]);
  });
});

describe("the database", () => {
  it("makes the same grams as the application", async () => {
    for (const text of ["贾建华", "賈 建華", "阿里木·买买提", "Ｑc小组", "𠮷䶮", "青工发〔2022〕15号", "…"]) {
      const key = searchText(text);
      const [row] = await world.ownerSql<{ key: string; grams: number[]; whole: number }>(
        "SELECT key, text_grams(key) AS grams, hashtext('=' || key) AS whole FROM (SELECT search_text($1) AS key OFFSET 0) AS x",
        [text],
      );
      expect(row!.key).toBe(key);
      expect(row!.grams).toEqual(expect.arrayContaining(partGrams(key)));
      expect(row!.whole).toBe(gram(`=${key}`));
    }
  });

  it("keeps the keys on every way of writing as it would make them anew", async () => {
    await world.ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address)
      SELECT 'test', n, 'test', '{}', 'local' FROM unnest('{organizations,employees,documents,teams,achievements,awards,granting_bodies}'::text[]) AS n;
      UPDATE employees SET unit_id = 3, union_unit_id = 13, pinyin = 'gu jianhua', initials = 'gjh' WHERE id = ${person.jia};
      UPDATE employees SET former_names = '{李小洁}', status = 'retired', status_date = '2024' WHERE id = ${person.li};
      UPDATE organizations SET parent_id = 2, period_from = '2024' WHERE id = 3;
      UPDATE organizations SET name = '丙公司', period_from = '2025' WHERE id = 3;
      UPDATE granting_bodies SET name = '山东省总工会' WHERE id = 1;
      UPDATE documents SET number = '鲁工发〔2023〕1号' WHERE id = 1;
      UPDATE teams SET name = '热控班' WHERE id = 1;
      UPDATE achievements SET name = '清洗装置' WHERE id = 1;
      DELETE FROM award_documents WHERE award_id = ${joint};`);
    const kept = await allKeys();
    await world.ownerSql("CALL rebuild_search_keys()");
    expect(kept).toEqual(await allKeys());
  });

  it("finds what was written by its new words, and by former names alone of the old ones", async () => {
    expect(await found("丙公司")).toContain("unit:丙公司");
    expect(await found("乙公司")).toContain("unit:丙公司");
    expect(await found("李小洁")).toEqual(["person:李晓杰"]);
    expect(await found("gujianhua")).toContain("person:贾建华");
    expect(await found("jiajianhua")).not.toContain("person:贾建华");
    expect(await found("鲁工发(2023)1")).toEqual(["document:鲁工发〔2023〕1号"]);
    expect(await found("山东省总工会")).toEqual(["document:鲁工发〔2023〕1号"]);
    expect(await found("贾建华", recorderB)).toContain("person:贾建华");
  });

  it("lets nobody but itself write them", async () => {
    await expect(world.appSql("DELETE FROM award_search_keys")).rejects.toThrow("permission denied");
    await expect(world.appSql("UPDATE employee_search_keys SET unit_ids = '{1}'")).rejects.toThrow(
      "permission denied",
    );
  });
});

async function allKeys() {
  const tables = ["employee", "award", "document", "achievement", "team", "studio", "organization"];
  const read = (table: string) =>
    world.ownerSql<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(k) AS row FROM ${table}_search_keys k ORDER BY 1`,
    );
  const rows = await Promise.all(tables.map(read));
  // Which of two ways came first makes no difference to what is found.
  const sorted = (value: unknown) =>
    Array.isArray(value) ? [...new Set(value as number[])].toSorted() : value;
  return rows.map((keys) =>
    keys.map(({ row }) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, sorted(value)])),
    ),
  );
}
