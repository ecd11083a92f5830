import { existsSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { makeAdministrator, makeUser, ticketOf } from "@/lib/auth/testing";
import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { undoImport } from "@/lib/exchange/imports/commands";
import { returnImport } from "@/lib/exchange/imports/returning/commands";
import { importTasks } from "@/lib/exchange/imports/jobs";
import { intakeOf } from "@/lib/exchange/imports/kinds";
import { getImport, importOf } from "@/lib/exchange/imports/queries";
import { type Importer, importerOf, makeBatch, useFolder } from "@/lib/exchange/imports/testing/commands";
import { orderOf } from "@/lib/auth/behalf";
import { applyRetention, changeRetention } from "./commands";
import { readRetention } from "./queries";

const { ownerSql } = await testDatabase();
const folder = useFolder();
const tasks = importTasks(intakeOf);
const day = 24 * 3600_000;
const now = new Date();
const go = () => applyRetention(now, new AbortController().signal);

let administrator: Actor;
let hr: Importer;
beforeAll(async () => {
  administrator = await makeAdministrator("rooted");
  hr = await importerOf("hr");
});

/** An import that was applied, as old as that. */
async function applied(text: string, days: number): Promise<{ id: number; path: string }> {
  const id = await makeBatch(hr, text);
  const run = { signal: new AbortController().signal };
  await tasks["imports.check"]!.run({ id, by: orderOf(hr.actor) }, run);
  await db.importBatch.update({ where: { id }, data: { state: "applying" } });
  await tasks["imports.apply"]!.run({ id, by: orderOf(hr.actor) }, run);
  await ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'imports', 'test', '{}', 'local');
    UPDATE import_batches SET created_at = now() - interval '${days} days' WHERE id = ${id}`);
  const { file } = await db.importBatch.findFirstOrThrow({ where: { id }, select: { file: true } });
  const path = join(folder, file.sha256.slice(0, 2), file.sha256);
  const then = new Date(now.getTime() - days * day);
  utimesSync(path, then, then);
  return { id, path };
}

describe("what is past its time", () => {
  test("workbooks go with their cells and bytes; what they brought, and which row it was, stays", async () => {
    const old = await applied(`姓名,工号,单位\n老名册,R1,${hr.unit}`, 181);
    const young = await applied(`姓名,工号,单位\n新名册,R2,${hr.unit}`, 179);
    // Bytes that somebody sent again are theirs.
    const shared = await applied(`姓名,工号,单位\n同一份,R3,${hr.unit}`, 200);
    const { file } = await db.importBatch.findFirstOrThrow({
      where: { id: shared.id },
      select: { file: true },
    });
    await db.storedFile.create({
      data: {
        sha256: file.sha256,
        name: "again.csv",
        mediaType: "text/csv",
        size: 1,
        uploadedById: hr.actor.userId,
      },
    });
    expect(await go()).toMatchObject({ workbooks: 2, filesRemoved: 1 });
    expect([old, young, shared].map(({ path }) => existsSync(path))).toEqual([false, true, true]);

    const [row] = await ownerSql(
      'SELECT cells, label, "values", before, secrets, applied_id FROM import_rows WHERE batch_id = $1',
      [old.id],
    );
    expect(row).toEqual({
      cells: [],
      label: null,
      values: null,
      before: null,
      secrets: null,
      applied_id: expect.any(Number),
    });
    const person = await db.employee.findFirstOrThrow({ where: { name: "老名册" } });
    expect(await importOf(hr.actor, "employees", person.id)).toMatchObject({ id: old.id, sheetRow: 2 });
    const view = (await getImport(hr.actor, old.id))!;
    expect(view).toMatchObject({ notice: "importPurged", may: { undo: false }, counts: { applied: 1 } });
    const refused = { fault: { detail: { message: "importPurged" } } };
    expect(await undoImport(hr.actor, { id: old.id, version: view.version, reason: "错了" })).toMatchObject(
      refused,
    );
    expect(await returnImport(hr.actor, { id: old.id })).toMatchObject(refused);
    const events = await ownerSql(
      "SELECT event, actor_name, before, after FROM audit_events WHERE event IN ('imports.purged', 'retention_policies.applied') ORDER BY id",
    );
    expect(events).toMatchObject([
      { event: "imports.purged", actor_name: "system", before: { file: "花名册.csv", rows: 1 } },
      { event: "imports.purged" },
      { event: "retention_policies.applied", after: { workbooks: 2, filesRemoved: 1 } },
    ]);
    // The next night there is nothing to do, and nothing to say.
    expect(await go()).toEqual({ workbooks: 0, sessions: 0, inboxMessages: 0, attempts: 0, filesRemoved: 0 });
    expect(await db.auditEvent.count({ where: { event: "retention_policies.applied" } })).toBe(1);
  });

  test("an import that nobody finished is cancelled; one at work is left alone", async () => {
    const ids = [
      await makeBatch(hr, "姓名\n甲", { state: "mapping" }),
      await makeBatch(hr, "姓名\n乙", { state: "checking" }),
    ];
    await ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'imports', 'test', '{}', 'local');
      UPDATE import_batches SET created_at = now() - interval '1 year' WHERE id IN (${ids.join()})`);
    expect(await go()).toMatchObject({ workbooks: 1 });
    const states = await db.importBatch.findMany({
      where: { id: { in: ids } },
      orderBy: { id: "asc" },
      select: { state: true },
    });
    expect(states.map(({ state }) => state)).toEqual(["cancelled", "checking"]);
  });

  test("sessions, messages, counters and remembered answers go at their age, and not before", async () => {
    const userId = await makeUser("somebody");
    for (let count = 0; count < 3; count += 1) await ticketOf("somebody");
    const old = (days: number) => new Date(now.getTime() - days * day);
    const [first, second, third] = await db.session.findMany({ where: { userId }, orderBy: { id: "asc" } });
    await db.session.update({ where: { id: first!.id }, data: { endedAt: old(366) } });
    await db.session.update({ where: { id: second!.id }, data: { endedAt: old(364) } });
    const message = { userId, kind: "x", noun: "awards", nounId: 1, data: {} };
    await db.inboxMessage.createMany({
      data: [
        { ...message, createdAt: old(400), readAt: old(366) },
        { ...message, createdAt: old(400), readAt: old(364) },
        { ...message, createdAt: old(400) },
        { ...message, createdAt: old(731) },
      ],
    });
    const keys = [31, 29].map((days) => ({
      key: `account:${days}`,
      points: 3,
      expire: BigInt(old(days).getTime()),
    }));
    await db.signInThrottle.createMany({ data: keys });
    expect(await go()).toMatchObject({ sessions: 1, inboxMessages: 2, attempts: 1 });
    const left = await db.session.findMany({
      where: { userId },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    expect(left.map(({ id }) => id)).toEqual([second!.id, third!.id]);
    expect(await db.signInThrottle.findFirst({ where: { key: "account:29" } })).not.toBeNull();
  });

  test("uploads that no record took go; those of records stay", async () => {
    const make = (sha: string) =>
      db.storedFile.create({
        data: {
          sha256: sha.repeat(64),
          name: "x",
          mediaType: "x",
          size: 1,
          uploadedById: hr.actor.userId,
          createdAt: new Date(now.getTime() - 200 * day),
        },
      });
    const loose = await make("b");
    await go();
    expect((await db.storedFile.findFirstOrThrow({ where: { id: loose.id } })).removedAt).not.toBeNull();
  });
});

