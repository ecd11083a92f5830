import { beforeAll, expect, test } from "vitest";
import { orderOf } from "@/lib/auth/behalf";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { searchEmployees } from "@/lib/employees/search/queries";
import { demonstrationIdNumber, demonstrationPhone } from "@/prisma/seed/numbers";
import { undoImport } from "./commands";
import { importTasks } from "./jobs";
import { intakeOf } from "./kinds";
import { getImport, listImportRows } from "./queries";
import { type Importer, importerOf, makeBatch, useFolder } from "./testing/commands";

const { ownerSql } = await testDatabase();
useFolder();
const tasks = importTasks(intakeOf);
const run = { signal: new AbortController().signal };
let hr: Importer;
let other: Importer;
beforeAll(async () => {
  [hr, other] = [await importerOf("hr"), await importerOf("hr")];
});

const id = (serial: number) => demonstrationIdNumber(serial, "1985-02-03", serial % 2 === 0);
const phone = demonstrationPhone;

async function checked(lines: string[], importer = hr, mode: "all" | "batches" = "all") {
  const batch = await makeBatch(importer, ["姓名,工号,单位,身份证号,手机号", ...lines].join("\n"), { mode });
  await db.importBatch.update({
    where: { id: batch },
    data: { mapping: { 0: "name", 1: "workNumber", 2: "unit", 3: "idNumber", 4: "phone" } },
  });
  await tasks["imports.check"]!.run({ id: batch, by: orderOf(importer.actor) }, run);
  const { rows } = await listImportRows(importer.actor, batch, { page: 1, size: 100 } as never);
  return {
    batch,
    rows,
    faults: rows.map(({ faults }) => faults.map(({ column, message }) => `${column} ${message}`)),
  };
}
async function applied(batch: number) {
  await db.importBatch.update({ where: { id: batch }, data: { state: "applying" } });
  await tasks["imports.apply"]!.run({ id: batch, by: orderOf(hr.actor) }, run);
  expect(await getImport(hr.actor, batch)).toMatchObject({ state: "applied" });
}
const found = async (q: string) => (await searchEmployees(hr.actor, q)).map(({ name }) => name);

test.each(["all", "batches"] as const)(
  "numbers of a workbook (%s) are kept sealed, found by, and taken back",
  async (mode) => {
    const n = mode === "all" ? 10 : 20;
    const lines = [`甲${n},${n}1,${hr.unit},${id(n)},${phone(n)}`, `乙${n},${n}2,${hr.unit},${id(n + 1)},`];
    const { batch, rows, faults } = await checked(lines, hr, mode);
    expect(faults).toEqual([[], []]);
    // What people look at, and what the database holds meanwhile, says no number.
    const kept = await ownerSql<{ all: string }>(
      `SELECT string_agg(to_jsonb(r)::text, '') AS all FROM import_rows r WHERE batch_id = $1`,
      [batch],
    );
    for (const text of [JSON.stringify(rows), kept[0]!.all])
      for (const number of [id(n), id(n + 1), phone(n)]) expect(text).not.toContain(number);
    await applied(batch);
    expect(await found(id(n))).toEqual([`甲${n}`]);
    expect(await found(phone(n))).toEqual([`甲${n}`]);
    expect(await db.employee.findFirst({ where: { name: `甲${n}` } })).toMatchObject({
      idNumberLast4: id(n).slice(-4),
      birth: "1985-02-03",
    });
    const left = await ownerSql(
      "SELECT FROM import_rows WHERE batch_id = $1 AND secrets ->> 'idNumber' IS NOT NULL",
      [batch],
    );
    expect(left).toEqual([]);

    // Another phone is a change; the same number again is none; who is meant is told by the ID number.
    const again = await checked([`甲${n},,${hr.unit},${id(n)},${phone(n + 5)}`, lines[1]!], hr, mode);
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(["changed", "unchanged"]);
    expect(again.rows[0]!.changes).toEqual([
      { column: "phone", before: `199****${phone(n).slice(-4)}`, after: `199****${phone(n + 5).slice(-4)}` },
    ]);
    await applied(again.batch);
    expect([await found(phone(n)), await found(phone(n + 5))]).toEqual([[], [`甲${n}`]]);
    await undone(again.batch);
    expect([await found(phone(n)), await found(phone(n + 5))]).toEqual([[`甲${n}`], []]);
    const third = await checked([`乙${n}新,${n}3,${hr.unit},${id(n + 3)},${phone(n + 3)}`], hr, mode);
    await applied(third.batch);
    expect(await found(id(n + 3))).toEqual([`乙${n}新`]);
    await undone(third.batch);
    expect([await found(id(n + 3)), await found(phone(n + 3))]).toEqual([[], []]);
  },
);

test("a number that is somebody else's is told; out of scope nobody is named", async () => {
  await applied((await checked([`丙,3,${hr.unit},${id(40)},`])).batch);
  const mine = await checked([
    `丁,4,${hr.unit},${id(40)},`,
    `丙,3,${hr.unit},${id(41)},`,
    `戊,5,${hr.unit},${id(42)},123`,
    `己,6,${hr.unit},${id(42)},`,
  ]);
  expect(mine.faults).toEqual([
    ["idNumber idNumberOfAnother:丙"],
    ["name namesakes"],
    ["phone badPhone"],
    ["idNumber rowTwice:4"],
  ]);
  // Chosen among the namesakes, the record still has another number.
  await db.importRow.update({
    where: { batchId_position: { batchId: mine.batch, position: 2 } },
    data: { decision: { people: { 0: (await searchEmployees(hr.actor, "丙"))[0]!.id } } },
  });
  await db.importBatch.update({ where: { id: mine.batch }, data: { state: "checking" } });
  await tasks["imports.check"]!.run({ id: mine.batch, by: orderOf(hr.actor) }, run);
  const { faults } = await db.importRow.findFirstOrThrow({
    where: { batchId: mine.batch, position: 2 },
  });
  expect(faults).toMatchObject([{ column: "idNumber", message: "idNumberChanged" }]);
  const theirs = await checked([`庚,7,${other.unit},${id(40)},`], other);
  expect(theirs.faults).toEqual([["idNumber idNumberTaken"]]);
  expect(JSON.stringify(theirs.rows)).not.toContain("丙");
});

async function undone(batch: number) {
  const { version } = (await getImport(hr.actor, batch))!;
  expect(await undoImport(hr.actor, { id: batch, version, reason: "传错了文件" })).toMatchObject({
    ok: true,
  });
  await tasks["imports.undo"]!.run({ id: batch, by: orderOf(hr.actor), reason: "传错了文件" }, run);
  expect(await getImport(hr.actor, batch)).toMatchObject({ state: "undone" });
}
