import { beforeEach, describe, expect, test } from "vitest";
import { actors, audited, buildLedger } from "@/e2e/world/ledger";
import { type Cells, faultsOf as faults, throughDoors } from "@/e2e/world/intake";
import type { Actor } from "@/lib/auth/roles";
import * as commands from "./commands";
import * as queries from "./queries";
import { findUnits, resolveUnit } from "./rules";

const { db, ownerSql } = await buildLedger();
const { recorder, sysadmin } = actors;
/** Keeps both trees; the other one the company B alone. */
const admin: Actor = {
  ...actors.admin,
  grants: [...actors.admin.grants, { role: "union_admin", organizationId: 1, tree: "company", path: "/1/" }],
};
const adminB: Actor = {
  ...actors.admin,
  grants: [{ role: "union_admin", organizationId: 3, tree: "company", path: "/1/3/" }],
};
const { check, apply, undo } = throughDoors({ ...commands, ...queries }, {});
const dump = () =>
  ownerSql(`SELECT to_jsonb(o) - 'version' - 'updated_at' AS o, (SELECT jsonb_agg(to_jsonb(p) - 'id' ORDER BY p.valid_from)
    FROM organization_periods p WHERE p.organization_id = o.id) AS p FROM organizations o ORDER BY id`);

describe("units out of a workbook", () => {
  test("a tree comes in level by level, parents named by code, name or the way down", async () => {
    const sheet: Cells[] = [
      {
        code: "N1",
        name: "丙公司",
        kind: "公司",
        parent: "集团",
        validFrom: "2008.5",
        creditCode: "",
        sort: "10",
      },
      { code: "N2", name: "焊接车间", kind: "部门", parent: "N1" },
      { code: "N3", name: "一班", kind: "班组", parent: "丙公司/焊接车间" },
      { code: "N4", name: "丙公司工会", kind: "基层工会", parent: "集团工会" },
    ];
    const verdicts = await check(admin, sheet);
    expect(verdicts.map(({ outcome, faults: all }) => [outcome, all])).toEqual(sheet.map(() => ["new", []]));
    const done = await apply(admin, verdicts);
    expect(done).toHaveLength(4);
    const units = await db.organization.findMany({
      where: { code: { startsWith: "N" } },
      orderBy: { code: "asc" },
      include: { parent: true, periods: true },
    });
    expect(
      units.map(({ name, tree, parent, path }) => [name, tree, parent?.name, path.split("/").length]),
    ).toEqual([
      ["丙公司", "company", "集团", 4],
      ["焊接车间", "company", "丙公司", 5],
      ["一班", "company", "焊接车间", 6],
      ["丙公司工会", "union", "集团工会", 4],
    ]);
    expect(units[0]).toMatchObject({
      validFrom: "2008-05",
      sort: 10,
      periods: [{ name: "丙公司", validFrom: "2008-05" }],
    });
    expect((await check(admin, sheet)).map(({ outcome }) => outcome)).toEqual(sheet.map(() => "unchanged"));
    expect(
      await ownerSql("SELECT count(*)::int AS n FROM audit_events WHERE event = 'organizations.imported'"),
    ).toEqual([{ n: 4 }]);
    expect(await undo(admin, done)).toEqual([]);
    expect(await db.organization.count({ where: { code: { startsWith: "N" } } })).toBe(0);
  });

  test("every fault names its column and what is wrong", async () => {
    const verdicts = await check(admin, [
      { code: "F1", name: "甲", kind: "部门", parent: "F9" },
      { code: "F2", name: "乙", kind: "公司", parent: "F4" },
      { code: "F3", name: "丙", kind: "不明", parent: "甲公司" },
      {
        code: "F4",
        name: "丁",
        kind: "公司",
        parent: "甲公司",
        creditCode: "91370200MA3C0XYT60",
        sort: "前",
      },
      { code: "F5", name: "戊", kind: "班组", parent: "F4" },
      { code: "F6", name: "己", kind: "集团" },
      { code: "F7", name: "庚", kind: "基层工会", parent: "甲公司" },
      { code: "A", name: "甲公司新名", kind: "公司" },
      { code: "", name: "辛", kind: "公司", parent: "集团" },
      { code: "B", name: "乙公司", kind: "集团", parent: "集团" },
      { code: "F8", name: "壬", kind: "公司", parent: "集团" },
      { code: "F8", name: "癸", kind: "公司", parent: "集团" },
    ]);
    expect(verdicts.map(faults)).toEqual([
      ["parent unitUnknown"],
      ["parent parentBelow:6"],
      ["kind notOneOf:集团、公司、分公司、部门/项目部、班组、集团工会、基层工会、分工会、工会小组"],
      ["sort notNumber", "creditCode badCreditCode"],
      ["parent parentFaulty:6"],
      ["parent required"],
      ["parent unitUnknown"],
      ["periodFrom renameDateRequired"],
      ["code required"],
      [],
      [],
      ["code rowTwice:13"],
    ]);
  });

  test("another unit cannot, nor who keeps no units", async () => {
    const rows: Cells[] = [
      { code: "A", name: "甲公司", kind: "公司", shortName: "甲" },
      { code: "M1", name: "甲班", kind: "班组", parent: "甲公司" },
      { code: "M2", name: "乙班", kind: "班组", parent: "乙公司" },
    ];
    expect((await check(adminB, rows)).map(faults)).toEqual([
      ["code codeTaken"],
      ["parent parentFaulty:3"],
      [],
    ]);
    expect((await check(recorder, rows)).map(faults)).toEqual(rows.map(() => [" forbidden"]));
    expect((await check(sysadmin, rows)).map(faults)).toEqual([[], [], []]);
    const session = await queries.openIntake(db, adminB, {});
    expect(queries.intakeChoices(session, "zh-CN").parent).toEqual(["乙公司"]);
  });
});

