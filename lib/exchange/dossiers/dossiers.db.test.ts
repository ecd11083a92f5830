import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { readXlsx } from "hucre";
import { recipientsOf, registered } from "@/e2e/world/certificates";
import { actors, buildLedger, draft, person } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import { confirmAward, submitAward } from "@/lib/awards/review/commands";
import { changeEmployee } from "@/lib/employees/commands";
import { decidePublicity } from "@/lib/employees/publicity/commands";
import { getEmployee } from "@/lib/employees/queries";
import words from "@/lib/i18n/zh-CN/dossiers.json";
import { registerTreatment } from "@/lib/treatments/commands";
import { demonstrationIdNumber, demonstrationPhone } from "@/prisma/seed/numbers";
import { giveDossier } from "./commands";
import type { Words } from "./rules";

const { db, ownerSql } = await buildLedger();
const { jia, recorder, checker, hr, admin, recorderB, sysadmin } = actors;
const idNumber = demonstrationIdNumber(7, "1975-03-02", false);
const phone = demonstrationPhone(7);
const now = new Date();
const look = (key: string) =>
  key.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words);
const t = ((key: string, values: Record<string, string> = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    String(look(key)),
  )) as Words;
t.has = (key) => typeof look(key) === "string";

async function confirmed(actor: Actor): Promise<Actor> {
  await ownerSql(
    `INSERT INTO sessions (id, user_id, token_hash, address, user_agent, expires_at, verified_at)
     VALUES ($1, $2, $3, '10.1.2.3', 'Firefox', now() + interval '1 hour', now()) ON CONFLICT (id) DO NOTHING`,
    [actor.sessionId, actor.userId, `hash ${actor.userId}`],
  );
  return actor;
}

beforeAll(async () => {
  const { version, name, hiredOn, workNumber } = (await getEmployee(recorder, person.jia))!;
  const facts = {
    id: person.jia,
    version,
    name,
    hiredOn,
    workNumber,
    employerId: 1,
    unitId: 2,
    unionUnitId: 12,
  };
  expect(await changeEmployee(recorder, { ...facts, idNumber, phone })).toMatchObject({ ok: true });
  expect(await decidePublicity(jia, { id: person.jia, scope: "photo", allowed: "true" })).toMatchObject({
    ok: true,
  });
  const made = await saveAward(recorder, draft());
  if (!made.ok) throw new Error(JSON.stringify(made.fault));
  const { id } = made.value;
  const at = async () => (await db.award.findFirstOrThrow({ where: { id } })).version;
  expect(await submitAward(recorder, { id, version: await at() })).toMatchObject({ ok: true });
  expect(await confirmAward(checker, { id, version: await at() })).toMatchObject({ ok: true });
  const [, own] = await recipientsOf(id);
  await registered(id, { number: "青工证2022016", target: `recipient:${own}` }, recorder);
  await registered(id, { number: "整项荣誉的" }, recorder);
  const allowance = { kindCode: "allowance", amount: "800", period: "monthly", validFrom: "2023-01" };
  expect(
    await registerTreatment(recorder, {
      ...{ key: randomUUID(), awardId: id, employeeId: person.jia, payer: "甲公司工会", ...allowance },
    }),
  ).toMatchObject({ ok: true });
});

