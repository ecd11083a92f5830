import { beforeAll, describe, expect, test } from "vitest";
import { actors, buildLedger, person, unit } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import { demonstrationIdNumber, demonstrationPhone } from "@/prisma/seed/numbers";
import { changeEmployee, createEmployee } from "../commands";
import { getEmployee } from "../queries";
import { readEmployeeFilter } from "../schema";
import { listEmployees, searchEmployees } from "../search/queries";
import { revealIdentity } from "./commands";
import { getIdentity } from "./queries";

const { db, ownerSql } = await buildLedger();
const { recorder, recorderB, checkerB, checker, hr, admin, sysadmin, jia } = actors;
const male = demonstrationIdNumber(1, "1975-03-02", false);
const phone = demonstrationPhone(1);
const place = { unitId: unit.companyA, unionUnitId: unit.unionA };

/** A session whose holder has just shown who they are. */
async function confirmed(actor: Actor): Promise<Actor> {
  await ownerSql(
    `INSERT INTO sessions (id, user_id, token_hash, address, user_agent, expires_at, verified_at)
     VALUES ($1, $2, $3, '127.0.0.1', 'vitest', now() + interval '1 hour', now()) ON CONFLICT (id) DO NOTHING`,
    [actor.sessionId, actor.userId, `hash ${actor.userId}`],
  );
  return actor;
}

async function edited(actor: Actor, id: number, more: Record<string, unknown>) {
  const {
    version,
    name,
    birth,
    gender,
    idNumberLast4,
    hiredOn,
    workNumber,
    employer,
    unit: at,
    unionUnit,
    post,
  } = (await getEmployee(actor, id))!;
  return changeEmployee(actor, {
    ...{ id, version, name, birth, gender, idNumberLast4, hiredOn, workNumber, post },
    ...{ employerId: employer?.id, unitId: at?.id, unionUnitId: unionUnit?.id },
    ...more,
  });
}

const eventsOf = (id: number) =>
  ownerSql<{ event: string; reason: string | null; text: string }>(
    "SELECT event, reason, before::text || after::text || coalesce(reason, '') AS text FROM audit_events WHERE noun = 'employees' AND noun_id = $1 ORDER BY id",
    [id],
  );

beforeAll(async () => {
  expect(await edited(recorder, person.jia, { idNumber: male, phone: `+86 ${phone}` })).toMatchObject({
    ok: true,
  });
});

