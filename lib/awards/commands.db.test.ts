import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  actors,
  achievement,
  buildLedger,
  document,
  draft,
  person,
  team,
  title,
  unit,
} from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import type { TestDatabase } from "@/lib/db/testing";
import { saveAward } from "./commands";
import { getAward } from "./record/queries";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
});

const { recorder, recorder2, checker, hr, sysadmin, jia } = actors;
async function save(actor: Actor, input: unknown) {
  const saved = await saveAward(actor, input);
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  return saved.value.id;
}
async function faultOf(actor: Actor, input: unknown) {
  const saved = await saveAward(actor, input);
  return saved.ok ? null : (saved.fault.fields ?? saved.fault.detail?.message ?? saved.fault.code);
}
const eventsOf = (id: number) =>
  world.ownerSql<{ event: string; before: Record<string, unknown>; after: Record<string, unknown> }>(
    "SELECT event, before, after FROM audit_events WHERE noun = 'awards' AND noun_id = $1 ORDER BY id",
    [id],
  );

describe("a new draft", () => {
  it("takes snapshots, order, documents and granting bodies, and its audit event", async () => {
    const id = await save(recorder, draft());
    const award = await getAward(recorder, id);
    expect(award).toMatchObject({
      ...{
        state: "draft",
        version: 1,
        ledgerNumber: null,
        awardDate: "2022-12",
        awardYear: 2022,
        bonus: "3000.00",
        createdBy: "经办甲",
      },
      title: { name: "青岛市职工创新成果", nameEn: "Qingdao employee innovation achievement" },
      prizeLevel: { code: "third", zh: "三等奖" },
      recordingUnit: { id: unit.unionA },
      grantingBodies: [{ name: "青岛市总工会" }],
      documents: [{ number: "青工发〔2022〕15号" }],
      recipients: [
        {
          position: 1,
          kind: "employee",
          name: "李晓杰",
          unitName: "甲公司",
          post: "电工",
          role: "first_contributor",
          bonus: "1000.00",
          linked: true,
        },
        { position: 2, name: "贾建华", unitName: "甲公司", post: "焊工", role: null, bonus: "500.50" },
      ],
      stateChanges: [{ from: null, to: "draft", by: "经办甲" }],
      can: { edit: true, submit: true, confirm: false, withdraw: false, void: true },
    });
    const [event] = await eventsOf(id);
    expect(event).toMatchObject({
      event: "awards.created",
      after: {
        title: "青岛市职工创新成果",
        recipients: [{ name: "李晓杰" }, { name: "贾建华" }],
        state: "draft",
      },
    });
  });

  it("keeps the people behind a team at the time, and the contributors of an achievement in order", async () => {
    const id = await save(
      recorder,
      draft({ recipients: [{ teamId: team.welders }, { achievementId: achievement.fixture }] }),
    );
    expect((await getAward(recorder, id))!.recipients).toMatchObject([
      { kind: "team", name: "焊接班", unitName: "甲公司", members: [{ name: "贾建华" }] },
      {
        kind: "achievement",
        name: "管道焊接工装",
        unitName: "甲公司",
        members: [{ name: "李晓杰" }, { name: "贾建华" }],
      },
    ]);
    const then = await save(recorder, draft({ awardDate: "2019", recipients: [{ teamId: team.welders }] }));
    expect((await getAward(recorder, then))!.recipients[0]!.members.map(({ name }) => name)).toEqual([
      "贾建华",
      "李晓杰",
    ]);
  });

  it("takes granting bodies from the programme where there is no document, and the only level by itself", async () => {
    const id = await save(recorder, draft({ documents: [], levelCode: "" }));
    expect(await getAward(recorder, id)).toMatchObject({
      level: { code: "city" },
      grantingBodies: [{ name: "青岛市总工会" }, { name: "青岛市人社局" }],
    });
  });

  it.each([
    [
      "a prize level that the title lacks",
      { prizeLevelCode: "first" },
      { prizeLevelCode: ["prizeLevelNotAllowed"] },
    ],
    ["a month without a year", { awardDate: "5月" }, { awardDate: ["monthWithoutYear"] }],
    [
      "two subjects on one recipient",
      { recipients: [{ employeeId: 1, teamId: 1 }] },
      { "recipients.0": ["twoSubjects"] },
    ],
    [
      "the same person twice",
      { recipients: [{ employeeId: 1 }, { employeeId: 1 }] },
      { "recipients.1.employeeId": ["duplicateSubject"] },
    ],
    ["bonuses beyond the whole", { bonus: "1500.49" }, { bonus: ["bonusShares"] }],
    [
      "an award before hiring",
      { recipients: [{ employeeId: person.novice }] },
      { "recipients.0.employeeId": ["dateBeforeHire"] },
    ],
    [
      "a studio that is not there",
      { recipients: [{ studioId: 99 }] },
      { "recipients.0.studioId": ["subjectKindNotAllowed", "outOfScope"] },
    ],
    [
      "another unit's person",
      { recipients: [{ employeeId: person.zhang }] },
      { "recipients.0.employeeId": ["outOfScope"] },
    ],
    ["another unit's document", { documents: [document.ofB] }, { documents: ["outOfScope"] }],
    [
      "another unit as the recording one",
      { recordingUnitId: unit.unionB },
      { recordingUnitId: ["outOfScope"] },
    ],
    ["an unknown title", { titleId: 77 }, { titleId: ["badId"] }],
    ["an unknown granting body", { grantingBodies: [77] }, { grantingBodies: ["badId"] }],
    [
      "no level where there are several",
      { titleId: title.craftsman, levelCode: "", prizeLevelCode: "" },
      { levelCode: ["requiredChoice"] },
    ],
    ["no key", { key: "" }, { key: ["required"] }],
  ])("is refused with the field named: %s", async (_, more, fields) =>
    expect(await faultOf(recorder, draft(more))).toEqual(fields),
  );

  it("is for who records", async () => {
    for (const actor of [checker, hr, sysadmin, jia]) expect(await faultOf(actor, draft())).toBe("forbidden");
  });
});

describe("one key", () => {
  it("sent twenty times makes one row and one answer", async () => {
    const input = draft();
    const ids = await Promise.all(Array.from({ length: 20 }, () => save(recorder, input)));
    expect(new Set(ids).size).toBe(1);
    expect((await eventsOf(ids[0]!)).length).toBe(1);
  });
  it("with another body, or of another person, is a mismatch", async () => {
    const input = draft();
    await save(recorder, input);
    expect(await faultOf(recorder, { ...input, reason: "别的" })).toBe("mismatch");
    expect(await faultOf(recorder2, input)).toBe("mismatch");
  });
  it("is free again when the first was refused", async () => {
    const key = randomUUID();
    expect(await faultOf(recorder, draft({ key, intent: "submit", recipients: [] }))).toEqual({
      recipients: ["noRecipients"],
    });
    expect(await faultOf(recorder, draft({ key }))).toBeNull();
  });
});
