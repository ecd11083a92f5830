import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, document, person, team, title, unit } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import type { TestDatabase } from "@/lib/db/testing";
import { getAward } from "../record/queries";
import { submitAward } from "../review/commands";
import { saveList } from "./commands";
import { listEntered, lookUpNames, nextListKey } from "./queries";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
});

const { recorder, recorder2, recorderB, checker, hr } = actors;
const known = (id: number, name: string) => ({ id: String(id), name });
const unknown = (name: string) => ({ id: "", name });
const row = (recipients: object[], more: object = {}) => ({ kind: "employee", recipients, ...more });
const craftsmen = (...rows: object[]) => ({
  titleId: title.craftsman,
  levelCode: "city",
  awardDate: "2022-12",
  rows,
});
const prizes = (...rows: object[]) => ({
  titleId: title.innovation,
  prizeLevelCode: "third",
  awardDate: "2022.12",
  rows,
});
const list = (...groups: object[]) => ({ documentId: String(document.notice), key: randomUUID(), groups });

async function save(actor: Actor, input: object) {
  const saved = await saveList(actor, input);
  return saved.ok ? saved.value : (saved.fault.fields ?? saved.fault.detail?.message ?? saved.fault.code);
}
const counts = async () =>
  (
    await world.ownerSql<Record<"awards" | "waiting" | "events", number>>(
      `SELECT (SELECT count(*)::int FROM awards) AS awards, (SELECT count(*)::int FROM unresolved_recipients) AS waiting,
        (SELECT count(*)::int FROM audit_events WHERE event IN ('documents.list_entered', 'awards.created', 'awards.submitted', 'unresolved_recipients.created')) AS events`,
    )
  )[0]!;
const latest = async (count: number) =>
  (await world.ownerSql<{ id: number }>("SELECT id FROM awards ORDER BY id DESC LIMIT $1", [count]))
    .map(({ id }) => id)
    .reverse();

