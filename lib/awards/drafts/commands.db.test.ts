import { beforeAll, describe, expect, it } from "vitest";
import { achievement, actors, audited, buildLedger, draft, person, team, unit } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import { db } from "@/lib/db/client";
import type { TestDatabase } from "@/lib/db/testing";
import { saveAward } from "../commands";
import { awardFacts } from "../facts/queries";
import { getAwardForm } from "./queries";
import { getAward } from "../record/queries";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
});

const { recorder, recorder2, recorderB } = actors;
async function save(actor: Actor, input: unknown) {
  const saved = await saveAward(actor, input);
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  return saved.value.id;
}
const eventsOf = (id: number) =>
  world.ownerSql<{ event: string; before: Record<string, unknown>; after: Record<string, unknown> }>(
    "SELECT event, before, after FROM audit_events WHERE noun = 'awards' AND noun_id = $1 ORDER BY id",
    [id],
  );

it("a new draft is told in the words in which a change would tell it", async () => {
  const recipients = [{ teamId: team.welders, share: "60" }, { achievementId: achievement.fixture }];
  const shared = [{ employeeId: person.li, role: "first_contributor", bonus: "1000" }, ...recipients];
  for (const more of [{}, { rank: "2", reason: "年度", grantingBodies: [], recipients: shared }]) {
    const id = await save(recorder, draft(more));
    const [created] = await eventsOf(id);
    expect(created).toMatchObject({ event: "awards.created", after: { title: "青岛市职工创新成果" } });
    expect(created!.after).toEqual(await awardFacts(db, id));
  }
});

it("a new draft whose answer was lost is answered, even where the rules have changed since", async () => {
  const input = draft();
  const id = await save(recorder, input);
  const closing = (day: string) =>
    world.ownerSql(`BEGIN; ${audited.replace("'users'", "'honor_titles'")}
      UPDATE honor_titles SET valid_to = ${day} WHERE id = ${input.titleId}; COMMIT`);
  await closing("'2021'");
  try {
    expect(await saveAward(recorder, input)).toEqual({ ok: true, value: { id } });
    expect(await saveAward(recorder, draft())).toMatchObject({ ok: false, fault: { code: "invalid" } });
    expect(await saveAward(recorder2, input)).toEqual({ ok: false, fault: { code: "mismatch" } });
  } finally {
    await closing("NULL");
  }
});

it("names a document of another unit where an award in sight stands in it, and otherwise not", async () => {
  const ofA = 70;
  await world.ownerSql(`BEGIN; ${audited.replace("'users'", "'documents'")}
    INSERT INTO documents (id, title, kind, signed_on, recording_unit_id, updated_at) VALUES (${ofA}, '甲公司通知', 'notice', '2022', ${unit.unionA}, now()); COMMIT`);
  const ofB = draft({ documents: [ofA], recipients: [{ employeeId: person.zhang }] });
  expect(await saveAward(recorderB, ofB)).toMatchObject({
    ok: false,
    fault: { fields: { documents: ["outOfScope"] } },
  });
  await save(actors.admin, draft({ documents: [ofA], recipients: [{ employeeId: person.zhang }] }));
  expect(await saveAward(recorderB, ofB)).toMatchObject({ ok: true });
});

describe("a changed draft", () => {
  const change = async (id: number, actor: Actor, version: number, more: Record<string, unknown>) =>
    saveAward(actor, { ...draft(), key: undefined, id, version, ...more });

  it("is kept with what differs, and with who entered", async () => {
    const id = await save(recorder, draft());
    const changed = await change(id, recorder2, 1, {
      awardDate: "2022-12-05",
      recipients: [{ employeeId: person.jia, bonus: "800" }],
      documents: [],
    });
    expect(changed.ok).toBe(true);
    expect(await getAward(recorder, id)).toMatchObject({
      version: 2,
      awardDate: "2022-12-05",
      updatedBy: "经办乙",
      documents: [],
      recipients: [{ name: "贾建华", bonus: "800.00" }],
    });
    const [, event] = await eventsOf(id);
    expect(event).toMatchObject({
      event: "awards.changed",
      before: { awardDate: "2022-12" },
      after: { awardDate: "2022-12-05" },
    });
    expect(event!.after).not.toHaveProperty("title");
    expect(await world.ownerSql("SELECT entered_by_ids FROM awards WHERE id = $1", [id])).toEqual([
      { entered_by_ids: [1, 2] },
    ]);
  });

  it("is refused as stale, with the present values and who made them", async () => {
    const id = await save(recorder, draft());
    await change(id, recorder2, 1, { reason: "第二人的理由" });
    const late = await change(id, recorder, 1, { reason: "第一人的理由" });
    expect(late).toMatchObject({
      ok: false,
      fault: {
        code: "stale",
        current: { version: 2, reason: "第二人的理由", changedBy: "经办乙", titleId: { id: 1 } },
      },
    });
    expect((await getAward(recorder, id))!.reason).toBe("第二人的理由");
  });

  it("saved fifty times at one version is saved once", async () => {
    const id = await save(recorder, draft());
    const saved = await Promise.all(
      Array.from({ length: 50 }, (_, index) => change(id, recorder, 1, { reason: `第${index}次` })),
    );
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    expect(saved.filter((one) => !one.ok && one.fault.code === "stale")).toHaveLength(49);
  });

  it("does not exist for another unit, and keeps a recipient whom the editor does not see", async () => {
    const id = await save(recorder, draft());
    expect(await getAward(recorderB, id)).toBeNull();
    expect(await getAwardForm(recorderB, id)).toBeNull();
    expect(await change(id, recorderB, 1, {})).toEqual({ ok: false, fault: { code: "not_found" } });
    await change(id, actors.admin, 1, { recipients: [{ employeeId: person.zhang }] });
    expect(await change(id, recorder, 2, { recipients: [{ employeeId: person.zhang }] })).toMatchObject({
      ok: true,
    });
    // The unit of a recipient finds the award, yet does not keep another union's draft.
    expect(await change(id, recorderB, 3, {})).toEqual({ ok: false, fault: { code: "forbidden" } });
  });
});
