import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/roles";
import { testDatabase, type TestDatabase } from "@/lib/db/testing";
import { changeBody, createBody } from "./bodies/commands";
import { getBody, searchBodies } from "./bodies/queries";
import { changeTitle, createTitle } from "./commands";
import { changeProgramme, createProgramme } from "./programmes/commands";
import { getProgramme } from "./programmes/queries";
import { getTitleForAward, listValues, searchTitles } from "./queries";
import { titleFilter, titlePage } from "./schema";
import { listTitles } from "./titles/queries";

let world: TestDatabase;
const person = (userId: number, role: "union_admin" | "recorder" | "hr" | "auditor" | null): Actor => ({
  ...{
    userId,
    sessionId: 1,
    username: `u${userId}`,
    name: `用户${userId}`,
    employeeId: null,
    mustChangePassword: false,
    address: "127.0.0.1",
  },
  grants: role === null ? [] : [{ role, organizationId: 1, tree: "union", path: "/1/" }],
});
const admin = person(1, "union_admin");
const recorder = person(2, "recorder");

const craftsman = {
  name: "青岛工匠",
  categoryCode: "craftsman",
  levels: ["city"],
  subjectKinds: ["employee"],
  prizeLevels: [] as string[],
};
const innovation = {
  name: "青岛市职工创新成果",
  categoryCode: "innovation",
  levels: ["city"],
  subjectKinds: ["achievement", "employee", "organization"],
  prizeLevels: ["first", "second", "third"],
};

beforeAll(async () => {
  world = await testDatabase();
  await world.ownerSql(`
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) SELECT 'test', n, 'test', '{}', 'local' FROM unnest(ARRAY['organizations','users']) n;
    INSERT INTO organizations (id, tree, kind, name, code, updated_at) VALUES (1, 'union', 'group_union', '集团工会', 'GU', now());
    INSERT INTO users (id, username, name, password_hash, updated_at) VALUES (1, 'u1', '用户1', '-', now()), (2, 'u2', '用户2', '-', now()), (3, 'u3', '用户3', '-', now());`);
});

async function made(
  result: Promise<{ ok: true; value: { id: number } } | { ok: false; fault: unknown }>,
): Promise<number> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.fault));
  return settled.value.id;
}
const fieldsOf = (result: { ok: boolean; fault?: { fields?: Record<string, string[]> } }) =>
  result.ok ? null : result.fault?.fields;
const codeOf = (result: { ok: boolean; fault?: { code: string } }) => (result.ok ? "ok" : result.fault?.code);

test("of two who changed the same version the second is told what differs", async () => {
  const id = await made(createTitle(admin, { ...craftsman, name: "先进工作者" }));
  const change = (name: string) => changeTitle(admin, { ...craftsman, name, id, version: 1 });
  const results = await Promise.all(Array.from({ length: 10 }, (_, index) => change(`先进工作者${index}`)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const stale = results.find((result) => !result.ok);
  expect(stale).toMatchObject({ ok: false, fault: { code: "stale", current: { version: 2 } } });
  expect(
    await world.ownerSql(
      "SELECT count(*)::int AS n FROM audit_events WHERE event = 'honor_titles.changed' AND noun_id = $1",
      [id],
    ),
  ).toEqual([{ n: 1 }]);
});

test("titles are found by words, pinyin and initials, by every filter, and a per cent sign finds only itself", async () => {
  for (const title of [
    craftsman,
    innovation,
    { ...craftsman, name: "齐鲁工匠", levels: ["provincial"], validTo: "2015" },
  ])
    await made(createTitle(admin, title));
  const found = async (q: string) => (await searchTitles(recorder, q)).map(({ name }) => name);
  expect(await found("创新成果")).toContain("青岛市职工创新成果");
  expect(await found("qdgj")).toContain("青岛工匠");
  expect(await found("qingdaogongjiang")).toContain("青岛工匠");
  expect(await found("%")).toEqual([]);
  const list = async (params: Record<string, string>) =>
    (await listTitles(recorder, titleFilter.parse(params), titlePage.parse(params))).rows.map(
      ({ name }) => name,
    );
  expect(await list({ q: "%" })).toEqual([]);
  expect(await list({ q: "_" })).toEqual([]);
  expect(await list({ level: "county" })).toEqual([]);
  expect(await list({ kind: "achievement" })).toEqual(["青岛市职工创新成果"]);
  expect(await list({ category: "innovation", force: "yes" })).toEqual(["青岛市职工创新成果"]);
  expect(await list({ force: "no" })).toEqual(["齐鲁工匠"]);
  expect(await list({ q: "qlgj", level: "provincial" })).toEqual(["齐鲁工匠"]);
  expect((await list({ sort: "-name", size: "100000", page: "-1" })).length).toBeGreaterThan(3);
  expect((await listValues()).levels.map(({ nameZh }) => nameZh).slice(0, 3)).toEqual([
    "国际",
    "国家",
    "省部",
  ]);
});

test("an award takes over the programme's organisers in their order, also when bodies were merged", async () => {
  const federation = await made(
    createBody(admin, {
      name: "青岛市总工会",
      nameEn: "Qingdao Federation of Trade Unions",
      code: "QDZGH",
      kind: "union",
      rank: "2",
    }),
  );
  const office = await made(
    createBody(admin, { name: "青岛市人力资源和社会保障局", code: "QDRS", kind: "human_resources" }),
  );
  const old = await made(
    createBody(admin, {
      name: "青岛市人事局",
      code: "QDRSJ",
      kind: "human_resources",
      successorId: String(office),
    }),
  );
  expect(fieldsOf(await createBody(admin, { name: "别的", code: "QDRS", kind: "union" }))).toEqual({
    code: ["codeTaken"],
  });
  expect(
    fieldsOf(
      await changeBody(admin, {
        name: "青岛市人力资源和社会保障局",
        code: "QDRS",
        kind: "human_resources",
        id: office,
        version: 1,
        successorId: String(old),
      }),
    ),
  ).toEqual({ successorId: ["bodyCircular"] });
  expect((await getBody(admin, office))?.predecessors.map(({ id }) => id)).toEqual([old]);
  expect((await searchBodies(recorder, "qdszgh")).map(({ id }) => id)).toEqual([federation]);

  const programme = await made(
    createProgramme(admin, {
      name: "一匠五创",
      series: "一匠五创",
      cycle: "yearly",
      organisers: [String(federation), String(office)],
    }),
  );
  const id = await made(
    createTitle(admin, { ...craftsman, name: "青岛大工匠", programmeId: String(programme) }),
  );
  expect((await getTitleForAward(recorder, id))?.defaultBodies.map((body) => body.id)).toEqual([
    federation,
    office,
  ]);
  await made(
    changeProgramme(admin, {
      id: programme,
      version: 1,
      name: "一匠五创",
      cycle: "yearly",
      organisers: [String(office), String(federation)],
    }),
  );
  expect((await getProgramme(admin, programme))?.organisers.map((body) => body.id)).toEqual([
    office,
    federation,
  ]);
  expect(
    codeOf(await changeProgramme(admin, { id: programme, version: 1, name: "x", cycle: "yearly" })),
  ).toBe("stale");
  expect(
    fieldsOf(await createProgramme(admin, { name: "x", cycle: "weekly", organisers: ["1", "1"] })),
  ).toMatchObject({ cycle: ["unknownValue"], organisers: ["duplicate"] });
});
