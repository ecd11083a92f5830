import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import type { Result } from "@/lib/kernel/result";
import { applyImport, cancelImport, receiveImport, startCheck, undoImport } from "./commands";
import { confirmImport } from "./confirming/commands";
import { decideRow } from "./deciding/commands";
import { importTasks } from "./jobs";
import { intakeOf } from "./kinds";
import { getImport, getProgress, importOf, listImportRows, listImports } from "./queries";
import { readImportFilter } from "./schema";
import { returnImport } from "./returning/commands";
import { type Importer, importerOf, receivedText, useFolder } from "./testing/commands";

const { ownerSql } = await testDatabase();
useFolder();

let hr: Importer;
let other: Importer;
let nobody: Actor;
beforeAll(async () => {
  [hr, other] = [await importerOf("hr"), await importerOf("hr")];
  nobody = { ...other.actor, grants: [] };
});

const first = { page: 1, size: 20 };
const filter = readImportFilter({});
const sheet = (...rows: string[]) => ["2026年花名册", "姓名,工号,所在单位", ...rows].join("\n");
function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}
const said = (result: Result<unknown>) =>
  result.ok
    ? "ok"
    : (result.fault.detail?.message ?? Object.values(result.fault.fields ?? {})[0]?.[0] ?? result.fault.code);

/** Does the job that waits for the import, as the worker would. */
async function work(id: number, importer = hr) {
  const [job] = await ownerSql<{ task: keyof typeof byName; payload: object }>(
    `SELECT t.identifier AS task, j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE j.key = $1`,
    [`imports:${id}`],
  );
  await ownerSql("DELETE FROM graphile_worker._private_jobs WHERE key = $1", [`imports:${id}`]);
  await byName[job!.task]!.run(job!.payload, { signal: new AbortController().signal });
  return (await getImport(importer.actor, id))!;
}
const byName = importTasks(intakeOf);

async function receive(text: string, importer = hr) {
  const file = await receivedText(text);
  return value(await receiveImport(importer.actor, { kind: "employees", unitId: importer.unitId }, file)).id;
}
async function check(text: string, mode: "all" | "batches" = "all") {
  const id = await receive(text);
  const { version, sheet: name, headerRow, mapping } = await work(id);
  value(await startCheck(hr.actor, { id, version, sheet: name, headerRow, mapping, mode, options: {} }));
  return work(id);
}
const rowsOf = async (id: number) => (await listImportRows(hr.actor, id, first)).rows;

test("a workbook comes in, is understood, checked, applied and taken back", async () => {
  const id = await receive(sheet(`张伟,T1,${hr.unit}`, `王芳,T2,${hr.unit}`));
  expect(await getImport(hr.actor, id)).toMatchObject({ state: "received", progress: { phase: "open" } });
  const opened = await work(id);
  expect(opened).toMatchObject({ state: "mapping", sheet: "CSV", headerRow: 2 });
  expect(opened).toMatchObject({
    mapping: { 0: "name", 1: "workNumber", 2: "unit" },
    may: { map: true, apply: false },
  });
  value(await startCheck(hr.actor, { ...opened, options: {} }));
  const checked = await work(id);
  expect(checked).toMatchObject({
    state: "checked",
    total: 2,
    counts: { new: 2 },
    may: { apply: true, undo: false },
  });
  value(await applyImport(hr.actor, checked));
  const applied = await work(id);
  expect(applied).toMatchObject({
    state: "applied",
    appliedBy: "hr1",
    counts: { applied: 2 },
    may: { undo: true },
  });
  const [row] = await rowsOf(id);
  expect(row?.applied?.href).toBe(`/employees/${row?.applied?.id}`);
  expect(await importOf(hr.actor, "employees", row!.applied!.id)).toEqual({
    id,
    fileName: "花名册.csv",
    sheetRow: 3,
  });
  value(await undoImport(hr.actor, { ...applied, reason: "发错了文件" }));
  expect(await work(id)).toMatchObject({ state: "undone", undoneBy: "hr1", counts: { applied: 0 } });
  expect(await db.employee.count({ where: { workNumber: { in: ["T1", "T2"] } } })).toBe(0);
});

