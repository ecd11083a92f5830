import { beforeAll, describe, expect, test } from "vitest";
import { recordEvent, systemActor } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/roles";
import { testDatabase } from "@/lib/db/testing";
import { transaction } from "@/lib/db/transaction";
import { closeUnit, createUnit, moveUnit, renameUnit } from "../commands";
import { getUnitPath } from "../queries";
import { listAllUnits, listChildUnits, listUnitTree } from "../tree/queries";
import { readUnitFilter, type Tree } from "../schema";
import { searchUnits } from "../search/queries";
import { getUnit, listUnits } from "./queries";

const { db } = await testDatabase();
let sysadmin: Actor, groupAdmin: Actor, northAdmin: Actor, northRecorder: Actor;
const ids: Record<string, number> = {};

/**
 * company: 集团 > 北方公司 > 焊接班; 集团 > 南方公司         union: 集团工会 > 北方工会 > 焊接分会; 集团工会 > 南方工会
 */
beforeAll(async () => {
  sysadmin = actor("sysadmin", null, null);
  await make("集团", "group", null);
  await make("北方公司", "company", "集团");
  await make("焊接班", "crew", "北方公司");
  await make("南方公司", "company", "集团");
  await make("集团工会", "group_union", null);
  await make("北方工会", "base_union", "集团工会");
  await make("焊接分会", "branch_union", "北方工会");
  await make("南方工会", "base_union", "集团工会");
  groupAdmin = actor("union_admin", "union", `/${ids.集团工会}/`);
  northAdmin = actor("union_admin", "union", `/${ids.集团工会}/${ids.北方工会}/`);
  northRecorder = actor("recorder", "union", `/${ids.集团工会}/${ids.北方工会}/`);
  await transaction(async (tx) => {
    const { id } = await tx.employee.create({
      data: {
        name: "张伟",
        pinyin: "zhang wei",
        initials: "zw",
        unitId: ids.焊接班,
        unionUnitId: ids.焊接分会,
      },
      select: { id: true },
    });
    await recordEvent(tx, systemActor, { event: "employees.created", noun: "employees", nounId: id });
  });
});

