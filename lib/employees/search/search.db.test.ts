import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/roles";
import { testDatabase } from "@/lib/db/testing";
import { createEmployee } from "../commands";
import { readEmployeeFilter } from "../schema";
import { listEmployees, searchEmployees } from "./queries";

const { ownerSql } = await testDatabase();
/** 1 集团 > 2 焊接班        11 集团工会 > 12 焊接分会 */
const recorder: Actor = {
  ...{ userId: 1, sessionId: 1, username: "recorder", name: "recorder", employeeId: null },
  ...{ mustChangePassword: false, address: "test" },
  grants: [{ role: "recorder", organizationId: 11, tree: "union", path: "/11/" }],
};

beforeAll(() =>
  ownerSql(`
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'organizations', 'test', '{}', 'local');
    INSERT INTO organizations (id, tree, kind, name, code, parent_id, updated_at) VALUES
      (1, 'company', 'group', '集团', '1', NULL, now()), (2, 'company', 'crew', '焊接班', '2', 1, now()),
      (11, 'union', 'group_union', '集团工会', '11', NULL, now()), (12, 'union', 'branch_union', '焊接分会', '12', 11, now());`),
);

describe("search", () => {
  let found: Record<string, number>;
  beforeAll(async () => {
    found = {
      zhangwei: await enter(recorder, {
        name: "张伟",
        workNumber: "Z0001",
        birth: "1985",
        idNumberLast4: "0011",
      }),
      namesake: await enter(recorder, {
        name: "张伟",
        workNumber: "Z0002",
        birth: "1992",
        idNumberLast4: "0022",
        differentPerson: true,
      }),
      zhangweimin: await enter(recorder, { name: "张伟民", workNumber: "Z0003" }),
      xiaozhangwei: await enter(recorder, { name: "小张伟", workNumber: "Y0004" }),
      jianguo: await enter(recorder, {
        name: "张建国",
        formerNames: "张国庆、张国",
        workerTypes: ["technical"],
      }),
      shan: await enter(recorder, { name: "单雄信" }),
      qiu: await enter(recorder, { name: "仇和", status: "left", statusDate: "2020" }),
      uyghur: await enter(recorder, { name: "阿里木·买买提" }),
      rare: await enter(recorder, { name: "𠮷䶮" }),
    };
  });
  const names = async (q: string) => (await searchEmployees(recorder, q)).map((one) => one.name);
  const first = async (q: string) => (await searchEmployees(recorder, q))[0]?.id;

  test("ranks the name itself before its beginning before its inside", async () => {
    expect(await names("张伟")).toEqual(["张伟", "张伟", "张伟民", "小张伟"]);
    expect((await names("zhangwei")).slice(0, 3)).toEqual(["张伟", "张伟", "张伟民"]);
  });

  test.each([
    ["zhangw", "zhangwei"],
    ["zhwei", "zhangwei"],
    ["ZHANG WEI", "zhangwei"],
    ["zjianguo", "jianguo"],
    ["zhangjg", "jianguo"],
    ["zjg", "jianguo"],
    ["张国庆", "jianguo"],
    ["張建國", "jianguo"],
    ["jianguo", "jianguo"],
    ["shanxiongxin", "shan"],
    ["sxx", "shan"],
    ["qiuhe", "qiu"],
    ["阿里木•买买提", "uyghur"],
    ["alimu", "uyghur"],
    ["𠮷", "rare"],
    ["y0004", "xiaozhangwei"],
  ])("%s finds %s", async (typed, key) => {
    expect((await searchEmployees(recorder, typed)).map((one) => one.id)).toContain(found[key]);
  });

  test("a surname is found by its own reading alone", async () => {
    expect(await names("danxiongxin")).toEqual([]);
    expect(await names("chouhe")).toEqual([]);
  });

  test("namesakes are told apart, signs of patterns find only themselves, and the number leads", async () => {
    expect((await searchEmployees(recorder, "张伟")).slice(0, 2)).toMatchObject([
      { workNumber: "Z0001", birthYear: "1985", last4: "0011", unitName: "焊接班" },
      { workNumber: "Z0002", birthYear: "1992", last4: "0022" },
    ]);
    expect(await first("Z0002")).toBe(found.namesake);
    expect(await names("Z0")).toEqual(["张伟", "张伟", "张伟民"]);
    for (const q of ["%", "_", "\\", "'; DROP TABLE employees; --", "\u0000", "\ud800", "z".repeat(5000)])
      expect(await names(q)).not.toContain("张伟民".repeat(2));
    expect(await names("%")).toEqual([]);
    expect(await names("")).toHaveLength(9);
  });

  test("the list takes the same words, sorts and pages, whatever the address holds", async () => {
    const list = (params: Record<string, string>) => listEmployees(recorder, readEmployeeFilter(params));
    expect((await list({ q: "zw", size: "10" })).rows.map((row) => row.name)).toEqual([
      "小张伟",
      "张伟",
      "张伟",
      "张伟民",
    ]);
    expect((await list({ q: "Z000", sort: "-workNumber" })).rows.map((row) => row.workNumber)).toEqual([
      "Z0003",
      "Z0002",
      "Z0001",
    ]);
    expect((await list({ q: "Z000", unit: "11", tree: "union" })).total).toBe(3);
    expect((await list({ q: "Z000", unit: "12" })).total).toBe(0);
    expect(
      await list({ sort: "password", page: "1e9", size: "100000", status: "x", workerType: "y", unit: "-1" }),
    ).toMatchObject({ size: 100 });
    expect((await list({ workerType: "technical" })).rows.map((row) => row.name)).toEqual(["张建国"]);
    expect((await list({ status: "left" })).rows.map((row) => row.name)).toEqual(["仇和"]);
  });
});

async function enter(who: Actor, input: object): Promise<number> {
  const result = await createEmployee(who, { unitId: "2", unionUnitId: "12", ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value.id;
}
