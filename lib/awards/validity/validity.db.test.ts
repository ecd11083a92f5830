import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, draft } from "@/e2e/world/ledger";
import type { TestDatabase } from "@/lib/db/testing";
import { saveAward } from "../commands";
import { getAward } from "../record/queries";
import { confirmAward } from "../review/commands";
import { correctValidity, settleValidity } from "./commands";

const { recorder, checker, admin, recorderB, hr, sysadmin } = actors;
/** Already the first of June in Qingdao. */
const june = new Date("2026-05-31T16:30:00Z");
let world: TestDatabase;

beforeAll(async () => {
  world = await buildLedger();
});

async function conferred(validTo: string): Promise<number> {
  const saved = await saveAward(recorder, draft({ intent: "submit", validTo }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  const confirmed = await confirmAward(checker, { id: saved.value.id, version: 2 });
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.fault));
  return saved.value.id;
}
const stateOf = async (id: number) =>
  (await world.ownerSql<{ state: string }>("SELECT state FROM awards WHERE id = $1", [id]))[0]!.state;
const changesOf = (id: number) =>
  world.ownerSql(
    "SELECT from_state, to_state, changed_by_id, reason FROM award_state_changes WHERE award_id = $1 AND (from_state = 'expired' OR to_state = 'expired') ORDER BY id",
    [id],
  );
const eventsOf = (id: number) =>
  world.ownerSql(
    `SELECT event, actor_user_id, actor_name, before, after FROM audit_events
     WHERE noun = 'awards' AND noun_id = $1 AND event IN ('awards.expired', 'awards.resumed', 'awards.validity_corrected') ORDER BY id`,
    [id],
  );

describe("what has run out", () => {
  it.each([
    ["2025", "expired"],
    ["2026", "effective"],
    ["2026-05", "expired"],
    ["2026-06", "effective"],
    ["2026-05-31", "expired"],
    ["2026-06-01", "effective"],
    ["", "effective"],
  ])("valid to %j is %s on the first of June 2026: it lasts through its last day", async (validTo, state) => {
    const id = await conferred(validTo);
    await settleValidity(june);
    expect(await stateOf(id)).toBe(state);
    expect(await changesOf(id)).toHaveLength(state === "expired" ? 1 : 0);
  });

  it("is put down as the registry's own doing, once, and shown as such", async () => {
    const id = await conferred("2025-12");
    const before = await getAward(recorder, id);
    await settleValidity(june);
    await settleValidity(june);
    expect(await changesOf(id)).toEqual([
      { from_state: "effective", to_state: "expired", changed_by_id: null, reason: null },
    ]);
    expect(await eventsOf(id)).toEqual([
      {
        ...{ event: "awards.expired", actor_user_id: null, actor_name: "system" },
        before: expect.objectContaining({ state: "effective", validTo: "2025-12" }),
        after: expect.objectContaining({ state: "expired", validTo: "2025-12" }),
      },
    ]);
    const after = await getAward(recorder, id);
    expect(after).toMatchObject({ state: "expired", version: before!.version + 1 });
    expect(after!.stateChanges.at(-1)).toMatchObject({ to: "expired", by: null });
  });

  it("leaves drafts, submitted and voided ones alone", async () => {
    const saved = await saveAward(recorder, draft({ validTo: "2025" }));
    if (!saved.ok) throw new Error();
    await settleValidity(june);
    expect(await stateOf(saved.value.id)).toBe("draft");
  });

  it("goes in batches; a stop between two leaves whole ones, and the next run takes the rest", async () => {
    const ids = await many(2_300);
    const stop = new AbortController();
    const signal = Object.assign(stop.signal, {});
    let asked = 0;
    signal.throwIfAborted = () => {
      if (++asked === 2) throw new Error("stopped");
    };
    await expect(settleValidity(june, { signal })).rejects.toThrow("stopped");
    expect(await expiredOf(ids)).toBe(1_000);
    expect(await settleValidity(june)).toEqual({ expired: 1_300, effective: 0 });
    expect(await expiredOf(ids)).toBe(2_300);
    const [{ n }] = (await world.ownerSql<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_events WHERE event = 'awards.expired' AND noun_id = ANY ($1)",
      [ids],
    )) as [{ n: number }];
    expect(n).toBe(2_300);
  }, 120_000);

  it("runs out once where two workers look at the same time, and waits for whoever holds a row", async () => {
    const ids = await many(1_500);
    const runs = await Promise.all([settleValidity(june), settleValidity(june), settleValidity(june)]);
    expect(runs.reduce((sum, { expired }) => sum + expired, 0)).toBeLessThanOrEqual(1_500);
    await settleValidity(june);
    const [{ n, most }] = (await world.ownerSql<{ n: number; most: number }>(
      `SELECT count(*)::int AS n, max(times)::int AS most FROM (
         SELECT award_id, count(*) AS times FROM award_state_changes WHERE to_state = 'expired' AND award_id = ANY ($1) GROUP BY 1) AS each`,
      [ids],
    )) as [{ n: number; most: number }];
    expect([n, most]).toEqual([1_500, 1]);
  }, 120_000);
});

