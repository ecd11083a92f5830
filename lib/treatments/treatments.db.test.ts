import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, draft, person, unit } from "@/e2e/world/ledger";
import { alone, conferred, plantRevocations } from "@/e2e/world/revocations";
import { getHistory } from "@/lib/audit/queries";
import type { Actor } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import type { TestDatabase } from "@/lib/db/testing";
import { changeTreatment, registerTreatment, resumeTreatment, stopTreatment } from "./commands";
import { listTreatments } from "./ledger/queries";
import {
  getTreatment,
  listOwnTreatments,
  listTreatmentKinds,
  listTreatmentsOfAward,
  listTreatmentsOfEmployee,
} from "./queries";
import { readTreatmentFilter, type TreatmentFilter } from "./schema";

const { recorder, recorder2, admin, hr, jia, sysadmin } = actors;
const today = "2026-11-27";
let world: TestDatabase;
/** An honor of 李晓杰 and 贾建华, and a draft. */
let awardId = 0;
let draftId = 0;

beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
  awardId = await conferred();
  const saved = await saveAward(recorder, draft(alone));
  if (saved.ok) draftId = saved.value.id;
});

const form = (more: Record<string, unknown> = {}) => ({
  ...{ key: randomUUID(), awardId: String(awardId), employeeId: String(person.jia), kindCode: "allowance" },
  ...{ amount: "800", period: "monthly", validFrom: "2023-01", validTo: "", payer: "甲公司工会" },
  ...{ basis: "青工发〔2022〕15号", note: "", ...more },
});
async function saved(result: ReturnType<typeof registerTreatment>): Promise<number> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.fault));
  return done.value.id;
}
let payers = 0;
/** One more of a person's, paid by somebody else each time: the same twice is refused. */
const register = (more: Record<string, unknown> = {}, actor: Actor = recorder) =>
  saved(registerTreatment(actor, form({ payer: `甲公司工会${++payers}`, ...more })));
const seen = async (actor: Actor, id: number) => (await getTreatment(actor, id, today))?.treatment ?? null;
const listed = (actor: Actor, filter: Partial<Record<keyof TreatmentFilter, string>> = {}) =>
  listTreatments(actor, readTreatmentFilter({ size: "100", ...filter }), today);

describe("a treatment", () => {
  it("is entered for one whom the honor names, and found on the pages of award and person and by the person", async () => {
    const id = await saved(registerTreatment(recorder, form()));
    const expected = {
      ...{ id, amount: "800.00", period: "monthly", validFrom: "2023-01", validTo: null, state: "running" },
      kind: { code: "allowance", zh: "月度津贴" },
      person: { id: person.jia, name: "贾建华", workNumber: "0001", linked: true },
      award: { id: awardId, titleName: "青岛市职工创新成果", linked: true },
    };
    expect(await listTreatmentsOfAward(recorder, awardId, today)).toMatchObject({
      rows: [expected],
      people: [{ name: "李晓杰" }, { name: "贾建华" }],
    });
    expect(await listTreatmentsOfEmployee(hr, person.jia, today)).toMatchObject([expected]);
    expect(await listOwnTreatments(jia, today)).toMatchObject([{ id, award: { linked: false } }]);
    expect(await listTreatmentKinds()).toHaveLength(5);
    expect(await getHistory("treatments", id)).toMatchObject([{ event: "treatments.created" }]);
  });

  it("is given in kind, or once, and told at which field it is refused", async () => {
    const kind = await register({ kindCode: "recuperation", amount: "", period: "yearly" });
    expect(await seen(recorder, kind)).toMatchObject({ amount: null, kind: { zh: "疗休养" } });
    const refused = async (more: Record<string, unknown>) => {
      const result = await registerTreatment(recorder, form(more));
      return result.ok ? null : (result.fault.fields ?? result.fault.detail);
    };
    expect(
      await refused({ amount: "-1", validFrom: "", payer: " ", period: "weekly", kindCode: "" }),
    ).toEqual({
      ...{ amount: ["moneyNegative"], validFrom: ["required"], payer: ["required"] },
      ...{ period: ["requiredChoice"], kindCode: ["requiredChoice"] },
    });
    expect(await refused({ validTo: "2022-12" })).toEqual({ validTo: ["endBeforeStart"] });
    // The same month: one may be within the other.
    expect(await refused({ payer: "同月", validTo: "2023-01" })).toBeNull();
    expect(await refused({ period: "once", validTo: "2024" })).toEqual({ validTo: ["onceHasNoEnd"] });
    expect(await refused({ kindCode: "castle" })).toEqual({ kindCode: ["unknownValue"] });
    expect(await refused({ employeeId: String(person.zhang) })).toEqual({ employeeId: ["notHonored"] });
    expect(await refused({ awardId: String(draftId) })).toEqual({ message: "notConferred" });
    expect(await refused({})).toEqual({ message: "treatmentTwice" });
  });

  it("tells in the history what was changed, stopped and resumed", async () => {
    const id = await register();
    const change = { ...form({ payer: "市总工会", amount: "900" }), id, version: 1 };
    await saved(changeTreatment(recorder2, change));
    await saved(stopTreatment(admin, { id, version: 2, stoppedFrom: "2026-07-01", reason: "调离" }));
    await saved(resumeTreatment(admin, { id, version: 3, reason: "未调离" }));
    expect(await getHistory("treatments", id)).toMatchObject([
      { event: "treatments.resumed", reason: "未调离" },
      {
        event: "treatments.stopped",
        reason: "调离",
        changes: [{ field: "stoppedFrom", after: "2026-07-01" }],
      },
      {
        event: "treatments.changed",
        changes: expect.arrayContaining([{ field: "amount", before: "800.00", after: "900.00" }]),
      },
      { event: "treatments.created" },
    ]);
    expect(await stopTreatment(admin, { id, version: 4, stoppedFrom: "2026-07", reason: "" })).toMatchObject({
      fault: { fields: { stoppedFrom: ["fullDateRequired"], reason: ["reasonRequired"] } },
    });
  });
});

