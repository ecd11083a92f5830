import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, person } from "@/e2e/world/ledger";
import {
  admin2,
  adminB,
  conferred,
  paper,
  plantRevocations,
  recorded,
  revocation,
  team,
} from "@/e2e/world/revocations";
import { db } from "@/lib/db/client";
import type { TestDatabase } from "@/lib/db/testing";
import { getHistory } from "@/lib/audit/queries";
import { getRevocationStart } from "../cases/queries";
import { listHonorsOfEmployee, listOwnHonors } from "../holders/queries";
import { standingAwards, standingMembers, standingRecipients } from "../policy";
import { getAward } from "../record/queries";
import { voidAward } from "../review/commands";
import { listRevocationsOfAward, listRevocationsOfDocument, revocationsToConfirm } from "../strikes/queries";
import { confirmRevocation, declineRevocation, recordRevocation, withdrawRevocation } from "./commands";
import { getRevocation } from "./queries";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
});

const { recorder, checker, admin, hr, jia } = actors;
const stateOf = async (id: number) =>
  (await world.ownerSql<{ state: string }>("SELECT state FROM awards WHERE id = $1", [id]))[0]?.state;
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
const mail = (noun: string, id: number) =>
  world.ownerSql<{ user_id: number; kind: string }>(
    "SELECT user_id, kind FROM inbox_messages WHERE noun = $1 AND noun_id = $2 AND kind NOT LIKE 'award%' ORDER BY id",
    [noun, id],
  );

/** What statistics, wall and verification find of it: the award, its recipients, its members. */
const standing = (id: number) =>
  Promise.all([
    db.award.count({ where: { AND: [{ id }, standingAwards] } }),
    db.awardRecipient.count({ where: { AND: [{ awardId: id }, standingRecipients] } }),
    db.awardMember.count({ where: { AND: [{ awardId: id }, standingMembers] } }),
  ]);

describe("a whole award", () => {
  it("is revoked when another person confirms the case, and everything shows it at once", async () => {
    const awardId = await conferred();
    const id = await recorded(awardId);
    expect(await stateOf(awardId)).toBe("effective");
    expect(await mail("award_revocations", id)).toContainEqual({
      user_id: checker.userId,
      kind: "revocation_recorded",
    });
    expect((await revocationsToConfirm(checker)).rows).toContainEqual(
      expect.objectContaining({ id, awardId, target: { kind: "award" }, state: "recorded" }),
    );
    expect((await revocationsToConfirm(admin)).rows.map((row) => row.id)).not.toContain(id);

    expect(await confirmRevocation(admin2, { id, version: 1 })).toEqual({
      ok: true,
      value: { id, version: 2 },
    });
    expect(await stateOf(awardId)).toBe("revoked");
    expect(await standing(awardId)).toEqual([0, 0, 0]);
    expect((await getAward(recorder, awardId))!.stateChanges.at(-1)).toMatchObject({
      ...{ from: "effective", to: "revoked", by: "管理员乙", reason: "青工发〔2024〕3号" },
    });
    expect((await listOwnHonors(jia)).find((honor) => honor.awardId === awardId)).toMatchObject({
      state: "revoked",
    });
    expect((await getHistory("awards", awardId))[0]).toMatchObject({
      event: "awards.revoked",
      changes: expect.arrayContaining([{ field: "state", before: "effective", after: "revoked" }]),
    });
    expect((await getHistory("award_revocations", id)).map(({ event }) => event)).toEqual([
      "award_revocations.confirmed",
      "award_revocations.recorded",
    ]);
    expect(await mail("awards", awardId)).toEqual([{ user_id: jia.userId, kind: "honor_revoked" }]);
    expect(await mail("award_revocations", id)).toContainEqual({
      user_id: admin.userId,
      kind: "revocation_confirmed",
    });
    expect(await mail("award_revocations", id)).toContainEqual({
      user_id: recorder.userId,
      kind: "revocation_confirmed",
    });
    expect(await voidAward(admin, { id: awardId, version: 5, reason: "x" })).toMatchObject({ ok: false });
  });

  it("stays as it is when the case is declined or withdrawn, each with its reason", async () => {
    const awardId = await conferred();
    const first = await recorded(awardId);
    expect(await declineRevocation(checker, { id: first, version: 1, reason: " " })).toMatchObject({
      fault: { fields: { reason: ["reasonRequired"] } },
    });
    expect(await declineRevocation(admin, { id: first, version: 1, reason: "自己" })).toMatchObject({
      fault: { code: "forbidden", detail: { message: "sameConfirmer" } },
    });
    expect(await declineRevocation(checker, { id: first, version: 1, reason: "依据不足" })).toMatchObject({
      ok: true,
    });
    const second = await recorded(awardId);
    expect(await withdrawRevocation(admin2, { id: second, version: 1, reason: "代撤" })).toMatchObject({
      fault: { code: "forbidden" },
    });
    expect(await withdrawRevocation(admin, { id: second, version: 1, reason: "登记有误" })).toMatchObject({
      ok: true,
    });
    expect(await stateOf(awardId)).toBe("effective");
    expect((await getRevocation(checker, awardId, first))!.steps.at(-1)).toMatchObject({
      ...{ to: "declined", by: "审核甲", reason: "依据不足" },
    });
    for (const id of [first, second])
      expect(await confirmRevocation(checker, { id, version: 2 })).toMatchObject({
        fault: { detail: { message: "alreadyDecided" } },
      });
    expect(await listRevocationsOfAward(hr, awardId)).toEqual([]);
  });
});

