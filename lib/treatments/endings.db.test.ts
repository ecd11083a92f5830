import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { actors, audited, buildLedger, person, team as welders } from "@/e2e/world/ledger";
import { admin2, alone, conferred, paper, plantRevocations, recorded, team } from "@/e2e/world/revocations";
import { confirmAnnulment, recordAnnulment } from "@/lib/awards/annulments/commands";
import { voidAward } from "@/lib/awards/review/commands";
import { confirmRevocation } from "@/lib/awards/revocations/commands";
import { correctValidity } from "@/lib/awards/validity/commands";
import { actingAs, asNobody } from "@/lib/db/acting";
import type { TestDatabase } from "@/lib/db/testing";
import { registerTreatment, resumeTreatment, stopTreatment } from "./commands";
import { getTreatment, listTreatmentsOfCase } from "./queries";

const { recorder, admin, jia, sysadmin, recorderB } = actors;
const today = "2026-11-27";
let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
});

/** A monthly allowance of 贾建华's from December 2022 on, which nobody has said an end of. */
async function allowance(awardId: number, more: Record<string, unknown> = {}): Promise<number> {
  const made = await registerTreatment(recorder, {
    ...{ key: randomUUID(), awardId, employeeId: person.jia, kindCode: "allowance", amount: "800" },
    ...{ period: "monthly", validFrom: "2022-12", payer: "甲公司工会", ...more },
  });
  if (!made.ok) throw new Error(JSON.stringify(made.fault));
  return made.value.id;
}
const endOf = async (id: number, day = today) => {
  const { state, ending } = (await getTreatment(recorder, id, day))!.treatment;
  return ending ? [state, ending.reason, ending.endsOn] : [state];
};
const confirm = async (id: number) =>
  expect(await confirmRevocation(admin2, { id, version: 1 })).toMatchObject({ ok: true });
async function annul(id: number) {
  const input = { id, version: 2, documentId: String(paper.annulment), reason: "原处分已撤销" };
  expect(await recordAnnulment(admin, { ...input, annulledOn: "2025-08-01" })).toMatchObject({ ok: true });
  expect(await confirmAnnulment(admin2, { id, version: 3 })).toMatchObject({ ok: true });
}
const recipientOf = async (awardId: number, employee: number) =>
  (
    await world.ownerSql<{ id: number }>(
      "SELECT id FROM award_recipients WHERE award_id = $1 AND employee_id = $2",
      [awardId, employee],
    )
  )[0]!.id;
const stop = (id: number, version: number, stoppedFrom: string) =>
  stopTreatment(recorder, { id, version, stoppedFrom, reason: "岗位变动" });