describe("a list", () => {
  it("makes an award of every row, with snapshots, document, granter and history; the rest waits", async () => {
    const before = await counts();
    const saved = await save(
      recorder,
      list(
        craftsmen(
          row([known(person.jia, "贾建华")], { unitText: "甲公司", bonus: "3000", note: "焊接" }),
          row([unknown("欧阳锋")], { unitText: "白驼山公司", postText: "驼工" }),
        ),
        prizes(
          { kind: "team", recipients: [known(team.welders, "焊接班")], rank: "2" },
          row([known(person.li, "李晓杰"), unknown("阿卜杜·热合曼"), known(person.jia, "贾建华")], {
            role: "first_contributor",
          }),
        ),
      ),
    );
    expect(saved).toEqual({ id: document.notice });
    expect(await counts()).toEqual({
      awards: before.awards + 3,
      waiting: before.waiting + 2,
      events: before.events + 6,
    });
    const [single, ofTeam, joint] = await Promise.all((await latest(3)).map((id) => getAward(recorder, id)));
    expect(single).toMatchObject({
      ...{
        state: "draft",
        awardDate: "2022-12",
        awardYear: 2022,
        bonus: "3000.00",
        reason: "焊接",
        source: "manual",
      },
      ...{ recordingUnit: { id: unit.unionA }, documents: [{ id: document.notice }] },
      grantingBodies: [{ name: "青岛市总工会" }],
      recipients: [{ name: "贾建华", unitName: "甲公司", post: "焊工" }],
    });
    expect(ofTeam).toMatchObject({ rank: 2, prizeLevel: { code: "third" }, recipients: [{ kind: "team" }] });
    expect(ofTeam!.recipients[0]!.members.map(({ name }) => name)).toEqual(["贾建华"]);
    expect(joint!.recipients.map(({ name, role }) => [name, role])).toEqual([
      ["李晓杰", "first_contributor"],
      ["贾建华", "main_contributor"],
    ]);
    const waiting = await world.ownerSql(
      "SELECT name, name_key, award_id, position, role::text, unit_text FROM unresolved_recipients ORDER BY id",
    );
    expect(waiting).toEqual([
      {
        name: "欧阳锋",
        name_key: "欧阳锋",
        award_id: null,
        position: 1,
        role: null,
        unit_text: "白驼山公司",
      },
      expect.objectContaining({
        name: "阿卜杜·热合曼",
        award_id: joint!.id,
        position: 2,
        role: "main_contributor",
      }),
    ]);
    const stopped = await submitAward(recorder, { id: joint!.id, version: joint!.version });
    expect(stopped).toMatchObject({ fault: { fields: { recipients: ["recipientsUnresolved"] } } });
  });

  it("is submitted whole; what lacks somebody stays a draft, and the checkers get one message", async () => {
    await save(recorder, {
      ...list(
        craftsmen(row([known(person.jia, "贾建华")]), row([known(person.li, "李晓杰"), unknown("某人")])),
      ),
      intent: "submit",
    });
    const [whole, lacking] = await Promise.all((await latest(2)).map((id) => getAward(checker, id)));
    expect([whole!.state, whole!.version, lacking!.state]).toEqual(["submitted", 2, "draft"]);
    expect(whole!.can.confirm).toBe(true);
    expect(whole!.stateChanges.map(({ to }) => to)).toEqual(["draft", "submitted"]);
    const messages = await world.ownerSql(
      "SELECT user_id, noun, noun_id FROM inbox_messages WHERE kind = 'list_submitted' AND user_id = $1",
      [checker.userId],
    );
    expect(messages).toEqual([{ user_id: checker.userId, noun: "documents", noun_id: document.notice }]);
  });

  it("is saved whole or not at all: every fault is named by its row", async () => {
    const before = await counts();
    const faults = await save(
      recorder,
      list(
        craftsmen(
          row([known(person.jia, "贾建华")]),
          row([known(person.zhang, "张伟")]),
          row([known(person.novice, "王新")], { bonus: "0.005" }),
        ),
        { ...prizes(row([known(person.li, "李晓杰")])), prizeLevelCode: "grand" },
      ),
    );
    expect(faults).toEqual({ "groups.0.rows.2.bonus": ["moneyTooPrecise"] });
    const ruled = await save(
      recorder,
      list(
        craftsmen(
          row([known(person.jia, "贾建华")]),
          row([unknown("甲"), known(person.zhang, "张伟")]),
          row([known(person.novice, "王新")]),
          { kind: "team", recipients: [unknown("焊接班")] },
        ),
        { ...prizes(row([known(person.li, "李晓杰")])), prizeLevelCode: "grand" },
        craftsmen({ kind: "team", recipients: [known(team.welders, "焊接班")] }),
      ),
    );
    expect(ruled).toEqual({
      "groups.0.rows.1.recipients.1": ["outOfScope"],
      "groups.0.rows.2.recipients.0": ["dateBeforeHire"],
      "groups.0.rows.3.recipients.0": ["noSubject"],
      "groups.1.prizeLevelCode": ["prizeLevelNotAllowed"],
      "groups.2.rows.0.recipients.0": ["subjectKindNotAllowed"],
    });
    expect(await counts()).toEqual(before);
  });

  it("another unit cannot: not its document, not its people, not for its union; nor can who may not record", async () => {
    const rows = craftsmen(row([known(person.jia, "贾建华")]));
    expect(await save(recorder, { ...list(rows), documentId: String(document.ofB) })).toBe("not_found");
    expect(await save(recorderB, list(rows))).toEqual({ "groups.0.rows.0.recipients.0": ["outOfScope"] });
    expect(await save(recorder, { ...list(rows), recordingUnitId: String(unit.unionB) })).toEqual({
      recordingUnitId: ["outOfScope"],
    });
    expect(await save(checker, list(rows))).toBe("forbidden");
    expect(await save(hr, list(rows))).toBe("forbidden");
    const asked = { documentId: document.ofB, asks: [{ kind: "employee", name: "张伟" }] };
    expect(await lookUpNames(recorder, asked)).toMatchObject({ fault: { code: "not_found" } });
    expect(await lookUpNames(hr, asked)).toMatchObject({ fault: { code: "forbidden" } });
  });

  it("once for a key: a double click and a late retry give one result, another body is a conflict", async () => {
    const before = await counts();
    const input = list(craftsmen(row([known(person.jia, "贾建华")]), row([unknown("无名氏")])));
    const all = await Promise.all(Array.from({ length: 10 }, () => save(recorder, input)));
    expect(all).toEqual(Array(10).fill({ id: document.notice }));
    expect(await save(recorder, input)).toEqual({ id: document.notice });
    expect(await counts()).toMatchObject({ awards: before.awards + 1, waiting: before.waiting + 1 });
    const other = { ...input, groups: [craftsmen(row([known(person.li, "李晓杰")]))] };
    expect(await save(recorder, other)).toBe("mismatch");
    expect(await save(recorder2, input)).toBe("mismatch");
  });

  it("two tabs hold one key until the list is saved; then the next one has another", async () => {
    const [first, second] = await Promise.all([nextListKey(recorder, 1), nextListKey(recorder, 1)]);
    expect(first).toBe(second);
    expect(await nextListKey(recorder2, 1)).not.toBe(first);
    await save(recorder, { ...list(craftsmen(row([known(person.jia, "贾建华")]))), key: first });
    expect(await nextListKey(recorder, 1)).not.toBe(first);
    expect(await listEntered(recorderB, 1)).toEqual([]);
    expect((await listEntered(recorder, 1)).at(-1)).toMatchObject({
      titleId: title.craftsman,
      recipients: ["employee:1"],
    });
  });
});
