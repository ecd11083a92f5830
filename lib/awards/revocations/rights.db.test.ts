import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger } from "@/e2e/world/ledger";
import {
  admin2,
  adminB,
  alone,
  conferred,
  discipline,
  plantRevocations,
  recorded,
  revocation,
} from "@/e2e/world/revocations";
import type { TestDatabase } from "@/lib/db/testing";
import { getHistory } from "@/lib/audit/queries";
import { getRevocationStart } from "../cases/queries";
import { voidAward } from "../review/commands";
import { listRevocationsOfAward } from "../strikes/queries";
import { changeRecall, confirmRevocation, recordRevocation, withdrawRevocation } from "./commands";
import { getRevocation } from "./queries";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
});

const { recorder, checker, admin, recorderB, checkerB, hr, sysadmin, jia } = actors;
const stateOf = async (id: number) =>
  (await world.ownerSql<{ state: string }>("SELECT state FROM awards WHERE id = $1", [id]))[0]?.state;
const caseOf = async (id: number) =>
  (await world.ownerSql<{ state: string }>("SELECT state FROM award_revocations WHERE id = $1", [id]))[0]
    ?.state;
const struckOf = (id: number) =>
  world.ownerSql<{ name: string }>(
    `SELECT name FROM award_recipients WHERE award_id = $1 AND struck_at IS NOT NULL
     UNION SELECT name FROM award_members WHERE award_id = $1 AND struck_at IS NOT NULL`,
    [id],
  );
const recipientOf = async (id: number, position: number) =>
  (
    await world.ownerSql<{ id: number }>(
      "SELECT id FROM award_recipients WHERE award_id = $1 AND position = $2",
      [id, position],
    )
  )[0]!.id;
describe("rights", () => {
  it("another unit, a recorder, HR and the administrator of the system revoke nothing", async () => {
    const awardId = await conferred(alone);
    expect(await recordRevocation(adminB, revocation(awardId))).toMatchObject({
      fault: { code: "not_found" },
    });
    for (const actor of [recorderB, sysadmin, jia, recorder, checker, hr, discipline])
      expect(await recordRevocation(actor, revocation(awardId))).toMatchObject({
        fault: { code: "forbidden" },
      });
    expect(await getRevocationStart(recorder, awardId)).toBeNull();
    const id = await recorded(awardId);
    for (const actor of [adminB, recorderB, checkerB, hr, sysadmin, jia]) {
      expect(await getRevocation(actor, awardId, id)).toBeNull();
      expect(await confirmRevocation(actor, { id, version: 1 })).toMatchObject({
        fault: { code: [adminB, checkerB].includes(actor) ? "not_found" : "forbidden" },
      });
      expect(await withdrawRevocation(actor, { id, version: 1, reason: "x" })).toMatchObject({ ok: false });
      expect(await changeRecall(actor, { id, version: 1, recall: "lost" })).toMatchObject({
        fault: { code: actor === adminB ? "not_found" : "forbidden" },
      });
    }
    for (const actor of [recorder, discipline])
      expect(await confirmRevocation(actor, { id, version: 1 })).toMatchObject({
        fault: { code: "forbidden" },
      });
    expect(await confirmRevocation(admin, { id, version: 1 })).toMatchObject({
      fault: { code: "forbidden", detail: { message: "sameConfirmer" } },
    });
    expect(await caseOf(id)).toBe("recorded");
    expect(await getRevocation(discipline, awardId, id)).toMatchObject({ evidence: { revocation: [] } });
    expect(await getRevocation(recorder, awardId, id)).toMatchObject({ evidence: null });
    expect(await getRevocation(admin, awardId + 1, id)).toBeNull();
  });

  it("HR is told that the honor is revoked, and by which decision, but not why", async () => {
    const awardId = await conferred();
    const id = await recorded(awardId);
    expect(await listRevocationsOfAward(hr, awardId)).toEqual([]);
    await confirmRevocation(checker, { id, version: 1 });
    const [note] = await listRevocationsOfAward(hr, awardId);
    expect(note).toMatchObject({ id, linked: false, document: { label: "青工发〔2024〕3号" } });
    expect(JSON.stringify([note, await getHistory("awards", awardId)])).not.toContain("申报材料不实");
  });
});

describe("two at once", () => {
  it("a double press makes one case, and so do two people; the other is told", async () => {
    const awardId = await conferred();
    const form = revocation(awardId);
    const pressed = await Promise.all(Array.from({ length: 6 }, () => recordRevocation(admin, form)));
    expect(new Set(pressed.map((one) => (one.ok ? one.value.id : 0))).size).toBe(1);
    expect(await recordRevocation(admin, { ...form, cause: "crime" })).toMatchObject({
      fault: { code: "mismatch" },
    });
    const next = await conferred();
    const both = await Promise.all([admin, admin2].map((actor) => recordRevocation(actor, revocation(next))));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ fault: { detail: { message: "revocationPending" } } });
  });

  it("of two who confirm one does; beside a void one of the two happens", async () => {
    const awardId = await conferred();
    const id = await recorded(awardId);
    const confirmed = await Promise.all(
      [checker, admin2, actors.checker2].map((actor) => confirmRevocation(actor, { id, version: 1 })),
    );
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
    const other = await conferred();
    const second = await recorded(other);
    const raced = await Promise.all([
      confirmRevocation(checker, { id: second, version: 1 }),
      voidAward(admin, { id: other, version: 3, reason: "登记错人" }),
    ]);
    expect(raced.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await stateOf(other), await caseOf(second)]).toEqual(
      raced[0]!.ok ? ["revoked", "confirmed"] : ["void", "recorded"],
    );
  });

  it("two strikes at once never leave an award without anybody", async () => {
    const awardId = await conferred();
    const ids = [
      await recorded(awardId, { target: `recipient:${await recipientOf(awardId, 1)}` }),
      await recorded(awardId, { target: `recipient:${await recipientOf(awardId, 2)}` }),
    ];
    const done = await Promise.all(ids.map((id) => confirmRevocation(checker, { id, version: 1 })));
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.find(({ ok }) => !ok)).toMatchObject({ fault: { detail: { message: "lastRecipient" } } });
    expect(await struckOf(awardId)).toHaveLength(1);
  });
});

describe("the recall", () => {
  it("is kept up to date after the confirmation; a stale form is told", async () => {
    const awardId = await conferred();
    const id = await recorded(awardId);
    const recall = { id, recall: "recalled", recallNote: "证书1本、奖牌1块已收回" };
    expect(await changeRecall(admin, { ...recall, version: 1 })).toMatchObject({
      fault: { code: "forbidden" },
    });
    await confirmRevocation(checker, { id, version: 1 });
    expect(await changeRecall(admin, { ...recall, version: 1 })).toMatchObject({
      fault: { detail: { message: "changedMeanwhile" } },
    });
    expect(await changeRecall(admin, { ...recall, version: 2 })).toEqual({
      ok: true,
      value: { id, version: 3 },
    });
    expect(await getRevocation(admin, awardId, id)).toMatchObject({
      recall: "recalled",
      can: { recall: true },
    });
  });
});
