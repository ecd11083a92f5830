import { beforeAll, beforeEach, expect, test } from "vitest";
import { recordEvent } from "@/lib/audit/record";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { transaction } from "@/lib/db/transaction";
import { orderOf } from "@/lib/auth/behalf";
import type { Intake } from "./intake";
import { importTasks } from "./jobs";
import { change, employ, type Importer, importerOf, makeBatch, names, useFolder } from "./testing/commands";
import { people } from "./testing/people";
import { taskNames } from "./tasks";

const { ownerSql } = await testDatabase();
useFolder();
const never = new AbortController().signal;

let recorder: Importer;
beforeAll(async () => {
  recorder = await importerOf("recorder");
});
beforeEach(async () => {
  await ownerSql("DELETE FROM import_rows");
  await change((tx) => tx.employee.deleteMany());
});

const sheet = (...rows: string[]) => ["姓名,工号", ...rows].join("\n");
const many = (count: number) =>
  sheet(...Array.from({ length: count }, (_, index) => `职工${index},${1000 + index}`));

async function run(name: keyof typeof taskNames, id: number, intake: Intake = people, signal = never) {
  const task = importTasks(() => intake)[taskNames[name]]!;
  await task.run({ id, by: orderOf(recorder.actor), reason: "发错了文件" }, { signal });
  return db.importBatch.findFirstOrThrow({ where: { id } });
}
async function checked(text: string, mode: "all" | "batches" = "all") {
  const id = await makeBatch(recorder, text, { mode });
  const batch = await run("check", id);
  expect(batch.state).toBe("checked");
  return { id, batch };
}
const press = (id: number, state: "applying" | "undoing") =>
  db.importBatch.update({ where: { id }, data: { state } });
const apply = async (id: number, intake?: Intake) => {
  await press(id, "applying");
  return run("apply", id, intake);
};
test("rows are read, checked and counted; nothing is written", async () => {
  await employ("张伟", "1");
  await employ("李娜", "2");
  const { id, batch } = await checked(sheet("张伟,1", "李娜娜,2", ",3", "王芳,4", "王芳,4"));
  expect(batch).toMatchObject({ rowsTotal: 5, rowsRead: 5, rowsChecked: 5 });
  expect(batch).toMatchObject({
    countUnchanged: 1,
    countChanged: 1,
    countFaulty: 1,
    countNew: 1,
    countDuplicate: 1,
  });
  const rows = await db.importRow.findMany({ where: { batchId: id }, orderBy: { position: "asc" } });
  expect(rows.map(({ sheetRow, outcome }) => [sheetRow, outcome])).toEqual([
    [2, "unchanged"],
    [3, "changed"],
    [4, "faulty"],
    [5, "new"],
    [6, "duplicate"],
  ]);
  expect(await names()).toEqual(["张伟", "李娜"]);
});

test.each(["all", "batches"] as const)(
  "applied (%s), sent again without effect, and taken back",
  async (mode) => {
    await employ("李娜", "1000");
    const { id } = await checked(many(2100), mode);
    expect(await apply(id)).toMatchObject({
      state: "applied",
      rowsApplied: 2100,
      appliedById: recorder.actor.userId,
    });
    expect(await names()).toHaveLength(2100);
    const again = await checked(many(2100), mode);
    expect(again.batch).toMatchObject({ countUnchanged: 2100, countNew: 0, countChanged: 0 });

    await press(id, "undoing");
    expect(await run("undo", id)).toMatchObject({
      state: "undone",
      undoneById: recorder.actor.userId,
      rowsApplied: 0,
    });
    expect(await names()).toEqual(["李娜"]);
    const events = await db.auditEvent.findMany({
      where: { noun: "imports", nounId: id },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ event }) => event)).toEqual([
      "imports.received",
      "imports.applied",
      "imports.undone",
    ]);
  },
);

test("a row changed since is named, and nothing is taken back", async () => {
  const { id } = await checked(sheet("张伟,1", "王芳,2"));
  await apply(id);
  await change((tx) => tx.employee.updateMany({ where: { workNumber: "2" }, data: { version: 9 } }));
  await press(id, "undoing");
  expect(await run("undo", id)).toMatchObject({
    state: "applied",
    notice: "importUndoBlocked",
    rowsApplied: 2,
  });
  const [blocked] = await ownerSql("SELECT position, faults FROM import_rows WHERE faults IS NOT NULL");
  expect(blocked).toMatchObject({ position: 2, faults: [{ message: "changedSinceImport" }] });
  expect(await names()).toEqual(["张伟", "王芳"]);
});

test("what was entered since the check is seen: all rows are checked again, for the person to look at", async () => {
  const { id } = await checked(sheet("张伟,1", "王芳,2"));
  await employ("王芳", "2");
  expect(await apply(id)).toMatchObject({ state: "checking", notice: "importChangedSince" });
  expect(await run("check", id)).toMatchObject({ state: "checked", countNew: 1, countUnchanged: 1 });
  expect(await apply(id)).toMatchObject({ state: "applied", rowsApplied: 1 });
});

