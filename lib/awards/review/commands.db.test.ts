import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actors, audited, buildLedger, draft, person } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import type { TestDatabase } from "@/lib/db/testing";
import { saveAward } from "../commands";
import { getAward } from "../record/queries";
import { confirmAward, returnAward, submitAward, voidAward, withdrawAward } from "./commands";
import { awardsToCheck, neighboursToCheck, returnedDrafts } from "./queries";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
});

const { recorder, recorder2, checker, checker2, admin, recorderB, checkerB, hr, both, sysadmin } = actors;

async function submitted(actor: Actor = recorder, more: Record<string, unknown> = {}) {
  const saved = await saveAward(actor, draft({ intent: "submit", ...more }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  return saved.value.id;
}
async function effective() {
  const id = await submitted();
  await confirmAward(checker, { id, version: 2 });
  return id;
}
const stateOf = async (id: number) =>
  (
    await world.ownerSql<{ state: string; version: number }>(
      "SELECT state, version FROM awards WHERE id = $1",
      [id],
    )
  )[0];
const mailOf = (id: number) =>
  world.ownerSql<{ user_id: number; kind: string }>(
    "SELECT user_id, kind FROM inbox_messages WHERE noun = 'awards' AND noun_id = $1 ORDER BY id",
    [id],
  );
const eventsOf = async (id: number) =>
  (
    await world.ownerSql<{ event: string }>(
      "SELECT event FROM audit_events WHERE noun = 'awards' AND noun_id = $1 ORDER BY id",
      [id],
    )
  ).map(({ event }) => event);

describe("from draft to ledger", () => {
  it("an award is submitted, confirmed by another, numbered, recorded at each step, and the people are told", async () => {
    const id = await submitted();
    expect(await stateOf(id)).toEqual({ state: "submitted", version: 2 });
    expect(await confirmAward(checker, { id, version: 2 })).toEqual({ ok: true, value: { id, version: 3 } });
    const award = await getAward(recorder, id);
    expect(award).toMatchObject({
      state: "effective",
      ledgerNumber: expect.stringMatching(/^2022-\d{6}$/),
      can: { edit: false, void: false },
    });
    expect(award!.stateChanges.map(({ from, to, by }) => [from, to, by])).toEqual([
      [null, "draft", "经办甲"],
      ["draft", "submitted", "经办甲"],
      ["submitted", "effective", "审核甲"],
    ]);
    expect(await eventsOf(id)).toEqual(["awards.created", "awards.submitted", "awards.confirmed"]);
    expect(await mailOf(id)).toEqual([
      { user_id: checker.userId, kind: "award_submitted" },
      { user_id: both.userId, kind: "award_submitted" },
      { user_id: recorder.userId, kind: "award_confirmed" },
      { user_id: actors.jia.userId, kind: "award_conferred" },
    ]);
  });

  it("snapshots are of the time of submission, and stay after a rename and a transfer", async () => {
    const saved = await saveAward(recorder, draft({ awardDate: "2022" }));
    const id = saved.ok ? saved.value.id : 0;
    await world.ownerSql(
      `${audited} UPDATE honor_titles SET name = '青岛市职工创新成果（新）' WHERE id = 1;`,
    );
    await submitAward(recorder, { id, version: 1 });
    await confirmAward(checker, { id, version: 2 });
    await world.ownerSql(`${audited} UPDATE honor_titles SET name = '青岛市职工创新成果' WHERE id = 1; UPDATE employees SET name = '贾建桦', unit_id = 3, union_unit_id = 13, assigned_from = '2026-01' WHERE id = 1;
      UPDATE organizations SET name = '甲公司（改）', period_from = '2026-01' WHERE id = 2;`);
    const award = await getAward(recorder, id);
    expect(award).toMatchObject({
      title: { name: "青岛市职工创新成果（新）", currentName: "青岛市职工创新成果" },
      recipients: [{}, { name: "贾建华", unitName: "甲公司", post: "焊工" }],
    });
    // Transferred: the old unit and the new one find it.
    expect(await getAward(recorderB, id)).toMatchObject({ id });
    await world.ownerSql(
      `${audited} UPDATE employees SET name = '贾建华', unit_id = 2, union_unit_id = 12, assigned_from = '2026-02' WHERE id = 1; UPDATE organizations SET name = '甲公司', period_from = '2026-02' WHERE id = 2;`,
    );
  });

  it("an incomplete draft is refused with all that it lacks", async () => {
    const saved = await saveAward(recorder, draft({ recipients: [], documents: [], reason: "" }));
    expect(await submitAward(recorder, { id: saved.ok && saved.value.id, version: 1 })).toMatchObject({
      ok: false,
      fault: { fields: { recipients: ["noRecipients"], documents: ["documentRequired"] } },
    });
  });
});

describe("who may", () => {
  let id: number;
  beforeEach(async () => {
    id = await submitted();
  });
  it("nobody confirms what they entered, submitted or edited", async () => {
    const own = await submitted(both);
    expect(await confirmAward(both, { id: own, version: 2 })).toMatchObject({
      fault: { code: "forbidden", detail: { message: "sameChecker" } },
    });
    await saveAward(admin, { ...draft(), key: undefined, id: own, version: 2 });
    expect(await stateOf(own)).toEqual({ state: "submitted", version: 2 });
    expect((await getAward(both, own))!.can).toMatchObject({ confirm: false, return: false, withdraw: true });
  });
  it("a recorder, HR and the system's administrator confirm nothing", async () => {
    expect(await confirmAward(recorder2, { id, version: 2 })).toMatchObject({ fault: { code: "forbidden" } });
    for (const actor of [hr, sysadmin])
      expect(await confirmAward(actor, { id, version: 2 })).toMatchObject({ fault: { code: "not_found" } });
    expect(await stateOf(id)).toEqual({ state: "submitted", version: 2 });
  });
  it("for another unit it does not exist, on any way", async () => {
    for (const decide of [confirmAward, returnAward, voidAward, submitAward, withdrawAward]) {
      expect(await decide(checkerB, { id, version: 2, reason: "x" })).toEqual({
        ok: false,
        fault: { code: "not_found" },
      });
    }
    expect((await awardsToCheck(checkerB)).total).toBe(0);
  });
  it("only who submitted withdraws, and goes on editing", async () => {
    expect(await withdrawAward(recorder2, { id, version: 2 })).toMatchObject({
      fault: { code: "forbidden" },
    });
    expect(await withdrawAward(recorder, { id, version: 2 })).toMatchObject({ ok: true });
    expect(await saveAward(recorder, { ...draft(), key: undefined, id, version: 3 })).toMatchObject({
      ok: true,
    });
  });
  it("what is effective is voided by the union's administrator alone, with a reason", async () => {
    await confirmAward(checker, { id, version: 2 });
    expect(await voidAward(recorder, { id, version: 3, reason: "录错" })).toMatchObject({
      fault: { code: "forbidden" },
    });
    expect(await voidAward(checker, { id, version: 3, reason: "录错" })).toMatchObject({
      fault: { code: "forbidden" },
    });
    expect(await voidAward(admin, { id, version: 3, reason: " " })).toMatchObject({
      fault: { code: "invalid", fields: { reason: ["reasonRequired"] } },
    });
    expect(await voidAward(admin, { id, version: 3, reason: "同名张伟，录错人" })).toMatchObject({
      ok: true,
    });
    expect((await getAward(recorder, id))!.stateChanges.at(-1)).toMatchObject({
      to: "void",
      reason: "同名张伟，录错人",
    });
    expect((await mailOf(id)).slice(-2).map(({ kind }) => kind)).toEqual(["award_voided", "award_removed"]);
    expect(await getAward(hr, id)).toBeNull();
  });
});

describe("a return", () => {
  it("needs a reason, goes back to who submitted, and may be mended, submitted and confirmed by the same checker", async () => {
    const id = await submitted();
    expect(await returnAward(checker, { id, version: 2 })).toMatchObject({
      fault: { fields: { reason: ["reasonRequired"] } },
    });
    await returnAward(checker, { id, version: 2, reason: "缺附件" });
    expect(await returnedDrafts(recorder)).toMatchObject({
      total: 1,
      rows: [{ id, reason: "缺附件", returnedBy: "审核甲" }],
    });
    expect((await mailOf(id)).at(-1)).toEqual({ user_id: recorder.userId, kind: "award_returned" });
    await saveAward(recorder2, {
      ...draft({ intent: "submit", bonus: "4000" }),
      key: undefined,
      id,
      version: 3,
    });
    expect(await confirmAward(checker, { id, version: 5 })).toMatchObject({ ok: true });
  });
});

describe("two at once", () => {
  it("twenty confirmations make one change, one number and one event", async () => {
    const id = await submitted();
    const decided = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        confirmAward(index % 2 ? checker : checker2, { id, version: 2 }),
      ),
    );
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decided.filter((one) => !one.ok && one.fault.code === "conflict")).toHaveLength(19);
    expect(await eventsOf(id)).toEqual(["awards.created", "awards.submitted", "awards.confirmed"]);
  });
  it("confirming and returning leave one of the two", async () => {
    const id = await submitted();
    const decided = await Promise.all([
      confirmAward(checker, { id, version: 2 }),
      returnAward(checker2, { id, version: 2, reason: "x" }),
    ]);
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
  });
  it("a decision on what has changed meanwhile is refused", async () => {
    const id = await submitted();
    await withdrawAward(recorder, { id, version: 2 });
    await submitAward(recorder, { id, version: 3 });
    expect(await confirmAward(checker, { id, version: 2 })).toMatchObject({
      fault: { code: "conflict", detail: { message: "changedMeanwhile" } },
    });
  });
});

it("those that wait for a check come one after the other", async () => {
  const ids = [await submitted(), await submitted(), await submitted()];
  expect(await neighboursToCheck(checker, ids[1]!)).toMatchObject({ previous: ids[0], next: ids[2] });
  expect((await awardsToCheck(recorder)).total).toBe(0);
});

it("a likely duplicate is shown to recorder and checker, and blocks nothing", async () => {
  const first = await effective();
  const again = await submitted(recorder, { recipients: [{ employeeId: person.jia }] });
  const award = await getAward(checker, again);
  expect(award!.duplicates.map(({ id }) => id)).toContain(first);
  expect(award!.duplicates.find(({ id }) => id === first)).toMatchObject({
    names: ["贾建华"],
    state: "effective",
  });
  expect(
    (await getAward(
      checker,
      await submitted(recorder, { awardDate: "2021", recipients: [{ employeeId: person.jia }] }),
    ))!.duplicates,
  ).toEqual([]);
  expect(await confirmAward(checker, { id: again, version: 2 })).toMatchObject({ ok: true });
});
