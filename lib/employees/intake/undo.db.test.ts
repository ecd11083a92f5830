import { beforeEach, describe, expect, test } from "vitest";
import { actors, audited, buildLedger } from "@/e2e/world/ledger";
import { faultsOf as faults, throughDoors } from "@/e2e/world/intake";
import * as commands from "./commands";
import * as queries from "./queries";
import { intakeOptions } from "./schema";

const { db, ownerSql } = await buildLedger();
const { admin, recorder } = actors;
const { check, apply, undo, take } = throughDoors({ ...commands, ...queries }, intakeOptions.parse({}));

let serial = 0;
/** A name that nobody else has. */
const fresh = () =>
  `职${[...String((serial += 1)).padStart(4, "0")].map((digit) => "甲乙丙丁戊己庚辛壬癸"[Number(digit)]).join("")}`;
const place = { unit: "甲公司", unionUnit: "甲公司工会" };

const dump = () =>
  ownerSql(`SELECT to_jsonb(e) - 'version' - 'updated_at' AS e,
    (SELECT jsonb_agg(to_jsonb(a) - 'id' ORDER BY a.id) FROM employee_assignments a WHERE a.employee_id = e.id) AS a FROM employees e ORDER BY id`);

describe("undo", () => {
  let before: unknown;
  beforeEach(async () => {
    before = await dump();
  });

  test("what came is gone, what changed stands as it did, transfers and all", async () => {
    const name = fresh();
    const done = await take(
      admin,
      [
        { ...place, name, workNumber: "U1", hiredOn: "2001" },
        {
          name: "李晓杰",
          workNumber: "0002",
          unit: "乙公司",
          unionUnit: "乙公司工会",
          post: "班长",
          education: "本科",
        },
        {
          name: "王新",
          workNumber: "0004",
          status: "离职",
          statusDate: "2024-01",
          politicalStatus: "中共党员",
        },
      ],
      { options: intakeOptions.parse({ assignedFrom: "2023-05" }) },
    );
    expect(done).toHaveLength(3);
    const moved = await db.employeeAssignment.findMany({ where: { employeeId: 2 }, orderBy: { id: "asc" } });
    expect(moved).toMatchObject([
      { unitId: 2, post: "电工", validTo: "2023-05" },
      { unitId: 3, post: "班长", validFrom: "2023-05", validTo: null },
    ]);
    expect(await undo(admin, done)).toEqual([]);
    expect(await dump()).toEqual(before);
    const events = await ownerSql(
      "SELECT event, reason FROM audit_events WHERE noun = 'employees' AND noun_id = 2 ORDER BY id DESC LIMIT 2",
    );
    expect(events).toMatchObject([
      { event: "imports.undone", reason: "传错了文件" },
      { event: "employees.imported" },
    ]);
  });

  test("a transfer without its day is told", async () => {
    const [verdict] = await check(admin, [{ name: "李晓杰", workNumber: "0002", unit: "乙公司" }]);
    expect(faults(verdict!)).toEqual(["assignedFrom transferDateRequired"]);
    const [early] = await check(admin, [
      { name: "李晓杰", workNumber: "0002", unit: "乙公司", assignedFrom: "2009" },
    ]);
    expect(faults(early!)).toEqual(["assignedFrom assignedBeforeHire"]);
  });

  test("who was changed since, or is referred to, stays and is named", async () => {
    const names = [fresh(), fresh(), fresh()];
    const done = await take(
      recorder,
      names.map((name) => ({ ...place, name })),
    );
    await ownerSql(`${audited} UPDATE employees SET education = '本科', version = version + 1 WHERE id = ${done[0]!.nounId};
      INSERT INTO team_members (team_id, employee_id, is_leader) VALUES (1, ${done[1]!.nounId}, false);`);
    expect(await undo(recorder, done)).toEqual([
      { position: 1, nounId: done[0]!.nounId, message: "changedSinceImport" },
      { position: 2, nounId: done[1]!.nounId, message: "usedSinceImport" },
    ]);
  });
});

test("twenty thousand people are checked, applied, checked again and taken back", async () => {
  const sheet = Array.from({ length: 20_000 }, (_, index) => ({
    ...place,
    ...{
      name: `员工${"赵钱孙李周吴郑王冯陈"[index % 10]}${index % 7000}`,
      workNumber: `B${index}`,
      gender: "男",
    },
    ...{ hiredOn: "2015.7", birth: "1990年5月", post: "焊工" },
  }));
  const started = performance.now();
  const told = (what: string) =>
    process.stdout.write(`20,000 people ${what} after ${Math.round(performance.now() - started)} ms\n`);
  const verdicts = await check(recorder, sheet);
  told("checked");
  expect(verdicts.every(({ outcome }) => outcome === "new")).toBe(true);
  const done = await apply(recorder, verdicts);
  told("applied");
  const count = () => db.employee.count({ where: { workNumber: { startsWith: "B" } } });
  expect(await count()).toBe(20_000);
  const again = await check(recorder, sheet);
  told("checked again");
  expect(again.every(({ outcome }) => outcome === "unchanged")).toBe(true);
  expect(await undo(recorder, done)).toEqual([]);
  told("taken back");
  expect(await count()).toBe(0);
}, 600_000);