test("one's own record holds all of it, as JSON and as a workbook, and leaves an event", async () => {
  expect(await giveDossier(jia, {}, { words: t, now })).toMatchObject({ fault: { code: "unconfirmed" } });
  await confirmed(jia);
  const given = await giveDossier(jia, {}, { words: t, now });
  if (!given.ok) throw new Error(JSON.stringify(given.fault));
  expect(given.value.name).toMatch(/^个人信息_贾建华_\d{4}-\d\d-\d\d\.zip$/);
  const files = await unzipped(given.value.bytes);
  expect([...files.keys()]).toEqual(["record.json", "record.xlsx"]);
  const record = JSON.parse(files.get("record.json")!.toString("utf8")) as Record<
    string,
    Record<string, unknown>[]
  >;
  expect(record.person![0]).toMatchObject({
    name: "贾建华",
    idNumber,
    phone,
    unit: "甲公司",
    unionUnit: "甲公司工会",
  });
  expect(record.honors).toMatchObject([
    {
      titleName: "青岛市职工创新成果",
      state: "effective",
      position: 2,
      bonus: "500.5",
      documents: "青工发〔2022〕15号",
    },
  ]);
  expect(record.certificates).toMatchObject([
    { titleName: "青岛市职工创新成果", certificateNumber: "青工证2022016", certificateState: "held" },
  ]);
  expect(record.treatments).toMatchObject([
    { titleName: "青岛市职工创新成果", treatment: "月度津贴", amount: "800", treatmentState: "running" },
  ]);
  expect(record.memberships).toMatchObject([{ kind: "team", name: "焊接班", isLeader: true }]);
  expect(record.contributions).toMatchObject([{ achievement: "管道焊接工装", position: 2 }]);
  expect(record.sessions).toMatchObject([{ address: "10.1.2.3", userAgent: "Firefox" }]);
  expect(record.publicity!.find(({ scope }) => scope === "photo")).toMatchObject({
    allowed: true,
    bySelf: true,
  });
  expect(record.events!.map(({ event }) => event)).toEqual(
    expect.arrayContaining([
      ...["employees.changed", "employees.publicity_decided", "employees.record_given"],
      ...["treatments.created", "certificates.registered"],
    ]),
  );
  // Nothing of how the registry guards itself.
  expect(files.get("record.json")!.toString("utf8")).not.toMatch(/passwordHash|tokenHash|k1:/);

  const { sheets } = await readXlsx(files.get("record.xlsx")!);
  expect(sheets.map(({ name }) => name)).toEqual(Object.values(words.sections));
  expect(sheets[0]!.rows).toContainEqual(["身份证号", idNumber]);
  expect(sheets[2]!.rows[1]).toContain("有效");
  const [event] = await ownerSql("SELECT * FROM audit_events WHERE event = 'employees.record_given'");
  expect(event).toMatchObject({ actor_user_id: jia.userId, noun_id: person.jia, after: { bySelf: true } });
});

test("union and HR hand it out with a reason, in their units; nobody else does", async () => {
  const ask = { id: String(person.jia), reason: "本人书面申请" };
  for (const actor of [admin, hr]) {
    await confirmed(actor);
    expect(await giveDossier(actor, { ...ask, reason: "" }, { words: t, now })).toMatchObject({
      fault: { fields: { reason: ["required"] } },
    });
    expect(await giveDossier(actor, ask, { words: t, now })).toMatchObject({ ok: true });
  }
  for (const actor of [recorder, checker, recorderB, sysadmin])
    expect(await giveDossier(await confirmed(actor), ask, { words: t, now })).toMatchObject({
      fault: { code: "not_found" },
    });
  expect(await giveDossier(jia, { ...ask, id: String(person.li) }, { words: t, now })).toMatchObject({
    fault: { code: "not_found" },
  });
  expect(await giveDossier(hr, { ...ask, id: String(person.zhang) }, { words: t, now })).toMatchObject({
    fault: { code: "not_found" },
  });
  expect(await giveDossier(sysadmin, {}, { words: t, now })).toMatchObject({ fault: { code: "not_found" } });
  expect(await db.auditEvent.count({ where: { event: "employees.record_given" } })).toBe(3);
});

async function unzipped(bytes: AsyncIterable<Uint8Array>): Promise<Map<string, Buffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  const file = await fromBufferPromise(Buffer.concat(parts));
  const found = new Map<string, Buffer>();
  for await (const entry of file.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    found.set(entry.fileName, Buffer.concat(chunks));
  }
  return found;
}
