import { beforeAll, expect, it } from "vitest";
import { table } from "@/e2e/world/exports";
import { actors, buildLedger, person, unit } from "@/e2e/world/ledger";
import { admin2, alone, conferred, plantRevocations, recorded, team } from "@/e2e/world/revocations";
import { confirmRevocation } from "@/lib/awards/revocations/commands";
import type { TestDatabase } from "@/lib/db/testing";
import { countAwardsOfYear } from "@/lib/reports/queries";

let world: TestDatabase;
const { admin, checker, hr } = actors;

async function revoke(awardId: number, more: Record<string, unknown> = {}) {
  const id = await recorded(awardId, more);
  const confirmed = await confirmRevocation(checker, { id, version: 1 });
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.fault));
}
const recipientOf = async (awardId: number, position: number) =>
  (
    await world.ownerSql<{ id: number }>(
      "SELECT id FROM award_recipients WHERE award_id = $1 AND position = $2",
      [awardId, position],
    )
  )[0]!.id;

beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
}, 60_000);

it("the file says what is revoked, who was struck, and what still stands", async () => {
  const whole = await conferred(alone);
  const joint = await conferred();
  const collective = await conferred(team);
  await revoke(whole);
  await revoke(joint, { target: `recipient:${await recipientOf(joint, 2)}` });
  await revoke(collective, { target: `member:${await recipientOf(collective, 1)}:1` });
  const columns = ["state", "recipientBonus"];
  const [, ...awards] = await table(hr, { sort: "number", columns });
  expect(awards.map(([state]) => state)).toEqual([
    "已撤销",
    "有效（其中贾建华已取消）",
    "有效（其中贾建华已取消）",
  ]);
  const [, ...rows] = await table(hr, { sort: "number", rowPer: "recipient", columns: ["name", "state"] });
  expect(rows).toEqual([
    ["贾建华", "已撤销"],
    ["李晓杰", "有效"],
    ["贾建华", "已取消"],
    ["焊接班", "有效（其中贾建华已取消）"],
  ]);
});

it("numbers leave out what was revoked, for a unit also where all of its people were struck", async () => {
  const before = await countAwardsOfYear(admin, 2022);
  const shared = {
    recipients: [{ employeeId: String(person.jia) }, { employeeId: String(person.zhang) }],
    ...{ bonus: "", recordingUnitId: String(unit.unionA) },
  };
  const awardId = await conferred(shared, admin2);
  const numbers = async () => {
    const { total, byUnit } = await countAwardsOfYear(admin, 2022);
    return [
      total - before.total,
      ...["甲公司工会", "乙公司工会"].map((name) => of(byUnit, name) - of(before.byUnit, name)),
    ];
  };
  const of = (units: typeof before.byUnit, name: string) =>
    units.find((unit) => unit.name === name)?.count ?? 0;
  expect(await numbers()).toEqual([1, 1, 1]);
  await revoke(awardId, { target: `recipient:${await recipientOf(awardId, 2)}` });
  expect(await numbers()).toEqual([1, 1, 0]);
  await revoke(awardId, { documentId: "104" });
  expect(await numbers()).toEqual([0, 0, 0]);
});