describe("a treatment", () => {
  it("runs from its first day on, until the last day that its end can mean", async () => {
    const awardId = await conferred(alone);
    const open = await allowance(awardId);
    const ended = await allowance(awardId, { payer: "市总工会", validTo: "2024-06" });
    const once = await allowance(awardId, { kindCode: "bonus", period: "once", validFrom: "2022-12" });
    expect(await endOf(open, "2022-11-30")).toEqual(["coming"]);
    expect(await endOf(open, "2022-12-01")).toEqual(["running"]);
    expect(await endOf(ended, "2024-06-30")).toEqual(["running", "ended", "2024-06"]);
    expect(await endOf(ended, "2024-07-01")).toEqual(["stopped", "ended", "2024-06"]);
    expect(await endOf(once, "2022-12-31")).toEqual(["running", "once", "2022-12"]);
    expect(await endOf(once, "2023-01-01")).toEqual(["stopped", "once", "2022-12"]);
  });

  it("is stopped by a case in the moment it is confirmed, and runs again in that of its annulment", async () => {
    const awardId = await conferred(alone);
    const id = await allowance(awardId);
    const bonus = await allowance(awardId, { kindCode: "bonus", period: "once" });
    const late = await allowance(awardId, { kindCode: "check_up", period: "yearly", validFrom: "2024-05" });
    const revocation = await recorded(awardId);
    expect(await endOf(id)).toEqual(["running"]);
    expect(await listTreatmentsOfCase(admin, revocation, today)).toMatchObject({
      ...{ state: "recorded", effectiveOn: "2024-03-01" },
      rows: expect.arrayContaining([expect.objectContaining({ id, state: "running" })]),
    });
    await confirm(revocation);
    expect(await endOf(id)).toEqual(["stopped", "revoked", "2024-02-29"]);
    expect(await endOf(id, "2024-02-29")).toEqual(["running", "revoked", "2024-02-29"]);
    expect(await endOf(bonus)).toEqual(["stopped", "once", "2022-12"]);
    // What was to begin after it was never given, on any day.
    expect(await endOf(late, "2024-01-01")).toEqual(["stopped", "revoked", "2024-02-29"]);
    expect((await getTreatment(recorder, late, today))!.treatment.ending).toMatchObject({ neverGiven: true });
    await annul(revocation);
    expect(await endOf(id)).toEqual(["running"]);
  });

  it("stops for the one who was struck while that of the other goes on", async () => {
    const awardId = await conferred();
    const [jias, lis] = [await allowance(awardId), await allowance(awardId, { employeeId: person.li })];
    const revocation = await recorded(awardId, {
      target: `recipient:${await recipientOf(awardId, person.jia)}`,
    });
    await confirm(revocation);
    expect(await endOf(jias)).toEqual(["stopped", "revoked", "2024-02-29"]);
    expect(await endOf(lis)).toEqual(["running"]);
    expect((await listTreatmentsOfCase(admin, revocation, today))!.rows.map(({ id }) => id)).toEqual([jias]);
    await annul(revocation);
    expect(await endOf(jias)).toEqual(["running"]);
  });

  it("stops for a member who was struck while those of the others go on", async () => {
    const awardId = await conferred({ ...team, awardDate: "2016.5" });
    const members = await world.ownerSql<{ recipient_id: number; position: number; employee_id: number }>(
      "SELECT recipient_id, position, employee_id FROM award_members WHERE award_id = $1 ORDER BY position",
      [awardId],
    );
    const [first, second] = members;
    const ids = [
      await allowance(awardId, { employeeId: first!.employee_id }),
      await allowance(awardId, { employeeId: second!.employee_id }),
    ];
    await confirm(await recorded(awardId, { target: `member:${first!.recipient_id}:${first!.position}` }));
    expect(await endOf(ids[0]!)).toEqual(["stopped", "revoked", "2024-02-29"]);
    expect(await endOf(ids[1]!)).toEqual(["running"]);
  });

  it("goes on for somebody with a second part in the honor, until that is struck as well", async () => {
    const both = { recipients: [{ employeeId: String(person.jia) }, { teamId: String(welders.welders) }] };
    const awardId = await conferred({ ...both, bonus: "" });
    const id = await allowance(awardId);
    await confirm(await recorded(awardId, { target: `recipient:${await recipientOf(awardId, person.jia)}` }));
    expect(await endOf(id)).toEqual(["running"]);
    const [part] = await world.ownerSql<{ recipient_id: number; position: number }>(
      "SELECT recipient_id, position FROM award_members WHERE award_id = $1 AND employee_id = $2",
      [awardId, person.jia],
    );
    const later = { target: `member:${part!.recipient_id}:${part!.position}`, effectiveOn: "2025-01-01" };
    await confirm(await recorded(awardId, { ...later, treatmentStoppedFrom: "" }));
    expect(await endOf(id)).toEqual(["stopped", "revoked", "2024-12-31"]);
  });

  it("ends with the honor's validity, with death, with a stop by hand and with an award that never was", async () => {
    const awardId = await conferred(alone);
    const id = await allowance(awardId);
    const { version } = await world.db.award.findFirstOrThrow({ where: { id: awardId } });
    const validity = { id: awardId, version, validTo: "2026", reason: "称号有效期三年" };
    expect(await correctValidity(admin, validity)).toMatchObject({ ok: true });
    expect(await endOf(id)).toEqual(["running", "validity", "2026"]);
    expect(await endOf(id, "2027-01-01")).toEqual(["stopped", "validity", "2026"]);

    expect(await stop(id, 1, "2026-10-01")).toMatchObject({ ok: true });
    expect(await endOf(id)).toEqual(["stopped", "manual", "2026-09-30"]);
    expect((await getTreatment(recorder, id, today))!.treatment.stop).toEqual({
      ...{ from: "2026-10-01", reason: "岗位变动", by: "经办甲" },
    });
    const resumed = await resumeTreatment(recorder, { id, version: 2, reason: "登记有误" });
    expect(resumed).toMatchObject({ ok: true });
    expect(await endOf(id)).toEqual(["running", "validity", "2026"]);

    const lis = await allowance(await conferred(), { employeeId: person.li });
    await world.ownerSql(
      `${audited} UPDATE employees SET status = 'deceased', status_date = '2025-03' WHERE id = ${person.li}`,
    );
    expect(await endOf(lis)).toEqual(["stopped", "deceased", "2025-03"]);
    expect(await endOf(lis, "2025-03-31")).toEqual(["running", "deceased", "2025-03"]);
    await world.ownerSql(`${audited} UPDATE employees SET status_date = NULL WHERE id = ${person.li}`);
    expect(await endOf(lis, "2020-01-01")).toEqual(["stopped", "deceased", null]);
    await world.ownerSql(`${audited} UPDATE employees SET status = 'active' WHERE id = ${person.li}`);

    const wrong = await conferred(alone);
    const never = await allowance(wrong);
    const at = (await world.db.award.findFirstOrThrow({ where: { id: wrong } })).version;
    expect(await voidAward(admin, { id: wrong, version: at, reason: "录错人" })).toMatchObject({ ok: true });
    expect(await endOf(never, "2023-01-01")).toEqual(["stopped", "voided", null]);
  });

  it("ends by what comes first, and of two on one day by the graver", async () => {
    const awardId = await conferred(alone);
    const id = await allowance(awardId, { validTo: "2024-02-29" });
    const revocation = await recorded(awardId);
    await confirm(revocation);
    expect(await endOf(id)).toEqual(["stopped", "revoked", "2024-02-29"]);
    expect(await stop(id, 1, "2023-07-01")).toMatchObject({ ok: true });
    expect(await endOf(id)).toEqual(["stopped", "manual", "2023-06-30"]);
    await annul(revocation);
    await resumeTreatment(recorder, { id, version: 2, reason: "登记有误" });
    expect(await endOf(id)).toEqual(["stopped", "ended", "2024-02-29"]);
  });
});

describe("the view", () => {
  const count = () =>
    world.db.$queryRaw<[{ n: number }]>`SELECT count(*)::int AS n FROM treatment_ends`.then(([row]) => row.n);

  it("tells nobody of treatments that they do not see", async () => {
    await allowance(await conferred(), { employeeId: person.li });
    const [{ n: all }] = (await world.ownerSql<{ n: number }>(
      "SELECT count(*)::int AS n FROM treatments",
    )) as [{ n: number }];
    const [{ n: own }] = (await world.ownerSql<{ n: number }>(
      "SELECT count(*)::int AS n FROM treatments WHERE employee_id = $1",
      [person.jia],
    )) as [{ n: number }];
    expect(own).toBeLessThan(all);
    expect(await asNobody(count)).toBe(0);
    expect(await actingAs(sysadmin, count)).toBe(0);
    expect(await actingAs(recorderB, count)).toBe(0);
    expect(await actingAs(jia, count)).toBe(own);
    expect(await actingAs(recorder, count)).toBe(all);
    expect(await actingAs(admin, count)).toBe(all);
  });
});
