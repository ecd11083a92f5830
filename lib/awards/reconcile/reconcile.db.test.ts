import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, document, person, title, unit } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import type { TestDatabase } from "@/lib/db/testing";
import { saveList } from "../lists/commands";
import { visibleTo as visibleAwards } from "../policy";
import { getAward } from "../record/queries";
import { submitAward, voidAward } from "../review/commands";
import { dismissRecipient, resolveRecipient } from "./commands";
import { visibleTo } from "./policy";
import {
  countReconcile,
  listLackingBasis,
  listUnresolved,
  openUnresolved,
  type UnresolvedRow,
} from "./queries";
import { readReconcileFilter } from "./schema";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
});

const { recorder, recorder2, recorderB, checker, admin, hr, sysadmin, jia } = actors;

async function wait(actor: Actor, rows: object[], more: object = {}): Promise<UnresolvedRow[]> {
  const saved = await saveList(actor, {
    ...{ documentId: document.notice, key: randomUUID() },
    groups: [{ titleId: title.craftsman, levelCode: "city", awardDate: "2022-12", rows, ...more }],
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  const { rows: found } = await listUnresolved(actor, readReconcileFilter({ sort: "-createdAt" }));
  return found;
}
const alone = (name: string, more: object = {}) => ({ recipients: [{ id: "", name }], ...more });
async function answer(result: ReturnType<typeof resolveRecipient>) {
  const settled = await result;
  return settled.ok
    ? settled.value.id
    : (settled.fault.fields ?? settled.fault.detail?.message ?? settled.fault.code);
}
const eventsOf = async (id: number) =>
  (
    await world.ownerSql<{ event: string }>(
      "SELECT event FROM audit_events WHERE noun = 'unresolved_recipients' AND noun_id = $1 ORDER BY id",
      [id],
    )
  ).map(({ event }) => event);

describe("a name that waits", () => {
  it("is put to an employee: its honor becomes a draft that names what the list said", async () => {
    const [row] = await wait(recorder, [alone("贾建华", { unitText: "甲公司", rank: "3", note: "焊接" })]);
    expect(row).toMatchObject({
      name: "贾建华",
      canResolve: true,
      proposed: person.jia,
      candidates: [{ id: person.jia, workNumber: "0001" }],
    });
    const id = await answer(
      resolveRecipient(recorder, { id: row!.id, version: row!.version, employeeId: person.jia }),
    );
    expect(await getAward(recorder, Number(id))).toMatchObject({
      ...{ state: "draft", rank: 3, reason: "焊接", awardDate: "2022-12", title: { id: title.craftsman } },
      ...{ documents: [{ id: document.notice }], recordingUnit: { id: unit.unionA } },
      recipients: [{ subjectId: person.jia, unitName: "甲公司" }],
    });
    expect(await eventsOf(row!.id)).toEqual([
      "unresolved_recipients.created",
      "unresolved_recipients.resolved",
    ]);
    const { rows } = await listUnresolved(recorder, readReconcileFilter({ tab: "resolved" }));
    expect(rows).toMatchObject([
      { employee: { id: person.jia }, resultAwardId: id, resolvedBy: recorder.name },
    ]);
  });

  it("joins those of its row in the place that the paper gives, whoever is found first", async () => {
    const names = ["贾建华", "无名甲", "王新"].map((name) => ({ id: "", name }));
    const [third, second, first] = await wait(
      recorder,
      [{ recipients: [...names, { id: person.li, name: "李晓杰" }], bonus: "900" }],
      { awardDate: "2023-12" },
    );
    const put = (row: UnresolvedRow | undefined, employeeId: number) =>
      answer(resolveRecipient(recorder, { id: row!.id, version: row!.version, employeeId }));
    expect([first, second, third].map((row) => row!.awardId)).toEqual(Array(3).fill(first!.awardId));
    const award = await put(third, person.novice);
    expect(await put(first, person.li)).toEqual({ employeeId: ["duplicateSubject"] });
    expect(await put(first, person.jia)).toBe(award);
    const dismissed = await dismissRecipient(recorder, {
      id: second!.id,
      version: second!.version,
      reason: "查无此人",
    });
    expect(dismissed.ok).toBe(true);
    const view = (await getAward(recorder, Number(award)))!;
    expect(view.recipients.map(({ name }) => name)).toEqual(["贾建华", "王新", "李晓杰"]);
    expect(view.bonus).toBe("900.00");
    expect((await submitAward(recorder, { id: view.id, version: view.version })).ok).toBe(true);
  });

  it("is held to every rule of an award, and told at the person", async () => {
    const [row] = await wait(recorder, [alone("王新")]);
    expect(
      await answer(
        resolveRecipient(recorder, { id: row!.id, version: row!.version, employeeId: person.novice }),
      ),
    ).toEqual({ employeeId: ["dateBeforeHire"] });
    expect(
      await answer(
        resolveRecipient(recorder, { id: row!.id, version: row!.version, employeeId: person.zhang }),
      ),
    ).toEqual({ employeeId: ["outOfScope"] });
    const { rows } = await openUnresolved(recorder, 5);
    expect(rows.find(({ id }) => id === row!.id)).toMatchObject({ version: row!.version, state: "open" });
  });

  it("another unit neither sees nor decides it; a checker sees it", async () => {
    const [row] = await wait(recorder, [alone("外单位不可见")]);
    const decision = { id: row!.id, version: row!.version, employeeId: person.zhang };
    for (const actor of [recorderB, hr, sysadmin, jia])
      expect((await openUnresolved(actor, 100)).rows.map(({ id }) => id)).not.toContain(row!.id);
    expect(await answer(resolveRecipient(recorderB, decision))).toBe("not_found");
    expect(await answer(dismissRecipient(recorderB, { ...decision, reason: "越权" }))).toBe("not_found");
    expect(await answer(resolveRecipient(checker, decision))).toBe("forbidden");
    expect(await answer(resolveRecipient(hr, decision))).toBe("forbidden");
    expect((await openUnresolved(checker, 100)).rows.find(({ id }) => id === row!.id)).toMatchObject({
      canResolve: false,
    });
    expect((await openUnresolved(admin, 100)).rows.find(({ id }) => id === row!.id)).toMatchObject({
      canResolve: true,
    });
    for (const actor of [sysadmin, jia])
      expect(
        await world.db.unresolvedRecipient.count({ where: { AND: [{ id: row!.id }, visibleTo(actor)] } }),
      ).toBe(0);
    for (const actor of [sysadmin, jia])
      expect(await world.db.award.count({ where: { AND: [{ id: { gt: 0 } }, visibleAwards(actor)] } })).toBe(
        0,
      );
  });

  it("two at once: one award comes of it, and who comes second is told", async () => {
    const [row] = await wait(recorder, [alone("李晓杰")]);
    const decision = { id: row!.id, version: row!.version, employeeId: person.li };
    const all = await Promise.all([
      ...[recorder, recorder2, recorder, recorder2].map((actor) => answer(resolveRecipient(actor, decision))),
      answer(dismissRecipient(recorder2, { ...decision, reason: "重复" })),
    ]);
    const [awards] = await world.ownerSql<{ n: number }>(
      "SELECT count(*)::int AS n FROM unresolved_recipients WHERE id = $1 AND state <> 'open'",
      [row!.id],
    );
    expect(awards!.n).toBe(1);
    expect(all.filter((one) => typeof one === "number")).toHaveLength(1);
    for (const told of all.filter((one) => typeof one !== "number"))
      expect(["alreadyDecided", "changedMeanwhile"]).toContain(told);
    expect(await answer(resolveRecipient(recorder, decision))).toBe("alreadyDecided");
  });

  it("is stale with an old version, needs a reason to be let go, and can't join an award that is no draft any more", async () => {
    const [row] = await wait(recorder, [
      {
        recipients: [
          { id: "", name: "贾建华" },
          { id: person.li, name: "李晓杰" },
        ],
      },
    ]);
    expect(
      await answer(resolveRecipient(recorder, { id: row!.id, version: 9, employeeId: person.jia })),
    ).toBe("changedMeanwhile");
    expect(
      await answer(dismissRecipient(recorder, { id: row!.id, version: row!.version, reason: " " })),
    ).toEqual({ reason: ["required"] });
    const award = (await getAward(recorder, row!.awardId!))!;
    expect((await voidAward(recorder, { id: award.id, version: award.version, reason: "误录" })).ok).toBe(
      true,
    );
    expect(
      await answer(
        resolveRecipient(recorder, { id: row!.id, version: row!.version, employeeId: person.jia }),
      ),
    ).toBe("awardNotOpen");
    const { rows } = await openUnresolved(recorder, 100, document.notice);
    expect(rows.map(({ id }) => id)).toContain(row!.id);
  });
});

describe("old awards without a granter or a paper", () => {
  it("are listed for who keeps the ledger there", async () => {
    await world.ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
      INSERT INTO awards (id, title_id, title_name, level_code, category_code, award_date, award_year, source, recording_unit_id, created_by_id, updated_by_id, updated_at)
        VALUES (5001, 2, '青岛工匠', 'city', 'craftsman', '2003', 2003, 'legacy', 12, 1, 1, now()), (5002, 2, '青岛工匠', 'city', 'craftsman', '2003', 2003, 'manual', 12, 1, 1, now());
      INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (5001, 'draft', 1), (5002, 'draft', 1)`);
    const { rows } = await listLackingBasis(recorder, readReconcileFilter({ tab: "legacy" }));
    expect(rows.map(({ id }) => id)).toEqual([5001]);
    expect((await countReconcile(recorder)).legacy).toBe(1);
    expect(await countReconcile(recorderB)).toMatchObject({ open: 0, legacy: 0 });
    expect(await countReconcile(sysadmin)).toEqual({ open: 0, resolved: 0, dismissed: 0, legacy: 0 });
  });
});