describe("two people", () => {
  it("at once: one is saved, the others get the present values", async () => {
    const id = await register();
    const results = await Promise.all(
      [recorder, recorder2, admin].map((actor, index) =>
        changeTreatment(actor, { ...form({ payer: `两人${index}`, amount: `${index}` }), id, version: 1 }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { payer } = (await seen(recorder, id))!;
    for (const result of results.filter(({ ok }) => !ok))
      expect(result).toMatchObject({ fault: { code: "stale", current: { payer, version: 2 } } });
    const stops = await Promise.all(
      [recorder, admin].map((actor) =>
        stopTreatment(actor, { id, version: 2, stoppedFrom: "2026-01-01", reason: "停" }),
      ),
    );
    expect(stops.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it("who enter the same, and a form sent twice, make one treatment", async () => {
    const input = form({ payer: "同一笔" });
    const [first, second] = await Promise.all([
      registerTreatment(recorder, input),
      registerTreatment(recorder, input),
    ]);
    expect(first).toEqual(second);
    expect(await registerTreatment(admin, { ...input, key: randomUUID() })).toMatchObject({
      fault: { code: "conflict", detail: { message: "treatmentTwice" } },
    });
  });
});

describe("the list", () => {
  it("is narrowed by person, kind, state, year and unit, and adds up what is given every month", async () => {
    const other = await conferred({ ...alone, bonus: "" });
    const of = { awardId: String(other) };
    const running = await register({ ...of, amount: "500", validFrom: "2025-01" });
    const past = await register({ ...of, amount: "300", validFrom: "2019", validTo: "2020" });
    const once = await register({
      ...of,
      kindCode: "bonus",
      amount: "3000",
      period: "once",
      validFrom: "2019-05",
    });
    const only = async (filter: Partial<Record<keyof TreatmentFilter, string>>, actor = admin) =>
      (await listed(actor, filter)).rows
        .map(({ id }) => id)
        .filter((id) => [running, past, once].includes(id));
    expect(await only({})).toEqual([running, once, past]);
    expect(await only({ sort: "-amount" })).toEqual([once, running, past]);
    expect(await only({ state: "running" })).toEqual([running]);
    expect(await only({ state: "stopped" })).toEqual([once, past]);
    expect(await only({ year: "2019" })).toEqual([once, past]);
    expect(await only({ year: "2020" })).toEqual([past]);
    expect(await only({ kind: "bonus" })).toEqual([once]);
    for (const q of ["建华", "jjh", "0001"]) expect(await only({ q })).toHaveLength(3);
    expect(await only({ q: "李晓" })).toEqual([]);
    expect(await only({ unit: String(unit.companyB) })).toEqual([]);
    expect(await only({ unit: String(unit.unionA) })).toHaveLength(3);
    expect(await only({}, hr)).toHaveLength(3);
    expect(
      await listed(hr, { q: "贾建华", year: "2025", kind: "allowance", state: "running" }),
    ).toMatchObject({
      monthly: { count: expect.any(Number), amount: expect.stringMatching(/^\d+\.00$/) },
    });
    const { rows, monthly, total } = await listed(admin, { state: "running" });
    const each = rows.filter(({ period }) => period === "monthly").map(({ amount }) => Number(amount));
    expect(total).toBe(rows.length);
    expect(Number(monthly.amount)).toBe(each.reduce((sum, amount) => sum + amount, 0));
    expect(monthly.count).toBe(each.length);
    expect(await listed(sysadmin)).toMatchObject({ total: 0, monthly: { count: 0, amount: "0.00" } });
  });
});
