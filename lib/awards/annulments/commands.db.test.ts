import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger } from "@/e2e/world/ledger";
import { admin2, conferred, paper, plantRevocations, recorded, revocation } from "@/e2e/world/revocations";
import { getHistory } from "@/lib/audit/queries";
import type { TestDatabase } from "@/lib/db/testing";
import { listOwnHonors } from "../holders/queries";
import { getAward } from "../record/queries";
import { confirmRevocation, recordRevocation } from "../revocations/commands";
import { getRevocation } from "../revocations/queries";
import { confirmAnnulment, declineAnnulment, recordAnnulment, withdrawAnnulment } from "./commands";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
});

const { recorder, checker, checker2, admin, checkerB, jia } = actors;
const stateOf = async (id: number) =>
  (await world.ownerSql<{ state: string }>("SELECT state FROM awards WHERE id = $1", [id]))[0]?.state;

/** A revocation in force, at version 2. */
async function revoked(more: Record<string, unknown> = {}) {
  const awardId = await conferred();
  const [second] = await world.ownerSql<{ id: number }>(
    "SELECT id FROM award_recipients WHERE award_id = $1 AND position = 2",
    [awardId],
  );
  const target = more.target === "one" ? { target: `recipient:${second!.id}` } : {};
  const id = await recorded(awardId, { ...more, ...target });
  const confirmed = await confirmRevocation(checker, { id, version: 1 });
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.fault));
  return { awardId, id };
}
const annulment = (id: number, more: Record<string, unknown> = {}) => ({
  ...{ id: String(id), version: "2", documentId: String(paper.annulment) },
  ...{ annulledOn: "2025-08-01", reason: "原处分已撤销", ...more },
});

