import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, person, unit } from "@/e2e/world/ledger";
import { adminB, conferred, discipline, plantRevocations } from "@/e2e/world/revocations";
import type { Actor } from "@/lib/auth/roles";
import { actingAs } from "@/lib/db/acting";
import type { TestDatabase } from "@/lib/db/testing";
import { changeTreatment, registerTreatment, resumeTreatment, stopTreatment } from "./commands";
import { visibleTo } from "./policy";
import { getTreatment, listOwnTreatments, listTreatmentsOfAward } from "./queries";

const { recorder, checker, admin, hr, jia, recorderB, checkerB, sysadmin } = actors;
const hrB: Actor = {
  ...hr,
  grants: [{ ...hr.grants[0]!, organizationId: unit.companyB, path: "/1/3/" }],
};
const zhang: Actor = { ...jia, userId: 31, employeeId: person.zhang };
const today = "2026-11-27";
let world: TestDatabase;
/** An honor of 贾建华 of company A and 张伟 of company B, which the union of A keeps. */
let awardId = 0;

beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
  const recipients = [{ employeeId: String(person.jia) }, { employeeId: String(person.zhang) }];
  awardId = await conferred({ recipients, bonus: "", recordingUnitId: String(unit.unionA) }, admin);
});

const form = (more: Record<string, unknown> = {}) => ({
  ...{ key: randomUUID(), awardId, employeeId: person.jia, kindCode: "allowance", amount: "800" },
  ...{ period: "monthly", validFrom: "2023-01", payer: "甲公司工会", ...more },
});
let payers = 0;
async function register(more: Record<string, unknown> = {}): Promise<number> {
  const done = await registerTreatment(recorder, form({ payer: `甲公司工会${++payers}`, ...more }));
  if (!done.ok) throw new Error(JSON.stringify(done.fault));
  return done.value.id;
}
const seen = async (actor: Actor, id: number) => (await getTreatment(actor, id, today))?.treatment ?? null;

describe("rights", () => {
  it("are the keepers' of the award, of union and personnel over the person, and the person's own", async () => {
    const id = await register();
    const zhangs = await register({ employeeId: person.zhang });
    const sees = async (actor: Actor) => [
      (await seen(actor, id)) !== null,
      (await seen(actor, zhangs)) !== null,
    ];
    for (const actor of [recorder, checker, admin]) expect(await sees(actor)).toEqual([true, true]);
    // Of one award each unit sees what its own people get.
    expect(await sees(hr)).toEqual([true, false]);
    for (const actor of [hrB, recorderB, checkerB, adminB]) expect(await sees(actor)).toEqual([false, true]);
    for (const actor of [discipline, sysadmin, jia]) expect(await sees(actor)).toEqual([false, false]);
    expect((await listOwnTreatments(zhang, today)).map((row) => row.id)).toEqual([zhangs]);
    expect(await listTreatmentsOfAward(discipline, awardId, today)).toBeNull();
    expect((await listTreatmentsOfAward(recorderB, awardId, today))!).toMatchObject({
      rows: [{ id: zhangs, canChange: false }],
      people: null,
    });
    expect((await listTreatmentsOfAward(checker, awardId, today))!.people).toBeNull();
  });

  it("to enter, change and stop lie with the award's union", async () => {
    const id = await register({ employeeId: person.zhang });
    const enter = { ...form({ payer: "不该有" }) };
    const doings: [(actor: Actor, input: unknown) => Promise<{ ok: boolean }>, object][] = [
      [registerTreatment, enter],
      [changeTreatment, { ...form(), id, version: 1 }],
      [stopTreatment, { id, version: 1, stoppedFrom: "2026-01-01", reason: "不该有" }],
      [resumeTreatment, { id, version: 1, reason: "不该有" }],
    ];
    for (const [command, input] of doings) {
      for (const actor of [checker, hr, discipline, sysadmin, jia, recorderB, adminB])
        expect(await command(actor, input)).toMatchObject({ fault: { code: "forbidden" } });
      const stranger = { ...recorderB, grants: [{ ...recorderB.grants[0]!, path: "/11/99/" }] };
      expect(await command(stranger, input)).toMatchObject({ fault: { code: "not_found" } });
    }
    expect((await seen(recorder, id))!.version).toBe(1);
  });

  it("hold in the database too: what a query forgot, the wall of rows does not show, and lets nobody change", async () => {
    const all = () => world.db.treatment.findMany({ select: { id: true }, orderBy: { id: "asc" } });
    const change = () => world.db.treatment.updateMany({ where: {}, data: { note: "改" } });
    for (const actor of [recorder, checker, admin, adminB, hr, hrB, recorderB, discipline, sysadmin, jia]) {
      const first = await world.db.treatment.findMany({
        where: { AND: [visibleTo(actor)] },
        select: { id: true },
        orderBy: { id: "asc" },
      });
      expect(await actingAs(actor, all)).toEqual(first);
    }
    for (const actor of [checker, hr, recorderB, adminB, discipline, sysadmin, jia])
      expect(await actingAs(actor, change)).toEqual({ count: 0 });
    const history = (actor: Actor) =>
      actingAs(actor, () => world.db.auditEvent.count({ where: { noun: "treatments" } }));
    expect(await history(hr)).toBeGreaterThan(0);
    expect(await history(discipline)).toBe(0);
  });
});