test("the same file a second time changes nothing, and there is nothing to apply", async () => {
  const text = sheet(`李娜,S1,${hr.unit}`);
  const once = await check(text);
  value(await applyImport(hr.actor, once));
  await work(once.id);
  const twice = await check(text);
  expect(twice.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
  expect(twice.may.apply).toBe(false);
  expect(said(await applyImport(hr.actor, twice))).toBe("importNothingToApply");
});

test("columns that were set by hand are known again for the same headings, to the same person", async () => {
  const text = "姓名,编码,所在单位\n赵一,H1," + hr.unit;
  const id = await receive(text);
  const opened = await work(id);
  expect(opened.mapping).not.toHaveProperty("1");
  value(
    await startCheck(hr.actor, {
      ...opened,
      mapping: { 0: "name", 1: "workNumber", 2: "unit" },
      options: {},
    }),
  );
  expect((await work(await receive(text))).mapping).toEqual({ 0: "name", 1: "workNumber", 2: "unit" });
  expect((await work(await receive(text, other), other)).mapping).not.toHaveProperty("1");
});

test("two people press at once: one", async () => {
  const checked = await check(sheet(`钱二,P1,${hr.unit}`));
  const presses = await Promise.all(Array.from({ length: 8 }, () => applyImport(hr.actor, checked)));
  expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
  expect(presses.filter(({ ok }) => !ok).map(said)).toEqual(Array(7).fill("importMovedOn"));
  expect((await work(checked.id)).counts.applied).toBe(1);
});

test("whoever saw an earlier version is told", async () => {
  const checked = await check(sheet(`孙三,V1,${hr.unit}`));
  expect(said(await applyImport(hr.actor, { ...checked, version: checked.version - 1 }))).toBe("stale");
});

test("all or nothing waits for the faulty rows; in batches they are left out", async () => {
  const checked = await check(sheet(`李四,F1,${hr.unit}`, `,F2,${hr.unit}`));
  expect(checked.counts).toMatchObject({ new: 1, faulty: 1 });
  expect(said(await applyImport(hr.actor, { ...checked, mode: "all" }))).toBe("importHasFaults");
  value(await applyImport(hr.actor, { ...checked, mode: "batches" }));
  expect(await work(checked.id)).toMatchObject({ state: "applied", counts: { applied: 1, faulty: 1 } });
});

test("what is not understood is refused by name", async () => {
  const opened = await work(await receive(sheet(`周五,U1,${hr.unit}`)));
  const asked = (more: object) => startCheck(hr.actor, { ...opened, options: {}, ...more });
  expect(said(await asked({ mapping: { 1: "workNumber" } }))).toMatch(/^importColumnsMissing:姓名/);
  expect(said(await asked({ mapping: { 0: "name", 1: "salary" } }))).toBe("unknownValue");
  expect(said(await asked({ mapping: { 0: "name", 1: "name" } }))).toBe("importColumnTwice");
  expect(said(await asked({ sheet: "Sheet9" }))).toBe("unknownValue");
});

test("an ID number is kept no further than the registry keeps it", async () => {
  const id = await receive(
    `姓名,身份证号,备用,所在单位,工号\n吴六,11010519491231002X,11010519491231002X,${hr.unit},N1`,
  );
  const opened = await work(id);
  value(await startCheck(hr.actor, { ...opened, options: {} }));
  await work(id);
  const kept = await ownerSql(
    "SELECT to_jsonb(b)::text || (SELECT string_agg(to_jsonb(r)::text, '') FROM import_rows r WHERE batch_id = b.id) AS all FROM import_batches b WHERE id = $1",
    [id],
  );
  expect(JSON.stringify(kept)).not.toContain("11010519491231002X");
});

test("a cancelled one is over, and its job finds nothing to do", async () => {
  const id = await receive(sheet(`郑七,C1,${hr.unit}`));
  value(await cancelImport(hr.actor, { id }));
  expect(await work(id)).toMatchObject({ state: "cancelled", cancelledBy: "hr1" });
  expect(said(await cancelImport(hr.actor, { id }))).toBe("importMovedOn");
});

describe("another unit", () => {
  test("sees nothing of it, and can do nothing with it", async () => {
    const checked = await check(sheet(`冯八,A1,${hr.unit}`));
    const { id } = checked;
    for (const actor of [other.actor, nobody]) {
      expect(await getImport(actor, id)).toBeNull();
      expect(await getProgress(actor, id)).toBeNull();
      expect((await listImportRows(actor, id, first)).rows).toEqual([]);
      expect((await listImports(actor, filter)).rows.filter((row) => row.id === id)).toEqual([]);
      const decision = { isAnother: true };
      for (const refused of [
        await startCheck(actor, { ...checked, options: {} }),
        await applyImport(actor, checked),
        await cancelImport(actor, { id }),
        await undoImport(actor, { ...checked, reason: "x" }),
        await decideRow(actor, { id, position: 1, decision }),
        await returnImport(actor, { id }),
        await confirmImport(actor, { id }),
      ])
        expect(said(refused)).toBe("not_found");
    }
    expect(await getImport(hr.actor, id)).toMatchObject({ state: "checked", version: checked.version });
  });

  test("can't be imported for", async () => {
    const file = await receivedText(sheet("x,1,y"));
    expect(said(await receiveImport(hr.actor, { kind: "employees", unitId: other.unitId }, file))).toBe(
      "outOfScope",
    );
    expect(said(await receiveImport(hr.actor, { kind: "awards", unitId: hr.unitId }, file))).toBe(
      "not_found",
    );
    expect(said(await receiveImport(nobody, { kind: "employees", unitId: hr.unitId }, file))).toBe(
      "not_found",
    );
  });
});

test("a decision is kept with its row, which is checked again at once", async () => {
  const checked = await check(sheet(`陈九,D1,${hr.unit}`, `陈九,D1,${hr.unit}`));
  const duplicate = (await rowsOf(checked.id)).find(({ outcome }) => outcome !== "new")!;
  const decided = value(
    await decideRow(hr.actor, {
      id: checked.id,
      position: duplicate.position,
      decision: { isAnother: true },
    }),
  );
  expect(decided.version).toBe(checked.version + 1);
  expect((await rowsOf(checked.id)).find(({ position }) => position === duplicate.position)).toMatchObject({
    decision: { isAnother: true },
    outcome: decided.outcome,
  });
  const counts = (await getImport(hr.actor, checked.id))!.counts;
  expect(counts.new + counts.changed + counts.unchanged + counts.duplicate + counts.faulty).toBe(2);
});