describe("a corrected validity", () => {
  const correct = (
    actor: typeof admin,
    id: number,
    version: number,
    validTo: string,
    reason = "文件载明五年",
  ) => correctValidity(actor, { id, version, validTo, reason }, june);

  it("makes an expired honor stand again, by the rule and with the reason", async () => {
    const id = await conferred("2025");
    await settleValidity(june);
    const { version } = (await getAward(admin, id))!;
    expect(await correct(admin, id, version, "2027.12")).toEqual({
      ok: true,
      value: { id, version: version + 2 },
    });
    expect(await stateOf(id)).toBe("effective");
    expect(await changesOf(id)).toMatchObject([
      { to_state: "expired" },
      { to_state: "effective", changed_by_id: null, reason: "文件载明五年" },
    ]);
    expect(await eventsOf(id)).toMatchObject([
      { event: "awards.expired" },
      {
        ...{ event: "awards.validity_corrected", actor_user_id: admin.userId },
        before: { validTo: "2025" },
        after: { validTo: "2027-12" },
      },
      { event: "awards.resumed", actor_user_id: null },
    ]);
    expect(await settleValidity(june)).toEqual({ expired: 0, effective: 0 });
  });

  it("lets one run out that is over by now, and stand for life without an end", async () => {
    const id = await conferred("");
    expect(await correct(admin, id, 3, "2025")).toMatchObject({ ok: true, value: { version: 5 } });
    expect(await stateOf(id)).toBe("expired");
    expect(await correct(admin, id, 5, "")).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe("effective");
  });

  it("found by the next run where it was corrected by other means", async () => {
    const id = await conferred("2025");
    await settleValidity(june);
    await world.ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
      UPDATE awards SET valid_to = '2026-06' WHERE id = ${id}`);
    expect(await settleValidity(june)).toEqual({ expired: 0, effective: 1 });
    expect(await stateOf(id)).toBe("effective");
  });

  it("is for the union's administrator over the recording unit; another unit sees nothing", async () => {
    const id = await conferred("2025");
    for (const actor of [recorder, checker, hr])
      expect(await correct(actor, id, 3, "2030")).toEqual({ ok: false, fault: { code: "forbidden" } });
    for (const actor of [recorderB, sysadmin])
      expect(await correct(actor, id, 3, "2030")).toEqual({ ok: false, fault: { code: "not_found" } });
    expect(await correct(admin, id, 2, "2030")).toMatchObject({ fault: { code: "conflict" } });
    expect(await correct(admin, id, 3, "2021")).toMatchObject({
      fault: { fields: { validTo: ["endBeforeStart"] } },
    });
    expect(await correct(admin, id, 3, "2025")).toMatchObject({
      fault: { fields: { validTo: ["nothingChanged"] } },
    });
    expect(await correct(admin, id, 3, "2030", " ")).toMatchObject({
      fault: { fields: { reason: ["required"] } },
    });
    const drafted = await saveAward(recorder, draft());
    if (!drafted.ok) throw new Error();
    expect(await correct(admin, drafted.value.id, 1, "2030")).toMatchObject({ fault: { code: "forbidden" } });
  });

  it("is saved once where two correct it at the same time", async () => {
    const id = await conferred("2030");
    const answers = await Promise.all(["2031", "2032", "2033"].map((to) => correct(admin, id, 3, to)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

it("nobody but the passing of time changes a state without a name", async () => {
  const id = await conferred("2030");
  await expect(
    world.ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
      UPDATE awards SET state = 'void' WHERE id = ${id};
      INSERT INTO award_state_changes (award_id, to_state, reason) VALUES (${id}, 'void', 'x')`),
  ).rejects.toThrow(/award_state_changes_by_nobody/);
});

/** Confirmed honors whose validity is over. */
async function many(count: number): Promise<number[]> {
  await world.ownerSql(`
    INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
    CREATE TEMP TABLE made ON COMMIT DROP AS WITH new AS (
      INSERT INTO awards (title_id, title_name, level_code, category_code, prize_level_code, award_date, award_year, valid_to, recording_unit_id, created_by_id, updated_by_id, updated_at)
        SELECT 1, '成果' || n, 'city', 'innovation', 'third', '2022-12', 2022, '2025', 12, 1, 1, now() FROM generate_series(1, ${count}) AS n RETURNING id)
      SELECT id FROM new;
    INSERT INTO award_state_changes (award_id, to_state, changed_by_id) SELECT id, 'draft', 1 FROM made;
    INSERT INTO award_recipients (award_id, position, name, employee_id) SELECT id, 1, '甲', 1 FROM made;
    UPDATE awards SET state = 'submitted' WHERE id IN (SELECT id FROM made);
    INSERT INTO award_state_changes (award_id, to_state, changed_by_id) SELECT id, 'submitted', 1 FROM made;
    UPDATE awards SET state = 'effective' WHERE id IN (SELECT id FROM made);
    INSERT INTO award_state_changes (award_id, to_state, changed_by_id) SELECT id, 'effective', 3 FROM made`);
  return (
    await world.ownerSql<{ id: number }>(
      `SELECT id FROM awards WHERE state = 'effective' AND valid_to = '2025' ORDER BY id DESC LIMIT ${count}`,
    )
  ).map(({ id }) => id);
}

async function expiredOf(ids: readonly number[]): Promise<number> {
  const [row] = await world.ownerSql<{ n: number }>(
    "SELECT count(*)::int AS n FROM awards WHERE state = 'expired' AND id = ANY ($1)",
    [ids],
  );
  return row!.n;
}
