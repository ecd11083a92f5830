import { beforeAll, describe, expect, test } from "vitest";
import { getHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import { testDatabase } from "@/lib/db/testing";
import type { Tree } from "@/lib/organizations/schema";
import { changeEmployee, changeStatus, createEmployee, transferEmployee } from "./commands";
import { countByUnit, getEmployee } from "./queries";
import { readEmployeeFilter } from "./schema";
import { listEmployees, searchEmployees } from "./search/queries";

const { db, ownerSql } = await testDatabase();
/** 1 集团 > 2 一公司 > 3 焊接班; 1 > 4 二公司        11 集团工会 > 12 一公司工会 > 13 焊接分会; 11 > 14 二公司工会 */
const unit = { group: 1, one: 2, crew: 3, two: 4, unions: 11, unionOne: 12, unionCrew: 13, unionTwo: 14 };
const root = actor("union_admin", "union", "/11/");
const recorder = actor("recorder", "union", "/11/12/");
const other = actor("recorder", "union", "/11/14/");
const hr = actor("hr", "company", "/1/2/");
const checker = actor("checker", "union", "/11/12/");

const tree = `
  INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'organizations', 'test', '{}', 'local');
  INSERT INTO organizations (id, tree, kind, name, code, parent_id, valid_from, updated_at) VALUES
    (1, 'company', 'group', '集团', '1', NULL, '1990', now()), (2, 'company', 'company', '一公司', '2', 1, '1990', now()),
    (3, 'company', 'crew', '焊接班', '3', 2, '1990', now()), (4, 'company', 'company', '二公司', '4', 1, '1990', now()),
    (11, 'union', 'group_union', '集团工会', '11', NULL, '1990', now()), (12, 'union', 'base_union', '一公司工会', '12', 11, '1990', now()),
    (13, 'union', 'branch_union', '焊接分会', '13', 12, '1990', now()), (14, 'union', 'base_union', '二公司工会', '14', 11, '1990', now());`;

beforeAll(async () => {
  await ownerSql(tree);
  // Somebody of the branch works in the company, so the branch may put people into any of its units.
  await enter(root, { name: "第一人", unitId: unit.one });
  await enter(root, { name: "另一人", unitId: unit.two, unionUnitId: unit.unionTwo });
});

describe("entering a person", () => {
  test("works out reading and employer, and begins an assignment", async () => {
    const id = await enter(recorder, {
      name: "解晓杰",
      workNumber: "0100",
      hiredOn: "2010.7",
      birth: "1988",
      idNumberLast4: "123x",
      post: "电焊工",
      workerTypes: ["technical", "industrial"],
    });
    expect(await getEmployee(recorder, id)).toMatchObject({
      pinyin: "xie xiaojie",
      employer: { name: "一公司" },
      idNumberLast4: "123X",
      workerTypes: ["industrial", "technical"],
      assignments: [
        { unit: "焊接班", unionUnit: "焊接分会", post: "电焊工", validFrom: "2010-07", validTo: null },
      ],
      canWrite: true,
    });
    expect(await getHistory("employees", id)).toMatchObject([{ event: "employees.created" }]);
  });

  test("someone of the same name is told from those there, and confirmed", async () => {
    const first = await enter(recorder, { name: "李娜", workNumber: "0200", birth: "1990-02" });
    const refused = await createEmployee(recorder, { ...place, name: " 李 娜 ", birth: "1991" });
    expect(refused).toMatchObject({
      ok: false,
      fault: {
        code: "conflict",
        fields: { differentPerson: ["confirmRequired"] },
        current: [{ id: first, unitName: "焊接班", workNumber: "0200", birthYear: "1990" }],
      },
    });
    expect(await createEmployee(recorder, { ...place, name: "李娜", differentPerson: "true" })).toMatchObject(
      { ok: true },
    );
    // A double click: the second waits for the first and then meets it.
    const twice = await Promise.all(
      [1, 2, 3].map(() => createEmployee(recorder, { ...place, name: "慕容双击" })),
    );
    expect(twice.filter((result) => result.ok)).toHaveLength(1);
  });

  test("faults name their fields", async () => {
    const fields = async (more: object) => {
      const result = await createEmployee(recorder, { ...place, name: "甲", ...more });
      return result.ok ? null : result.fault.fields;
    };
    expect(await fields({ name: "\u200b " })).toEqual({ name: ["required"] });
    expect(await fields({ name: "长".repeat(101) })).toEqual({ name: ["tooLong:100"] });
    expect(await fields({ birth: "5月" })).toEqual({ birth: ["monthWithoutYear"] });
    expect(await fields({ hiredOn: "2026-02-30" })).toEqual({ hiredOn: ["badDate"] });
    expect(await fields({ birth: "2000", hiredOn: "1999-12" })).toEqual({ hiredOn: ["hiredBeforeBirth"] });
    expect(await fields({ idNumberLast4: "12" })).toEqual({ idNumberLast4: ["badLastFour"] });
    expect(await fields({ status: "retired" })).toEqual({ statusDate: ["required"] });
    expect(await fields({ status: "gone" })).toEqual({ status: ["unknownValue"] });
    expect(await fields({ workerTypes: ["king"] })).toEqual({ "workerTypes.0": ["unknownValue"] });
    expect(await fields({ unitId: "", unionUnitId: "" })).toEqual({ unionUnitId: ["required"] });
    expect(await fields({ unitId: "99999" })).toEqual({ unitId: ["outOfScope"] });
    expect(await fields({ unionUnitId: unit.unionTwo })).toEqual({ unionUnitId: ["outOfScope"] });
    expect(await fields({ unitId: unit.two })).toEqual({ unitId: ["outOfScope"] });
  });

  test("fields that are not asked for are never written", async () => {
    const id = await enter(recorder, {
      name: "越权",
      version: 99,
      mergedIntoId: 1,
      hiddenFromWall: true,
      initials: "zz",
      id: 5,
    });
    expect(await db.employee.findFirst({ where: { id } })).toMatchObject({
      version: 1,
      mergedIntoId: null,
      hiddenFromWall: false,
      initials: "yq",
    });
  });

  test("an outside worker has no unit and is kept from the root", async () => {
    expect(await createEmployee(recorder, { name: "外协", remark: "某建筑公司" })).toMatchObject({
      ok: false,
    });
    const id = await enter(root, { name: "外协", unitId: "", unionUnitId: "" });
    expect(await getEmployee(recorder, id)).toBeNull();
    expect((await getEmployee(root, id))?.assignments).toEqual([]);
  });
});

describe("another unit", () => {
  test("does not find, see or write the record", async () => {
    const id = await enter(recorder, { name: "赵越界", workNumber: "0300" });
    for (const q of ["赵越界", "zhaoyuejie", "zyj", "0300", "", "%", "_"])
      expect((await searchEmployees(other, q)).map((one) => one.id)).not.toContain(id);
    expect(await getEmployee(other, id)).toBeNull();
    expect((await listEmployees(other, readEmployeeFilter({ q: "赵越界" }))).total).toBe(0);
    expect((await listEmployees(other, readEmployeeFilter({ unit: String(unit.crew) }))).total).toBe(0);
    expect((await countByUnit(other, "company")).get(unit.crew)).toBeUndefined();
    expect((await countByUnit(other, "company")).get(unit.group)).toBe(1);
    const row = { ...place, id, version: 1, name: "改名" };
    expect(await changeEmployee(other, row)).toMatchObject({ fault: { code: "not_found" } });
    expect(await changeStatus(other, { ...row, status: "left", statusDate: "2022" })).toMatchObject({
      fault: { code: "not_found" },
    });
    expect(
      await transferEmployee(other, { ...row, unionUnitId: unit.unionTwo, assignedFrom: "2022" }),
    ).toMatchObject({ fault: { code: "not_found" } });
    expect(await changeEmployee(checker, row)).toMatchObject({ fault: { code: "forbidden" } });
    expect(await createEmployee(actor("sysadmin", null, null), { ...place, name: "管理员" })).toMatchObject({
      fault: { code: "forbidden" },
    });
    // A same name elsewhere is no candidate: it would tell of another unit.
    expect(
      await createEmployee(other, { name: "赵越界", unitId: unit.two, unionUnitId: unit.unionTwo }),
    ).toMatchObject({ ok: true });
  });
});

describe("writing a record", () => {
  test("mends the present period instead of beginning one", async () => {
    const id = await enter(recorder, { name: "周更正", post: "焊工", hiredOn: "2012" });
    expect(
      await changeEmployee(recorder, {
        ...place,
        id,
        version: 1,
        name: "周更正",
        post: "高级焊工",
        hiredOn: "2012",
      }),
    ).toMatchObject({ ok: true });
    expect((await getEmployee(recorder, id))?.assignments).toMatchObject([
      { post: "高级焊工", validFrom: "2012" },
    ]);
  });

  test("a stale page is told what is there now, and loses nothing", async () => {
    const id = await enter(recorder, { name: "郑版本", trade: "焊接" });
    const input = { ...place, id, version: 1, name: "郑版本" };
    expect(await changeEmployee(hr, { ...input, trade: "电工" })).toMatchObject({ ok: true });
    expect(await changeEmployee(recorder, { ...input, trade: "钳工" })).toMatchObject({
      fault: {
        code: "stale",
        current: { trade: "电工", version: 2, unitId: { id: unit.crew, label: "焊接班" } },
      },
    });
  });

  test("of several at once one succeeds, with one event", async () => {
    const id = await enter(recorder, { name: "王同时" });
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        changeEmployee(recorder, { ...place, id, version: 1, name: "王同时", trade: `${index}` }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.every((result) => result.ok || result.fault.code === "stale")).toBe(true);
    expect(
      await db.auditEvent.count({ where: { noun: "employees", nounId: id, event: "employees.changed" } }),
    ).toBe(1);
  });
});

const place = { unitId: String(unit.crew), unionUnitId: String(unit.unionCrew) };

async function enter(who: Actor, input: object): Promise<number> {
  const result = await createEmployee(who, { ...place, ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value.id;
}

function actor(role: Actor["grants"][number]["role"], tree: Tree | null, path: string | null): Actor {
  const organizationId = path ? Number(path.split("/").at(-2)) : null;
  return {
    userId: 1,
    sessionId: 1,
    username: role,
    name: role,
    employeeId: null,
    mustChangePassword: false,
    address: "test",
    grants: [{ role, organizationId, tree, path }],
  };
}
