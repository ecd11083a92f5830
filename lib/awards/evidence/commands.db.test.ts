import { beforeAll, expect, test } from "vitest";
import { actors, buildLedger } from "@/e2e/world/ledger";
import { admin2, adminB, conferred, discipline, plantRevocations, recorded } from "@/e2e/world/revocations";
import type { Actor } from "@/lib/auth/roles";
import type { TestDatabase } from "@/lib/db/testing";
import { storeUpload } from "@/lib/files/upload";
import { confirmRevocation, withdrawRevocation } from "../revocations/commands";
import { getRevocation } from "../revocations/queries";
import { addEvidence } from "./commands";
import { openEvidence } from "./queries";

let world: TestDatabase;
beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
});

const { recorder, checker, admin, recorderB, hr, sysadmin, jia } = actors;
const sha256 = "a".repeat(64);

async function upload(actor: Actor): Promise<number> {
  const stored = await storeUpload(actor, {
    sha256,
    name: "处分决定.pdf",
    mediaType: "application/pdf",
    size: 10,
  });
  if (!stored.ok) throw new Error(stored.fault.code);
  return stored.value.id;
}
const readings = (id: number) =>
  world.ownerSql<{ actor_user_id: number }>(
    "SELECT actor_user_id FROM audit_events WHERE noun_id = $1 AND event = 'award_revocations.evidence_read' ORDER BY id",
    [id],
  );

test("is read by the discipline office and the union's administrators alone, and each reading is put down", async () => {
  const awardId = await conferred();
  const file = await upload(admin);
  const id = await recorded(awardId, { files: [String(file)] });
  for (const actor of [admin, admin2, discipline]) {
    expect(await openEvidence(actor, awardId, id, file)).toMatchObject({ name: "处分决定.pdf" });
    expect(await getRevocation(actor, awardId, id)).toMatchObject({
      evidence: { revocation: [{ id: file }] },
    });
  }
  expect((await readings(id)).map((event) => event.actor_user_id)).toEqual([5, 21, 23]);
  for (const actor of [adminB, recorder, checker, recorderB, hr, sysadmin, jia])
    expect(await openEvidence(actor, awardId, id, file)).toBeNull();
  expect(await openEvidence(admin, awardId + 1, id, file)).toBeNull();
  expect(await readings(id)).toHaveLength(3);
  const told = await world.ownerSql<{ text: string }>(
    "SELECT coalesce(after::text, '') AS text FROM audit_events WHERE noun = 'award_revocations'",
  );
  expect(told.map(({ text }) => text).join()).not.toContain("处分决定.pdf");
});

test("is added by those who may read it; whoever adds it cannot confirm any more", async () => {
  const awardId = await conferred();
  const id = await recorded(awardId);
  const add = async (actor: Actor, version: number) =>
    addEvidence(actor, { id, version, files: [String(await upload(actor))] });
  expect(await add(checker, 1)).toMatchObject({ fault: { code: "forbidden" } });
  expect(await add(adminB, 1)).toMatchObject({ fault: { code: "not_found" } });
  expect(await add(discipline, 1)).toEqual({ ok: true, value: { id, version: 2 } });
  expect(await add(admin2, 1)).toMatchObject({ fault: { detail: { message: "changedMeanwhile" } } });
  expect(await add(admin2, 2)).toMatchObject({ ok: true });
  expect(await addEvidence(admin, { id, version: 3, files: [] })).toMatchObject({
    fault: { fields: { files: ["required"] } },
  });
  const foreign = await upload(jia);
  expect(await addEvidence(admin, { id, version: 3, files: [String(foreign)] })).toMatchObject({
    fault: { fields: { files: ["fileMissing"] } },
  });
  expect(await confirmRevocation(admin2, { id, version: 3 })).toMatchObject({
    fault: { detail: { message: "sameConfirmer" } },
  });
  expect(await confirmRevocation(checker, { id, version: 2 })).toMatchObject({
    fault: { detail: { message: "changedMeanwhile" } },
  });
  expect(await withdrawRevocation(admin, { id, version: 3, reason: "重报" })).toMatchObject({ ok: true });
  expect(await add(admin, 4)).toMatchObject({ fault: { code: "conflict" } });
});