describe("one of several", () => {
  it("is struck while the rest stands; the last one cannot be", async () => {
    const awardId = await conferred();
    const [li, second] = [await recipientOf(awardId, 1), await recipientOf(awardId, 2)];
    const id = await recorded(awardId, { target: `recipient:${second}` });
    expect(await confirmRevocation(checker, { id, version: 1 })).toMatchObject({ ok: true });
    expect(await stateOf(awardId)).toBe("effective");
    expect(await struckOf(awardId)).toEqual([{ name: "贾建华" }]);
    expect(await standing(awardId)).toEqual([1, 1, 0]);
    expect((await listOwnHonors(jia)).find((honor) => honor.awardId === awardId)).toMatchObject({
      struck: true,
    });
    const other = await listHonorsOfEmployee(recorder, person.li);
    expect(other.find((honor) => honor.awardId === awardId)).toMatchObject({
      struck: false,
      state: "effective",
    });
    expect(await recordRevocation(admin, revocation(awardId, { target: `recipient:${li}` }))).toMatchObject({
      fault: { fields: { target: ["lastRecipient"] } },
    });
    expect(
      await recordRevocation(admin, revocation(awardId, { target: `recipient:${second}` })),
    ).toMatchObject({
      fault: { code: "conflict" },
    });
    expect((await getHistory("awards", awardId))[0]).toMatchObject({ event: "awards.recipient_struck" });
    expect(await mail("awards", awardId)).toEqual([{ user_id: jia.userId, kind: "honor_revoked" }]);
    const start = await getRevocationStart(admin, awardId);
    expect(start!.targets).toEqual([]);
  });

  it("may be a member of a team, which keeps its honor", async () => {
    const awardId = await conferred(team);
    const recipient = await recipientOf(awardId, 1);
    const start = await getRevocationStart(admin, awardId);
    expect(start!.targets).toContainEqual(
      expect.objectContaining({ value: `member:${recipient}:1`, name: "贾建华", of: "焊接班" }),
    );
    const id = await recorded(awardId, { target: `member:${recipient}:1` });
    expect(await confirmRevocation(checker, { id, version: 1 })).toMatchObject({ ok: true });
    expect(await struckOf(awardId)).toEqual([{ name: "贾建华" }]);
    expect(await standing(awardId)).toEqual([1, 1, 0]);
    expect((await listOwnHonors(jia)).find((honor) => honor.awardId === awardId)).toMatchObject({
      struck: true,
    });
    expect(await getRevocation(admin, awardId, id)).toMatchObject({
      target: { kind: "member", name: "贾建华", of: "焊接班" },
    });
  });

  it("of another award, or nobody at all, is refused", async () => {
    const [awardId, other] = [await conferred(), await conferred()];
    const foreign = await recipientOf(other, 1);
    for (const target of [`recipient:${foreign}`, `member:${foreign}:9`, "recipient:0", "team", "award:1"])
      expect(await recordRevocation(admin, revocation(awardId, { target }))).toMatchObject({
        fault: { fields: { target: ["unknownValue"] } },
      });
  });
});

describe("the decision", () => {
  it("is a decision of revocation by the granting body or one above it", async () => {
    const awardId = await conferred();
    const by = (documentId: number) =>
      recordRevocation(admin, revocation(awardId, { documentId: String(documentId) }));
    expect(await by(paper.circular)).toMatchObject({
      fault: { fields: { documentId: ["notRevocationDocument"] } },
    });
    expect(await by(paper.enterprise)).toMatchObject({
      fault: { fields: { documentId: ["issuerHasNoSay"] } },
    });
    expect(await by(999_999)).toMatchObject({ fault: { fields: { documentId: ["unknownValue"] } } });
    expect(await by(paper.province)).toMatchObject({ ok: true });
    expect(await listRevocationsOfDocument(admin, paper.province)).toHaveLength(1);
    expect(await listRevocationsOfDocument(adminB, paper.province)).toEqual([]);
  });

  it("of the future is recorded, but confirmed only when it holds", async () => {
    const awardId = await conferred();
    const id = await recorded(awardId, { effectiveOn: "2027-01-01", treatmentStoppedFrom: "" });
    const on = (day: string) =>
      confirmRevocation(checker, { id, version: 1 }, new Date(`${day}T12:00:00+08:00`));
    expect(await on("2026-12-31")).toMatchObject({ fault: { detail: { message: "notYetEffective" } } });
    expect(await on("2027-01-01")).toMatchObject({ ok: true });
  });

  it.each([
    [{ cause: "" }, { cause: ["requiredChoice"] }],
    [{ explanation: " " }, { explanation: ["required"] }],
    [{ applicant: "" }, { applicant: ["required"] }],
    [{ documentId: "" }, { documentId: ["required"] }],
    [{ effectiveOn: "2024" }, { effectiveOn: ["fullDateRequired"] }],
    [{ effectiveOn: "2022-11-30", treatmentStoppedFrom: "" }, { effectiveOn: ["revokedBeforeAward"] }],
    [{ treatmentStoppedFrom: "2024-02-01" }, { treatmentStoppedFrom: ["stoppedBeforeEffective"] }],
    [{ recall: "burnt" }, { recall: ["requiredChoice"] }],
    [{ target: "" }, { target: ["required"] }],
  ])("names the field at fault: %j", async (more, fields) => {
    expect(await recordRevocation(admin, revocation(await conferred(), more))).toMatchObject({
      fault: { code: "invalid", fields },
    });
  });
});