describe("scope", () => {
  test("is a unit and everything below it, and of the other tree where its people belong", async () => {
    expect((await listUnitTree(northRecorder, "union")).map((unit) => [unit.name, unit.depth])).toEqual([
      ["北方工会", 0],
      ["焊接分会", 1],
    ]);
    expect((await listUnitTree(northRecorder, "company")).map((unit) => unit.name)).toEqual(["焊接班"]);
    expect((await listAllUnits(groupAdmin, "company")).map((unit) => unit.name)).toEqual([
      "集团",
      "北方公司",
      "焊接班",
      "南方公司",
    ]);
    expect(await listAllUnits(northRecorder, "company")).toMatchObject([{ name: "焊接班" }]);
    expect(await listUnitTree(actor("exporter", "union", `/${ids.集团工会}/`), "union")).toEqual([]);
  });

  test("the tree comes with its two upper levels and the way to the chosen unit, the rest as it is opened", async () => {
    const shown = async (...args: Parameters<typeof listUnitTree>) =>
      (await listUnitTree(...args)).map(({ name, depth, hasChildren }) => [name, depth, hasChildren]);
    const closed: unknown[] = [
      ["集团", 0, true],
      ["北方公司", 1, true],
      ["南方公司", 1, false],
    ];
    expect(await shown(groupAdmin, "company")).toEqual(closed);
    expect(await shown(groupAdmin, "company", ids.南方公司)).toEqual(closed);
    const opened = closed.toSpliced(2, 0, ["焊接班", 2, false]);
    expect(await shown(groupAdmin, "company", ids.北方公司)).toEqual(opened);
    expect(await shown(groupAdmin, "company", ids.焊接班)).toEqual(opened);
    // What somebody asks for in the address opens no way outside of their scope.
    expect(await shown(northRecorder, "union", ids.南方工会)).toEqual([
      ["北方工会", 0, true],
      ["焊接分会", 1, false],
    ]);
    expect(await listChildUnits(groupAdmin, ids.北方公司!)).toMatchObject([{ name: "焊接班" }]);
    expect(await listChildUnits(northRecorder, ids.北方工会!)).toMatchObject([
      { name: "焊接分会", hasChildren: false },
    ]);
    expect(await listChildUnits(northRecorder, ids.南方公司!)).toEqual([]);
  });

  test("another unit does not exist: not by id, in lists, in suggestions or as a filter", async () => {
    expect(await getUnit(northRecorder, ids.南方工会!)).toBeNull();
    expect(await getUnitPath(northRecorder, ids.南方工会!)).toBeNull();
    expect(await searchUnits(northRecorder, { q: "南方" })).toEqual([]);
    expect(await listChildUnits(northRecorder, ids.集团工会!)).toMatchObject([{ name: "北方工会" }]);
    const filter = (params: object) => readUnitFilter({ tree: "union", ...params });
    expect((await listUnits(northRecorder, filter({}))).rows.map((row) => row.name)).toEqual([
      "北方工会",
      "焊接分会",
    ]);
    expect((await listUnits(northRecorder, filter({ unit: String(ids.南方工会) }))).total).toBe(0);
    expect((await listUnits(northRecorder, filter({ q: "%" }))).total).toBe(0);
    expect(
      (await listUnits(groupAdmin, filter({ q: "nfgh", sort: "-name", page: "9e9" }))).rows,
    ).toMatchObject([{ name: "南方工会", trail: ["集团工会"] }]);
  });

  test("a unit above visible ones narrows a list, though it is not itself seen", async () => {
    expect(await getUnitPath(northRecorder, ids.北方公司!)).toBe(`/${ids.集团}/${ids.北方公司}/`);
    expect(await getUnit(northRecorder, ids.北方公司!)).toBeNull();
  });

  test("another unit cannot be written, and a recorder writes none", async () => {
    const unit = await present("南方工会");
    expect(await renameUnit(northAdmin, { ...unit, name: "别名", periodFrom: "2022" })).toMatchObject({
      ok: false,
      fault: { code: "not_found" },
    });
    expect(await closeUnit(northRecorder, { ...(await present("北方工会")), validTo: "2022" })).toMatchObject(
      { fault: { code: "forbidden" } },
    );
    expect(
      await createUnit(northAdmin, {
        name: "新分会",
        kind: "branch_union",
        code: "X1",
        parentId: ids.南方工会,
      }),
    ).toMatchObject({ fault: { fields: { parentId: ["outOfScope"] } } });
    expect(await createUnit(groupAdmin, { name: "新集团", kind: "group", code: "X2" })).toMatchObject({
      fault: { fields: { parentId: ["required"] } },
    });
    expect(
      await moveUnit(northAdmin, {
        ...(await present("焊接分会")),
        parentId: ids.南方工会,
        periodFrom: "2022",
      }),
    ).toMatchObject({ fault: { fields: { parentId: ["outOfScope"] } } });
    expect((await getUnit(sysadmin, ids.南方工会!))?.name).toBe("南方工会");
  });
});

describe("picker", () => {
  test("offers of the other tree the whole companies that people of the scope work in", async () => {
    const names = async (who: Actor, tree: Tree) =>
      (await searchUnits(who, { tree })).map((unit) => unit.name);
    expect(await names(northRecorder, "company")).toEqual(["北方公司", "焊接班"]);
    expect(await names(northRecorder, "union")).toEqual(["北方工会", "焊接分会"]);
    expect(await names(actor("recorder", "union", `/${ids.集团工会}/${ids.南方工会}/`), "company")).toEqual(
      [],
    );
  });

  test("finds by Chinese, short name, code, pinyin and initials, the best first", async () => {
    for (const q of ["北方", "beifang", "bfgs", "bf", "U-北方公司"])
      expect((await searchUnits(sysadmin, { q, tree: "company" })).map((unit) => unit.name)).toContain(
        "北方公司",
      );
    expect((await searchUnits(sysadmin, { q: "焊接" })).map((unit) => [unit.name, unit.trail])).toEqual([
      ["焊接班", ["集团", "北方公司"]],
      ["焊接分会", ["集团工会", "北方工会"]],
    ]);
  });
});

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

async function make(name: string, kind: string, parent: string | null): Promise<number> {
  const result = await createUnit(sysadmin, {
    name,
    kind,
    code: `U-${name}`,
    parentId: parent && ids[parent],
    validFrom: "2000",
  });
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  ids[name] = result.value.id;
  return result.value.id;
}

async function present(name: string): Promise<{ id: number; version: number }> {
  return db.organization.findFirstOrThrow({
    where: { id: ids[name]! },
    select: { id: true, version: true },
  });
}