describe("an annulment", () => {
  it("restores the award when another person confirms it, and the whole history stays", async () => {
    const { awardId, id } = await revoked();
    expect(await recordAnnulment(admin, annulment(id))).toEqual({ ok: true, value: { id, version: 3 } });
    expect(await stateOf(awardId)).toBe("revoked");
    expect(await confirmAnnulment(admin, { id, version: 3 })).toMatchObject({
      fault: { code: "forbidden", detail: { message: "sameConfirmer" } },
    });
    expect(await confirmAnnulment(admin2, { id, version: 3 })).toMatchObject({ ok: true });
    expect((await getAward(recorder, awardId))!.stateChanges.map(({ to }) => to)).toEqual([
      ...["draft", "submitted", "effective", "revoked", "effective"],
    ]);
    expect((await listOwnHonors(jia)).find((honor) => honor.awardId === awardId)).toMatchObject({
      ...{ state: "effective", struck: false },
    });
    const found = await getRevocation(admin, awardId, id);
    expect(found!.steps.map(({ to, by }) => [to, by])).toEqual([
      ...[
        ["recorded", "管理员"],
        ["confirmed", "审核甲"],
        ["annulling", "管理员"],
        ["annulled", "管理员乙"],
      ],
    ]);
    expect(found).toMatchObject({
      document: { number: "青工发〔2024〕3号" },
      annulment: { document: { number: "青工发〔2025〕8号" }, annulledOn: "2025-08-01" },
      can: { annul: false, recall: false, confirm: false },
    });
    expect((await getHistory("awards", awardId))[0]).toMatchObject({ event: "awards.restored" });
    const mail = await world.ownerSql<{ kind: string }>(
      "SELECT kind FROM inbox_messages WHERE user_id = $1 AND noun_id = $2 AND kind LIKE 'honor%' ORDER BY id",
      [jia.userId, awardId],
    );
    expect(mail.map(({ kind }) => kind)).toEqual(["honor_revoked", "honor_restored"]);
  });

  it("restores one recipient, who may be struck again by another case", async () => {
    const { awardId, id } = await revoked({ target: "one" });
    await recordAnnulment(admin, annulment(id));
    expect(await confirmAnnulment(checker2, { id, version: 3 })).toMatchObject({ ok: true });
    expect((await listOwnHonors(jia)).find((honor) => honor.awardId === awardId)).toMatchObject({
      struck: false,
    });
    const again = await recorded(awardId, {
      documentId: String(paper.province),
      effectiveOn: "2026-01-01",
      treatmentStoppedFrom: "",
    });
    expect(await confirmRevocation(checker, { id: again, version: 1 })).toMatchObject({ ok: true });
    expect(await stateOf(awardId)).toBe("revoked");
  });

  it("leaves an award that had run out run out", async () => {
    const awardId = await conferred();
    await world.ownerSql(`INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');
      UPDATE awards SET state = 'expired', version = version + 1 WHERE id = ${awardId};
      INSERT INTO award_state_changes (award_id, to_state, changed_by_id) VALUES (${awardId}, 'expired', 3)`);
    const id = await recorded(awardId);
    await confirmRevocation(checker, { id, version: 1 });
    await recordAnnulment(admin, annulment(id));
    await confirmAnnulment(checker, { id, version: 3 });
    expect(await stateOf(awardId)).toBe("expired");
  });

  it("that is declined or withdrawn leaves the revocation as it is, and may be entered again", async () => {
    const { awardId, id } = await revoked();
    await recordAnnulment(admin, annulment(id));
    expect(await declineAnnulment(checker, { id, version: 3, reason: "文件不符" })).toMatchObject({
      ok: true,
    });
    await recordAnnulment(admin, annulment(id, { version: 4 }));
    expect(await withdrawAnnulment(admin2, { id, version: 5, reason: "代撤" })).toMatchObject({
      fault: { code: "forbidden" },
    });
    expect(await withdrawAnnulment(admin, { id, version: 5, reason: "登记有误" })).toMatchObject({
      ok: true,
    });
    expect(await stateOf(awardId)).toBe("revoked");
    expect(await getRevocation(admin, awardId, id)).toMatchObject({
      ...{ state: "confirmed", annulment: null },
      steps: expect.arrayContaining([
        expect.objectContaining({ from: "annulling", to: "confirmed", reason: "文件不符" }),
      ]),
    });
  });

  it.each([
    [{ documentId: String(paper.revocation) }, { documentId: ["sameDocument"] }],
    [{ documentId: String(paper.enterprise) }, { documentId: ["issuerHasNoSay"] }],
    [{ documentId: String(paper.circular) }, { documentId: ["notAnnulmentDocument"] }],
    [{ annulledOn: "2024-02-28" }, { annulledOn: ["annulledBeforeEffective"] }],
    [{ annulledOn: "2025" }, { annulledOn: ["fullDateRequired"] }],
    [{ reason: "" }, { reason: ["required"] }],
  ])("names the field at fault: %j", async (more, fields) => {
    const { id } = await revoked();
    expect(await recordAnnulment(admin, annulment(id, more))).toMatchObject({
      fault: { code: "invalid", fields },
    });
  });

  it("is for the union's administrator of that unit; of two at once one does", async () => {
    const { id } = await revoked();
    for (const actor of [recorder, checker, jia])
      expect(await recordAnnulment(actor, annulment(id))).toMatchObject({ fault: { code: "forbidden" } });
    const both = await Promise.all([admin, admin2].map((actor) => recordAnnulment(actor, annulment(id))));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await confirmAnnulment(checkerB, { id, version: 3 })).toMatchObject({
      fault: { code: "not_found" },
    });
    const confirmed = await Promise.all(
      [checker, checker2].map((actor) => confirmAnnulment(actor, { id, version: 3 })),
    );
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

it("to revoke and to confirm ask for the password again", async () => {
  const awardId = await conferred();
  const id = await recorded(awardId);
  await world.ownerSql(
    "UPDATE sessions SET verified_at = now() - interval '6 minutes' WHERE user_id IN (3, 5)",
  );
  const unconfirmed = { fault: { code: "unconfirmed" } };
  expect(await confirmRevocation(checker, { id, version: 1 })).toMatchObject(unconfirmed);
  expect(await confirmAnnulment(checker, { id, version: 1 })).toMatchObject(unconfirmed);
  expect(await recordAnnulment(admin, annulment(id))).toMatchObject(unconfirmed);
  expect(await recordRevocation(admin, revocation(awardId))).toMatchObject(unconfirmed);
});