describe("undo", () => {
  let before: unknown;
  beforeEach(async () => {
    before = await dump();
  });

  test("a rename and a move are taken back with their periods, whether the first began on a day or not", async () => {
    await ownerSql(`${audited} UPDATE organizations SET name = '乙公司（筹）', period_from = '2005' WHERE id = 3;
      INSERT INTO organizations (id, tree, kind, name, code, parent_id, updated_at) VALUES (50, 'company', 'crew', '流动班', 'W', 3, now());`);
    before = await dump();
    const verdicts = await check(admin, [
      { code: "B", name: "乙公司", periodFrom: "2022年5月", shortName: "乙" },
      { code: "W", name: "流动班", parent: "甲公司", periodFrom: "2023", kind: "班组" },
      { code: "A", name: "甲公司", sort: "7" },
    ]);
    expect(
      verdicts.map(({ outcome, changes }) => [
        outcome,
        changes.map(({ column, before: was, after }) => [column, was, after]),
      ]),
    ).toEqual([
      [
        "changed",
        [
          ["name", "乙公司（筹）", "乙公司"],
          ["shortName", "", "乙"],
          ["periodFrom", "2005", "2022-05"],
        ],
      ],
      [
        "changed",
        [
          ["parent", "乙公司（筹）", "甲公司"],
          ["periodFrom", "", "2023"],
        ],
      ],
      ["changed", [["sort", "0", "7"]]],
    ]);
    const done = await apply(admin, verdicts);
    expect(await db.organization.findFirst({ where: { id: 50 } })).toMatchObject({
      path: "/1/2/50/",
      version: 2,
    });
    expect(await db.organizationPeriod.count({ where: { organizationId: 3 } })).toBe(3);
    expect(await undo(admin, done)).toEqual([]);
    expect(await dump()).toEqual(before);
    // What was looked at before the undo is not written after it.
    expect(await apply(admin, verdicts)).toEqual([]);
  });

  test("a unit with people, or one that was changed since, stays and is named", async () => {
    const done = await apply(
      admin,
      await check(admin, [
        { code: "K1", name: "有人班", kind: "班组", parent: "甲公司" },
        { code: "K2", name: "改过班", kind: "班组", parent: "甲公司" },
      ]),
    );
    await ownerSql(
      `${audited} UPDATE employees SET unit_id = ${done[0]!.nounId} WHERE id = 1; UPDATE organizations SET sort = 3, version = 2 WHERE id = ${done[1]!.nounId};`,
    );
    expect((await undo(admin, done)).map(({ position, message }) => [position, message])).toEqual([
      [1, "usedSinceImport"],
      [2, "changedSinceImport"],
    ]);
  });
});

test("a unit is found by what people write", async () => {
  await ownerSql(`${audited} INSERT INTO organizations (id, tree, kind, name, short_name, code, parent_id, valid_from, valid_to, updated_at) VALUES
    (60, 'company', 'crew', '检修班', '检修', 'J1', 2, '2000', NULL, now()), (61, 'company', 'crew', '检修班', NULL, 'J2', 3, '2000', NULL, now()), (62, 'company', 'crew', '老班', NULL, 'J3', 2, '2000', '2010', now());`);
  const units = await queries.loadUnits(db);
  const ids = (text: string) => findUnits(units, text, "company").map(({ id }) => id);
  expect(ids("检修班")).toEqual([60, 61]);
  for (const text of ["j1", "检修", "甲公司/检修班", "甲公司检修班", "集团-甲公司-检修", " 甲公司 检修班 "])
    expect([text, ids(text)]).toEqual([text, [60]]);
  expect(ids("没有的班")).toEqual([]);
  expect(resolveUnit(units, "检修班")).toEqual({ fault: "unitAmbiguous" });
  expect(resolveUnit(units, "检修班", { allowed: new Set([61]) }).unit?.id).toBe(61);
  expect(resolveUnit(units, "老班")).toEqual({ fault: "unitClosed" });
});
