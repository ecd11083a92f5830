import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/roles";
import { testDatabase, type TestDatabase } from "@/lib/db/testing";
import { createBody } from "../bodies/commands";
import { changeTitle, createTitle } from "../commands";
import { createProgramme } from "../programmes/commands";
import { searchTitles } from "../queries";
import { titleFilter, titlePage } from "../schema";
import { getTitle, listTitles } from "./queries";

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
const employee = person(3, null);

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

async function award(
  titleId: number,
  level: string,
  prize: string | null,
  kind: "employee" | "organization" = "organization",
) {
  const [row] = await world.ownerSql<{ id: number }>(
    `WITH e AS (INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local')),
          a AS (INSERT INTO awards (title_id, title_name, level_code, category_code, prize_level_code, award_date, award_year, recording_unit_id, created_by_id, updated_by_id, updated_at)
                SELECT id, name, $2, category_code, $3, '2022', 2022, 1, 2, 2, now() FROM honor_titles WHERE id = $1 RETURNING id),
          s AS (INSERT INTO award_state_changes (award_id, to_state, changed_by_id) SELECT id, 'draft', 2 FROM a)
     SELECT id FROM a`,
    [titleId, level, prize],
  );
  await world.ownerSql(
    `INSERT INTO award_recipients (award_id, position, name, ${kind}_id) VALUES ($1, 1, 'x', 1)`,
    [row!.id],
  );
  return row!.id;
}

test("the union's administrator keeps the catalog, others read it, and everyone else sees nothing", async () => {
  const id = await made(createTitle(admin, craftsman));
  expect(codeOf(await createTitle(recorder, craftsman))).toBe("forbidden");
  expect(codeOf(await changeTitle(recorder, { ...craftsman, id, version: 1, name: "x" }))).toBe("forbidden");
  expect(codeOf(await createBody(recorder, { name: "x", code: "x", kind: "union" }))).toBe("forbidden");
  expect(codeOf(await createProgramme(employee, { name: "x", cycle: "yearly" }))).toBe("forbidden");
  expect((await getTitle(recorder, id))?.name).toBe("青岛工匠");
  for (const outsider of [employee, person(4, "auditor")]) {
    expect(await getTitle(outsider, id)).toBeNull();
    expect(await searchTitles(outsider, "工匠")).toEqual([]);
    expect((await listTitles(outsider, titleFilter.parse({}), titlePage.parse({}))).total).toBe(0);
  }
  const events = await world.ownerSql(
    "SELECT event, after ->> 'name' AS name FROM audit_events WHERE noun = 'honor_titles' AND noun_id = $1",
    [id],
  );
  expect(events).toEqual([{ event: "honor_titles.created", name: "青岛工匠" }]);
});

test("a form with faults is refused field by field", async () => {
  const faulty = {
    name: " \u200b",
    categoryCode: "",
    levels: [],
    subjectKinds: ["robot"],
    prizeLevels: [],
    validityMonths: "0",
    validFrom: "2022.5",
    validTo: "2021",
    sort: "x",
  };
  const fields = fieldsOf(await createTitle(admin, faulty))!;
  expect(Object.keys(fields).sort()).toEqual([
    "categoryCode",
    "levels",
    "name",
    "sort",
    "subjectKinds.0",
    "validityMonths",
  ]);
  expect(fieldsOf(await createTitle(admin, { ...craftsman, validFrom: "2022-05", validTo: "2021" }))).toEqual(
    { validTo: ["endBeforeStart"] },
  );
  expect(fieldsOf(await createTitle(admin, { ...craftsman, levels: ["galaxy"] }))).toEqual({
    levels: ["unknownValue"],
  });
  expect(fieldsOf(await createTitle(admin, { ...craftsman, predecessorId: "999999" }))).toEqual({
    predecessorId: ["unknownValue"],
  });
  expect(fieldsOf(await createTitle(admin, { ...craftsman, programmeId: "999999" }))).toEqual({
    programmeId: ["unknownValue"],
  });
});

test("what awards use of a title stays allowed; what none uses may go", async () => {
  const id = await made(createTitle(admin, { ...innovation, levels: ["city", "county"] }));
  await award(id, "city", "third");
  const change = { ...innovation, id, version: 1 };
  expect(fieldsOf(await changeTitle(admin, { ...change, levels: ["county"] }))).toEqual({
    levels: ["levelsInUse"],
  });
  expect(fieldsOf(await changeTitle(admin, { ...change, prizeLevels: ["first"] }))).toEqual({
    prizeLevels: ["prizeLevelsInUse"],
  });
  const units = await made(
    createTitle(admin, { ...craftsman, name: "全员创新企业", subjectKinds: ["organization", "team"] }),
  );
  await award(units, "city", null);
  expect(
    fieldsOf(
      await changeTitle(admin, {
        ...craftsman,
        name: "全员创新企业",
        id: units,
        version: 1,
        subjectKinds: ["team"],
      }),
    ),
  ).toEqual({ subjectKinds: ["subjectKindsInUse"] });
  expect((await getTitle(admin, units))?.version).toBe(1);
  expect(
    await made(changeTitle(admin, { ...change, levels: ["city"], prizeLevels: ["third", "second"] })),
  ).toBe(id);
  const title = await getTitle(admin, id);
  expect([
    title?.levels.map(({ code }) => code),
    title?.prizeLevels.map(({ code }) => code),
    title?.version,
  ]).toEqual([["city"], ["second", "third"], 2]);
  await expect(world.appSql("DELETE FROM honor_titles WHERE id = $1", [id])).rejects.toThrow();
});

test("a renamed title is a new one of the same family, and no line closes to a ring", async () => {
  const first = await made(createTitle(admin, { ...craftsman, name: "青岛市金牌工人" }));
  const second = await made(
    createTitle(admin, { ...craftsman, name: "青岛市首席工人", predecessorId: String(first) }),
  );
  const third = await made(
    createTitle(admin, { ...craftsman, name: "青岛市大工匠", predecessorId: String(second) }),
  );
  const view = await getTitle(admin, second);
  expect(view?.family.map(({ id, relation }) => [id, relation])).toEqual([
    [first, "before"],
    [third, "after"],
  ]);
  expect(view?.familyId).toBe(first);
  expect(
    fieldsOf(
      await changeTitle(admin, {
        ...craftsman,
        name: "青岛市首席工人",
        id: second,
        version: 1,
        predecessorId: String(third),
      }),
    ),
  ).toEqual({ predecessorId: ["titleCircular"] });
  expect(
    fieldsOf(
      await changeTitle(admin, {
        ...craftsman,
        name: "青岛市金牌工人",
        id: first,
        version: 1,
        predecessorId: String(first),
      }),
    ),
  ).toEqual({ predecessorId: ["titleCircular"] });

  const older = await made(createTitle(admin, { ...craftsman, name: "青岛市技术能手" }));
  await made(
    changeTitle(admin, {
      ...craftsman,
      name: "青岛市金牌工人",
      id: first,
      version: 1,
      predecessorId: String(older),
    }),
  );
  for (const id of [first, second, third]) expect((await getTitle(admin, id))?.familyId).toBe(older);
  await made(
    changeTitle(admin, { ...craftsman, name: "青岛市首席工人", id: second, version: 1, predecessorId: "" }),
  );
  expect([
    (await getTitle(admin, second))?.familyId,
    (await getTitle(admin, third))?.familyId,
    (await getTitle(admin, first))?.familyId,
  ]).toEqual([second, second, older]);
});