describe("what is kept", () => {
  test("lies sealed, is found by its keyed hash, and fills in what nobody said", async () => {
    expect(await getEmployee(recorder, person.jia)).toMatchObject({
      ...{ birth: "1975-03-02", gender: "male", idNumberLast4: male.slice(-4) },
    });
    const [row] = await ownerSql("SELECT to_jsonb(i)::text AS text FROM employee_identities i");
    expect(row!.text).not.toContain(male);
    expect(row!.text).not.toContain(phone);
    expect(await getIdentity(recorder, person.jia)).toEqual({
      ...{ idNumber: `**************${male.slice(-4)}`, phone: `199****${phone.slice(-4)}`, mayReveal: true },
    });
    expect(await getIdentity(checker, person.jia)).toMatchObject({ mayReveal: false });
    const events = await eventsOf(person.jia);
    expect(events.at(-1)).toMatchObject({ event: "employees.changed" });
    expect(JSON.stringify(events)).not.toContain(male);
    expect(JSON.stringify(events)).not.toContain(phone);
  });

  test("an empty field leaves it, the box takes it away, and the last four stay the number's", async () => {
    const id = await entered({ name: "留空", idNumber: demonstrationIdNumber(2, "1980-01-01", true), phone });
    expect(await edited(recorder, id, { post: "钳工" })).toMatchObject({ ok: true });
    expect((await getIdentity(recorder, id)).idNumber).toMatch(/^\*{14}\d{3}[\dX]$/);
    expect(await edited(recorder, id, { idNumberLast4: "9999" })).toMatchObject({
      fault: { fields: { idNumberLast4: ["idNumberKept"] } },
    });
    expect(await edited(recorder, id, { forgetIdNumber: "true", forgetPhone: "true" })).toMatchObject({
      ok: true,
    });
    expect(await getIdentity(recorder, id)).toMatchObject({ idNumber: null, phone: null });
    expect(await edited(recorder, id, { idNumberLast4: "9999" })).toMatchObject({ ok: true });
  });

  test.each([
    ["11010519491231002", "idNumberLength:17"],
    ["110105194912310021", "badIdNumber"],
    ["******19491231002X", "badIdNumber"],
  ])("%s is no number", async (idNumber, fault) => {
    expect(await createEmployee(recorder, { name: "错号", ...place, idNumber })).toMatchObject({
      fault: { fields: { idNumber: [fault] } },
    });
  });

  test("one that says another birth is kept after the card was looked at", async () => {
    const typed = {
      name: "证件不符",
      ...place,
      birth: "1981",
      idNumber: demonstrationIdNumber(3, "1980-01-01", true),
    };
    expect(await createEmployee(recorder, typed)).toMatchObject({
      fault: {
        code: "conflict",
        fields: { documentChecked: ["confirmRequired"] },
        detail: { message: "identityDiffers" },
      },
    });
    const kept = await createEmployee(recorder, { ...typed, documentChecked: "true" });
    expect(kept).toMatchObject({ ok: true });
    expect(
      await createEmployee(recorder, { ...typed, name: "尾号", birth: "", idNumberLast4: "0000" }),
    ).toMatchObject({
      fault: { fields: { idNumberLast4: ["idNumberDiffers"] } },
    });
  });

  test("a number is one person's: named in scope, nobody named out of it, and of ten at once one", async () => {
    const typed = { name: "重号", ...place, idNumber: male };
    expect(await createEmployee(recorder, typed)).toMatchObject({
      fault: { fields: { idNumber: ["idNumberOfAnother:贾建华"] } },
    });
    const there = { ...typed, unitId: unit.companyB, unionUnitId: unit.unionB };
    const refused = await createEmployee(recorderB, there);
    expect(refused).toMatchObject({ fault: { fields: { idNumber: ["idNumberTaken"] } } });
    expect(JSON.stringify(refused)).not.toMatch(/贾建华/);
    const fresh = demonstrationIdNumber(4, "1990-05-05", false);
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        createEmployee(recorder, { ...typed, name: `同号${index}`, idNumber: fresh }),
      ),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("the database keeps nothing that is not sealed, and no change without its event", async () => {
    for (const column of ["id_number_sealed", "id_number_hash", "phone_sealed", "phone_mask"])
      await expect(
        ownerSql(`UPDATE employee_identities SET ${column} = '${male}' WHERE employee_id = ${person.jia}`),
      ).rejects.toThrow(/employee_identities_/);
    await expect(ownerSql("DELETE FROM employee_identities")).rejects.toThrow(/audit event/);
  });
});

describe("looking for a whole number", () => {
  test("finds the one person, for those who keep records, in their units", async () => {
    const found = async (actor: Actor, q: string) => (await searchEmployees(actor, q)).map(({ id }) => id);
    for (const q of [male, male.toLowerCase(), `${male.slice(0, 6)} ${male.slice(6)}`, phone, `+86${phone}`])
      expect([q, await found(recorder, q)]).toEqual([q, [person.jia]]);
    for (const actor of [admin, hr]) expect(await found(actor, male)).toEqual([person.jia]);
    for (const actor of [recorderB, checker, sysadmin, jia]) expect(await found(actor, male)).toEqual([]);
    // Who keeps records here and only reads there finds nobody there by a number.
    const number = demonstrationIdNumber(9, "1985-05-05", false);
    const { value } = (await createEmployee(recorderB, {
      ...{ name: "乙公司人", idNumber: number, unitId: unit.companyB, unionUnitId: unit.unionB },
    })) as { value: { id: number } };
    const both = { ...recorder, grants: [...recorder.grants, ...checkerB.grants] };
    expect(await found(both, "乙公司人")).toEqual([value.id]);
    expect(await found(both, number)).toEqual([]);
    expect(await found(recorderB, number)).toEqual([value.id]);
    const list = (actor: Actor) => listEmployees(actor, readEmployeeFilter({ q: male }));
    expect((await list(recorder)).rows.map(({ id }) => id)).toEqual([person.jia]);
    expect((await list(checker)).total).toBe(0);
    expect((await list(recorderB)).total).toBe(0);
  });
});

describe("a number is shown whole", () => {
  const ask = { id: person.jia, field: "idNumber", reason: "核对劳模审批表" };

  test("with the right, a reason and a recent confirmation; each time is an event", async () => {
    expect(await revealIdentity(recorder, ask)).toMatchObject({ fault: { code: "unconfirmed" } });
    await confirmed(recorder);
    expect(await revealIdentity(recorder, { ...ask, reason: " " })).toMatchObject({
      fault: { fields: { reason: ["required"] } },
    });
    const before = (await eventsOf(person.jia)).length;
    expect(await revealIdentity(recorder, ask)).toEqual({
      ok: true,
      value: { field: "idNumber", number: male },
    });
    expect(await revealIdentity(recorder, { ...ask, field: "phone" })).toMatchObject({
      value: { number: phone },
    });
    const events = (await eventsOf(person.jia)).slice(before);
    expect(events.map(({ event, reason }) => [event, reason])).toEqual([
      ["employees.identity_revealed", ask.reason],
      ["employees.identity_revealed", ask.reason],
    ]);
    expect(JSON.stringify(events)).not.toContain(male);
  });

  test("another unit cannot, nor a checker, nor the administrator of accounts, nor the person here", async () => {
    for (const [actor, code] of [
      [recorderB, "not_found"],
      [checker, "forbidden"],
      [sysadmin, "forbidden"],
      [jia, "forbidden"],
    ] as const)
      expect(await revealIdentity(await confirmed(actor), ask)).toMatchObject({ fault: { code } });
    expect(await revealIdentity(recorder, { ...ask, id: person.zhang })).toMatchObject({
      fault: { code: "not_found" },
    });
    expect(await db.auditEvent.count({ where: { event: "employees.identity_revealed" } })).toBe(2);
  });
});

async function entered(more: Record<string, unknown>): Promise<number> {
  const made = await createEmployee(recorder, { ...place, ...more });
  if (!made.ok) throw new Error(JSON.stringify(made.fault));
  return made.value.id;
}