describe("the settings", () => {
  const values = { workbookDays: 90, sessionDays: 200, inboxDays: 60, attemptDays: 7 };

  test("are changed by administrators who showed who they are, with an event; the range is the law's and ours", async () => {
    const { version } = await readRetention();
    expect(await changeRetention(hr.actor, { ...values, version })).toMatchObject({
      fault: { code: "forbidden" },
    });
    expect(await changeRetention({ ...administrator, sessionId: 0 }, { ...values, version })).toMatchObject({
      fault: { code: "unconfirmed" },
    });
    expect(
      await changeRetention(administrator, { ...values, sessionDays: 30, attemptDays: "x", version }),
    ).toMatchObject({
      fault: { fields: { sessionDays: ["numberTooSmall:180"], attemptDays: ["notNumber"] } },
    });
    const both = await Promise.all([
      changeRetention(administrator, { ...values, version }),
      changeRetention(administrator, { ...values, version }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await readRetention()).toMatchObject({ ...values, version: version + 1 });
    const event = await db.auditEvent.findFirstOrThrow({ where: { event: "retention_policies.changed" } });
    expect(event).toMatchObject({ before: { workbookDays: 180 }, after: { workbookDays: 90 } });
    await expect(ownerSql("UPDATE retention_policies SET session_days = 1")).rejects.toThrow(
      /retention_policies_range/,
    );
  });
});
