import { beforeAll, describe, expect, test } from "vitest";
import { actors, audited, buildLedger } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import type { PartialDate } from "@/lib/kernel/partial-date";
import { matchPeople } from "./queries";
import type { PersonAsk } from "./rules";

const { db, ownerSql } = await buildLedger();
const { admin, recorder, recorderB } = actors;

/** Four called 张伟 beside the ledger's own (3, in company B): 21 and 22 at the welders, 23 and 24 hold one number in turn. */
beforeAll(async () => {
  await ownerSql(`${audited}
    INSERT INTO organizations (id, tree, kind, name, short_name, code, parent_id, valid_from, updated_at) VALUES
      (4, 'company', 'crew', '焊接班', '焊班', 'A-1', 2, '2000', now()), (5, 'company', 'crew', '焊接班', NULL, 'B-1', 3, '2000', now());
    INSERT INTO employees (id, name, pinyin, initials, unit_id, union_unit_id, employer_id, work_number, birth, id_number_last4, hired_on, left_on, status, status_date, updated_at) VALUES
      (21, '张伟', 'zhang wei', 'zw', 4, 12, 2, '00021', '1985-03', '021X', '2005', NULL, 'active', NULL, now()),
      (22, '张伟', 'zhang wei', 'zw', 4, 12, 2, '00022', '1990', NULL, '2012', NULL, 'active', NULL, now()),
      (23, '王芳', 'wang fang', 'wf', 2, 12, 2, 'R1', '1960', NULL, '1980', '2015', 'retired', '2015', now()),
      (24, '王芳', 'wang fang', 'wf', 4, 12, 2, 'R1', '1992', NULL, '2016', NULL, 'active', NULL, now()),
      (25, '赵敏', 'zhao min', 'zm', 4, 12, 2, 'R2', NULL, NULL, '2016', NULL, 'active', NULL, now()),
      (26, '阿卜杜·热合曼', 'abudu reheman', 'abdrhm', 4, 12, 2, NULL, NULL, NULL, '2016', NULL, 'active', NULL, now());
    UPDATE employees SET former_names = '{赵小敏}' WHERE id = 25;
    UPDATE employees SET unit_id = 5, union_unit_id = 13, assigned_from = '2020' WHERE id = 22;`);
});

const ask = async (actor: Actor, one: PersonAsk) => (await matchPeople(db, actor, [one]))[0]!;

