import { beforeAll, describe, expect, test } from "vitest";
import { getHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import { testDatabase } from "@/lib/db/testing";
import type { Tree } from "@/lib/organizations/schema";
import { changeStatus, createEmployee, transferEmployee } from "../commands";
import { getEmployee } from "../queries";

const { ownerSql } = await testDatabase();
/** 1 集团 > 2 一公司 > 3 焊接班; 1 > 4 二公司        11 集团工会 > 12 一公司工会 > 13 焊接分会; 11 > 14 二公司工会 */
const unit = { group: 1, one: 2, crew: 3, two: 4, unions: 11, unionOne: 12, unionCrew: 13, unionTwo: 14 };
const root = actor("union_admin", "union", "/11/");
const recorder = actor("recorder", "union", "/11/12/");
const other = actor("recorder", "union", "/11/14/");

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

describe("a transfer", () => {
  test("keeps the old assignment; the new unit sees the person and the old one no more", async () => {
    const id = await enter(recorder, { name: "钱调动", post: "焊工", hiredOn: "2015" });
    expect(
      await transferEmployee(recorder, {
        id,
        version: 1,
        unitId: unit.two,
        unionUnitId: unit.unionTwo,
        post: "班长",
        assignedFrom: "2022-05",
      }),
    ).toMatchObject({ fault: { fields: { unionUnitId: ["outOfScope"] } } });
    expect(
      await transferEmployee(root, {
        id,
        version: 1,
        unitId: unit.two,
        unionUnitId: unit.unionTwo,
        post: "班长",
        assignedFrom: "2014",
      }),
    ).toMatchObject({ fault: { fields: { assignedFrom: ["assignedBeforeHire"] } } });
    expect(
      await transferEmployee(root, {
        id,
        version: 1,
        unitId: unit.two,
        unionUnitId: unit.unionTwo,
        post: "班长",
        assignedFrom: "2022-05",
        reason: "轮岗",
      }),
    ).toEqual({ ok: true, value: { id } });
    const view = await getEmployee(other, id);
    expect(
      view?.assignments.map(({ unit: name, post, validFrom, validTo }) => [name, post, validFrom, validTo]),
    ).toEqual([
      ["二公司", "班长", "2022-05", null],
      ["焊接班", "焊工", "2015", "2022-05"],
    ]);
    expect(await getEmployee(recorder, id)).toBeNull();
    expect((await getHistory("employees", id))[0]).toMatchObject({
      event: "employees.transferred",
      reason: "轮岗",
      changes: expect.arrayContaining([{ field: "unit", before: "焊接班", after: "二公司" }]),
    });
    expect(
      await transferEmployee(root, {
        id,
        version: 2,
        unitId: unit.one,
        unionUnitId: unit.unionOne,
        assignedFrom: "2022-05",
      }),
    ).toMatchObject({ fault: { fields: { assignedFrom: ["periodOrder"] } } });
  });
});

describe("work numbers", () => {
  test("are given once in an employer and period, and again after someone left", async () => {
    const first = await enter(recorder, { name: "孙老", workNumber: "0400", hiredOn: "1990" });
    const again = { ...place, name: "孙新", workNumber: "0400", hiredOn: "2021-01" };
    expect(await createEmployee(recorder, again)).toMatchObject({
      fault: { fields: { workNumber: ["workNumberTaken"] } },
    });
    expect(
      await changeStatus(recorder, { id: first, version: 1, status: "left", statusDate: "1989" }),
    ).toMatchObject({ fault: { fields: { statusDate: ["endBeforeStart"] } } });
    expect(
      await changeStatus(recorder, {
        id: first,
        version: 1,
        status: "left",
        statusDate: "2020-12-31",
        reason: "辞职",
      }),
    ).toMatchObject({ ok: true });
    expect(await createEmployee(recorder, again)).toMatchObject({ ok: true });
    expect(await changeStatus(recorder, { id: first, version: 2, status: "active" })).toMatchObject({
      fault: { fields: { workNumber: ["workNumberTaken"] } },
    });
    expect(
      await enter(root, { name: "孙二", workNumber: "0400", unitId: unit.two, unionUnitId: unit.unionTwo }),
    ).toBeGreaterThan(first);
  });

  test("two entries of one number at once: one is refused", async () => {
    const results = await Promise.all(
      ["吴一", "吴二"].map((name) =>
        createEmployee(recorder, { ...place, name, workNumber: "0500", hiredOn: "2020" }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
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
