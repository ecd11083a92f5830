import { beforeAll, describe, expect, test } from "vitest";
import { getHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import { testDatabase } from "@/lib/db/testing";
import { changeUnit, closeUnit, createUnit, moveUnit, renameUnit, reopenUnit } from "./commands";
import { getUnit } from "./register/queries";
import type { Tree } from "./schema";
import { searchUnits } from "./search/queries";

const { db } = await testDatabase();
let sysadmin: Actor, northAdmin: Actor;
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
  northAdmin = actor("union_admin", "union", `/${ids.集团工会}/${ids.北方工会}/`);
});

describe("history", () => {
  test("a rename makes a period and keeps the old name", async () => {
    const unit = await present("南方公司");
    expect(
      await renameUnit(sysadmin, {
        ...unit,
        name: "南方建设公司",
        periodFrom: "2022年5月",
        reason: "集团〔2022〕7号",
      }),
    ).toMatchObject({ ok: true });
    const view = await getUnit(sysadmin, unit.id);
    expect(view?.name).toBe("南方建设公司");
    expect(view?.periods.map(({ name, validFrom, validTo }) => [name, validFrom, validTo])).toEqual([
      ["南方建设公司", "2022-05", null],
      ["南方公司", "2000", "2022-05"],
    ]);
    expect(await getHistory("organizations", unit.id)).toMatchObject([
      {
        event: "organizations.renamed",
        reason: "集团〔2022〕7号",
        changes: [{ field: "name", before: "南方公司", after: "南方建设公司" }, { field: "periodFrom" }],
      },
      { event: "organizations.created", changes: [] },
    ]);
    expect(
      await renameUnit(sysadmin, { ...(await present("南方公司")), name: "又一名", periodFrom: "2022-01" }),
    ).toMatchObject({ fault: { fields: { periodFrom: ["periodOrder"] } } });
    expect(
      await renameUnit(sysadmin, { ...(await present("南方公司")), name: "又一名", periodFrom: "5月" }),
    ).toMatchObject({ fault: { fields: { periodFrom: ["monthWithoutYear"] } } });
  });

  test("a move carries the paths below, and a ring is refused", async () => {
    expect(
      await moveUnit(sysadmin, { ...(await present("北方公司")), parentId: ids.焊接班, periodFrom: "2022" }),
    ).toMatchObject({ ok: false, fault: { fields: { parentId: expect.anything() } } });
    expect(
      await moveUnit(sysadmin, { ...(await present("焊接班")), parentId: ids.集团工会, periodFrom: "2022" }),
    ).toMatchObject({ fault: { fields: { parentId: ["wrongTree"] } } });
    const branch = await make("三分公司", "branch", "北方公司");
    const other = await make("四分公司", "branch", "北方公司");
    const crew = await make("三班", "crew", "三分公司");
    expect(
      await moveUnit(sysadmin, { ...(await present("三分公司")), parentId: ids.三班, periodFrom: "2022" }),
    ).toMatchObject({ fault: { fields: { parentId: ["unitKindBelow"] } } });
    const inner = await make("五分公司", "branch", "三分公司");
    expect(
      await moveUnit(sysadmin, { ...(await present("三分公司")), parentId: inner, periodFrom: "2022" }),
    ).toMatchObject({ ok: false, fault: { fields: { parentId: ["circular"] } } });
    expect(
      await moveUnit(sysadmin, { ...(await present("三分公司")), parentId: other, periodFrom: "2022" }),
    ).toEqual({ ok: true, value: { id: branch } });
    expect((await getUnit(sysadmin, crew))?.path).toBe(
      `/${ids.集团}/${ids.北方公司}/${other}/${branch}/${crew}/`,
    );
  });

  test("a unit closes after those below, with a successor of its tree, and can be reopened", async () => {
    await make("旧公司", "company", "集团");
    await make("旧班", "crew", "旧公司");
    expect(await closeUnit(sysadmin, { ...(await present("旧公司")), validTo: "2022" })).toMatchObject({
      fault: { code: "conflict", detail: { message: "unitHasOpenUnits" } },
    });
    expect(await closeUnit(sysadmin, { ...(await present("旧班")), validTo: "1999" })).toMatchObject({
      fault: { fields: { validTo: ["endBeforeStart"] } },
    });
    expect(await closeUnit(sysadmin, { ...(await present("旧班")), validTo: "2022" })).toMatchObject({
      ok: true,
    });
    expect(
      await closeUnit(sysadmin, { ...(await present("旧公司")), validTo: "2022", successorId: ids.集团工会 }),
    ).toMatchObject({ fault: { fields: { successorId: ["outOfScope"] } } });
    expect(
      await closeUnit(sysadmin, { ...(await present("旧公司")), validTo: "2022", successorId: ids.北方公司 }),
    ).toMatchObject({ ok: true });
    expect((await getUnit(sysadmin, ids.北方公司!))?.predecessors).toMatchObject([{ name: "旧公司" }]);
    expect(
      await createUnit(sysadmin, { name: "新班", kind: "crew", code: "n", parentId: ids.旧公司 }),
    ).toMatchObject({ fault: { fields: { parentId: ["unitClosed"] } } });
    expect((await searchUnits(sysadmin, { q: "旧", open: true })).length).toBe(0);
    expect((await searchUnits(sysadmin, { q: "旧" })).every((unit) => unit.closed)).toBe(true);
    expect(await reopenUnit(sysadmin, { ...(await present("旧班")), reason: "误操作" })).toMatchObject({
      fault: { detail: { message: "unitAboveClosed" } },
    });
    expect(await reopenUnit(sysadmin, { ...(await present("旧公司")), reason: "误操作" })).toMatchObject({
      ok: true,
    });
  });
});

describe("writes", () => {
  test("a code is given once in a tree, a credit code carries its check character", async () => {
    expect(
      await createUnit(sysadmin, { name: "重码", kind: "crew", code: "U-焊接班", parentId: ids.北方公司 }),
    ).toMatchObject({ fault: { fields: { code: ["codeTaken"] } } });
    expect(
      await changeUnit(sysadmin, {
        ...(await present("北方公司")),
        code: "N",
        kind: "company",
        creditCode: "91350100M000100Y44",
      }),
    ).toMatchObject({ fault: { fields: { creditCode: ["badCreditCode"] } } });
  });

  test("a stale page is told what is there now", async () => {
    const unit = await present("北方工会");
    expect(
      await changeUnit(northAdmin, { ...unit, code: "B1", kind: "base_union", sort: "5" }),
    ).toMatchObject({ ok: true });
    expect(await changeUnit(northAdmin, { ...unit, code: "B2", kind: "base_union" })).toMatchObject({
      fault: { code: "stale", current: { code: "B1", sort: 5, version: unit.version + 1 } },
    });
  });

  test("of two at once one succeeds and the other is stale", async () => {
    const unit = await present("焊接分会");
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        changeUnit(northAdmin, { ...unit, code: `W${index}`, kind: "branch_union" }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.fault.code === "stale")).toHaveLength(7);
    expect(
      await db.auditEvent.count({
        where: { noun: "organizations", nounId: unit.id, event: "organizations.changed" },
      }),
    ).toBe(1);
  });

  test("a unit does not come to stand below one that is closed beside it", async () => {
    const parent = await make("将撤公司", "company", "集团");
    const [closed, made] = await Promise.all([
      closeUnit(sysadmin, { ...(await present("将撤公司")), validTo: "2022" }),
      createUnit(sysadmin, { name: "新设班", kind: "crew", code: "beside", parentId: parent }),
    ]);
    expect([closed.ok, made.ok].filter(Boolean)).toHaveLength(1);
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