test("what was entered since and changes no verdict does not hold the import up", async () => {
  const { id } = await checked(sheet("张伟,1"));
  await employ("王芳", "2");
  expect(await apply(id)).toMatchObject({ state: "applied", rowsApplied: 1 });
});

test("in batches, what turned out otherwise is left out and the rest is written", async () => {
  const { id } = await checked(many(1100), "batches");
  await employ("另一人", "1003");
  await employ("职工1050", "2050");
  const batch = await apply(id);
  expect(batch).toMatchObject({ state: "applied", rowsApplied: 1098, notice: "importRowsLeftOut" });
  expect(batch).toMatchObject({ countNew: 1098, countChanged: 1, countUnchanged: 1 });
  expect(await names()).toHaveLength(1100);
});

test("a row that the database refuses is found among the others: all or nothing", async () => {
  const { id } = await checked(sheet("张伟,1", "王芳,2", "禁,3", "李娜,4"));
  expect(await apply(id)).toMatchObject({
    state: "checked",
    notice: "importRowsRefused",
    countNew: 3,
    countFaulty: 1,
  });
  expect(await names()).toEqual([]);
  const [refused] = await ownerSql(
    "SELECT position, outcome::text, faults FROM import_rows WHERE outcome = 'faulty'",
  );
  expect(refused).toMatchObject({ position: 3, faults: [{ column: null, message: "badIdNumber" }] });
});

test("a row that the database refuses is found among the others: the rest of the batch is written", async () => {
  const { id } = await checked(sheet("张伟,1", "王芳,2", "禁,3", "李娜,4"), "batches");
  expect(await apply(id)).toMatchObject({ state: "applied", rowsApplied: 3, countNew: 3, countFaulty: 1 });
  expect(await names()).toEqual(["张伟", "王芳", "李娜"]);
});

test("cancelled while it is checked or applied as a whole: nothing was written", async () => {
  const id = await makeBatch(recorder, many(2100));
  const cancelling: Intake = { ...people, check: (...args) => cancel(id).then(() => people.check(...args)) };
  expect(await run("check", id, cancelling)).toMatchObject({ state: "cancelled" });
  const second = await checked(many(2100));
  const later: Intake = {
    ...people,
    apply: (...args) => cancel(second.id).then(() => people.apply(...args)),
  };
  expect(await apply(second.id, later)).toMatchObject({ state: "cancelled" });
  expect(await names()).toEqual([]);
});

test("cancelled between batches: what was written stays, is told, and can be taken back", async () => {
  const { id } = await checked(many(2100), "batches");
  let batches = 0;
  const marking: Intake = {
    ...people,
    async apply(...args) {
      if (++batches === 2) {
        await transaction(async (tx) => {
          await tx.importBatch.update({
            where: { id },
            data: { cancelledAt: new Date(), cancelledById: recorder.actor.userId },
          });
          await recordEvent(tx, recorder.actor, { event: "imports.cancelled", noun: "imports", nounId: id });
        });
      }
      return people.apply(...args);
    },
  };
  expect(await apply(id, marking)).toMatchObject({ state: "applied", rowsApplied: 1000 });
  expect(await names()).toHaveLength(1000);
  await press(id, "undoing");
  expect(await run("undo", id)).toMatchObject({ state: "undone" });
  expect(await names()).toEqual([]);
});

test("an order whose giver has lost the role is not carried out", async () => {
  const other = await importerOf("recorder");
  const id = await makeBatch(other, sheet("张伟,1"));
  await change((tx) => tx.userRole.deleteMany({ where: { userId: other.actor.userId } }));
  const task = importTasks(() => people)[taskNames.check]!;
  await task.run({ id, by: orderOf(other.actor) }, { signal: never });
  expect(await db.importBatch.findFirstOrThrow({ where: { id } })).toMatchObject({
    state: "failed",
    failure: { message: "forbidden" },
  });
});

test("given up: half-written batches are told as applied so far, the others as failed", async () => {
  const half = await checked(many(1200), "batches");
  const dies: Intake = {
    ...people,
    apply: async (tx, session, rows) => {
      if (rows[0]!.position > 1000) throw new Error("no luck");
      return people.apply(tx, session, rows);
    },
  };
  await press(half.id, "applying");
  await expect(run("apply", half.id, dies)).rejects.toThrow("no luck");
  const tasks = importTasks(() => people);
  const by = orderOf(recorder.actor);
  await tasks[taskNames.apply]!.giveUp({ id: half.id, by });
  const whole = await checked(sheet("张伟,1"));
  await press(whole.id, "applying");
  await tasks[taskNames.apply]!.giveUp({ id: whole.id, by });
  const states = await db.importBatch.findMany({
    where: { id: { in: [half.id, whole.id] } },
    orderBy: { id: "asc" },
    select: { state: true, notice: true, rowsApplied: true, failure: true },
  });
  expect(states).toEqual([
    { state: "applied", notice: "importFailed", rowsApplied: 1000, failure: null },
    { state: "failed", notice: null, rowsApplied: 0, failure: { message: "importFailed" } },
  ]);
});

function cancel(id: number) {
  return db.importBatch.updateMany({ where: { id }, data: { state: "cancelled" } });
}