describe("who is meant", () => {
  test("never by name alone, even where there is but one", async () => {
    const one = await ask(admin, { name: "贾建华" });
    expect(one).toMatchObject({
      id: null,
      fault: "personNotSure",
      candidates: [{ id: 1, name: "贾建华", unit: "甲公司", workNumber: "0001" }],
    });
    const many = await ask(admin, { name: "张 伟" });
    expect(many.candidates.map(({ id, birthYear, last4 }) => [id, birthYear, last4])).toEqual([
      [3, null, null],
      [21, "1985", "021X"],
      [22, "1990", null],
    ]);
    expect(await ask(admin, { name: "查无此人" })).toMatchObject({ fault: "personUnknown", candidates: [] });
    expect(await ask(admin, { name: " " })).toMatchObject({ fault: "required" });
  });

  test("by name and work number, with or without the zeros that Excel drops", async () => {
    for (const workNumber of ["00021", "21", " ０００２１ ", "'00021"])
      expect(await ask(admin, { name: "张伟", workNumber })).toMatchObject({ id: 21, reason: "workNumber" });
    expect(await ask(admin, { name: "赵小敏", workNumber: "r2" })).toMatchObject({ id: 25 });
    expect(await ask(admin, { name: "阿卜杜.热合曼", workNumber: "R9", unit: "A-1" })).toMatchObject({
      id: 26,
      reason: "unit",
    });
  });

  test("a number that is somebody else's says whose, one of nobody's says so", async () => {
    const other = await ask(admin, { name: "张伟", workNumber: "0001" });
    expect(other).toMatchObject({ id: null, fault: "workNumberOfAnother:贾建华" });
    expect(other.candidates.map(({ id }) => id)).toEqual([1, 3, 21, 22]);
    expect(await ask(admin, { name: "张伟", workNumber: "9999" })).toMatchObject({
      id: null,
      fault: "workNumberUnknown",
    });
    // A number on record speaks against a unit that would fit.
    expect(await ask(admin, { name: "贾建华", workNumber: "9999", unit: "甲公司" })).toMatchObject({
      id: null,
    });
  });

  test("a number that was given again is whose it was on the day", async () => {
    const on = (day: string) => ask(admin, { name: "王芳", workNumber: "R1", on: day as PartialDate });
    expect((await on("2010")).id).toBe(23);
    expect((await on("2022-05")).id).toBe(24);
    const when = await ask(admin, { name: "王芳", workNumber: "R1" });
    expect(when).toMatchObject({ id: null, fault: "personNotSure" });
    expect(when.candidates.map(({ id, left }) => [id, left])).toEqual([
      [24, false],
      [23, true],
    ]);
    expect((await ask(admin, { name: "王芳", workNumber: "R1", birthYear: "1960" })).id).toBe(23);
  });

  test("by name and unit, above and below it, by code, short name or the way down, now or then", async () => {
    for (const text of ["A-1", "焊班", "甲公司/焊接班", "甲公司焊接班", "甲公司", "甲公司工会"])
      expect([text, (await ask(admin, { name: "阿卜杜·热合曼", unit: text })).id]).toEqual([text, 26]);
    expect((await ask(admin, { name: "张伟", unit: "乙公司焊接班" })).fault).toBe("personNotSure");
    expect((await ask(admin, { name: "张伟", unit: "某某公司" })).fault).toBe("personNotSure");
    expect((await ask(admin, { name: "张伟", unit: "集团" })).fault).toBe("personNotSure");
    // 22 was moved from company A to company B: both units find him.
    expect((await ask(admin, { name: "张伟", unit: "B-1", birthYear: "1990" })).id).toBe(22);
    expect((await ask(admin, { name: "张伟", unit: "A-1", birthYear: "1990" })).id).toBe(22);
    expect((await ask(admin, { name: "张伟", unit: ["某某公司", "A-1"], birthYear: "1985" })).id).toBe(21);
  });

  test("by name and birth year or last four, unless something speaks against it", async () => {
    expect(await ask(admin, { name: "张伟", last4: "021x" })).toMatchObject({ id: 21, reason: "last4" });
    expect(await ask(admin, { name: "张伟", birthYear: "1990-05" })).toMatchObject({
      id: 22,
      reason: "birthYear",
    });
    expect(await ask(admin, { name: "张伟", birthYear: "1985", last4: "9999" })).toMatchObject({ id: null });
    expect(await ask(admin, { name: "贾建华", birthYear: "1970" })).toMatchObject({ id: null });
    // Born right, but never in the unit that is named.
    expect(await ask(admin, { name: "王芳", birthYear: "1992", unit: "乙公司" })).toMatchObject({ id: null });
  });

  test("another unit's people are not there, chosen or not", async () => {
    expect(await ask(recorderB, { name: "贾建华", workNumber: "0001" })).toMatchObject({
      id: null,
      fault: "personUnknown",
      candidates: [],
    });
    expect(await ask(recorderB, { name: "贾建华", chosen: 1 })).toMatchObject({
      id: null,
      fault: "outOfScope",
    });
    expect(await ask(recorder, { name: "张伟", chosen: 21 })).toMatchObject({ id: 21, reason: "chosen" });
    expect(await ask(actors.sysadmin, { name: "贾建华", workNumber: "0001" })).toMatchObject({ id: null });
    expect(await ask(actors.jia, { name: "李晓杰", workNumber: "0002" })).toMatchObject({ id: null });
  });

  test("five thousand are asked for at once, in order", async () => {
    await ownerSql(`${audited} INSERT INTO employees (id, name, pinyin, initials, unit_id, union_unit_id, employer_id, work_number, updated_at)
      SELECT 10000 + n, '职工' || n % 3000, 'zhi', 'z', 4, 12, 2, 'W' || n, now() FROM generate_series(1, 20000) n;`);
    const asks = Array.from({ length: 5000 }, (_, index) => ({
      name: `职工${(index + 1) % 3000}`,
      workNumber: `W${index + 1}`,
    }));
    const started = performance.now();
    const matches = await matchPeople(db, recorder, asks);
    process.stdout.write(`5,000 people matched in ${Math.round(performance.now() - started)} ms\n`);
    expect(matches.map(({ id }) => id)).toEqual(asks.map((_, index) => 10_001 + index));
  });
});
