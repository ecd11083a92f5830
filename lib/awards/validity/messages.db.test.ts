import { beforeAll, expect, it } from "vitest";
import { actors, audited, buildLedger, unit } from "@/e2e/world/ledger";
import { admin2, conferred, plantRevocations, recorded, team } from "@/e2e/world/revocations";
import type { TestDatabase } from "@/lib/db/testing";
import { confirmRevocation } from "../revocations/commands";
import { correctValidity, settleValidity } from "./commands";

const { recorder, recorder2, both, checker2, admin, jia } = actors;
const june = new Date("2026-06-01T04:00:00Z");
const keepers = [recorder, recorder2, both].map(({ userId }) => userId);
let world: TestDatabase;

beforeAll(async () => {
  world = await buildLedger();
  await plantRevocations(world);
  await world.ownerSql(
    `${audited} INSERT INTO user_roles (user_id, role, organization_id) VALUES (${checker2.userId}, 'recorder', ${unit.union})`,
  );
});

/** An honor whose validity is over, and nobody has been told of anything. */
async function over(more: Record<string, unknown> = {}): Promise<number> {
  const id = await conferred({ validTo: "2025", ...more });
  await forget();
  return id;
}
const forget = () => world.ownerSql("DELETE FROM inbox_messages");

const touched = `INSERT INTO audit_events (event, noun, actor_name, actor_roles, address) VALUES ('test', 'awards', 'test', '{}', 'local');`;

type Told = { user: number; kind: string; award: number; count: string; reason: string | null };
const told = () =>
  world.ownerSql<Told>(
    `SELECT user_id AS user, kind, noun_id AS award, data->>'count' AS count, data->>'reason' AS reason
     FROM inbox_messages WHERE noun = 'awards' ORDER BY kind DESC, user_id, id`,
  );
const toKeepers = (kind: string, award: number, count = 1, reason: string | null = null) =>
  keepers.map((user) => ({ user, kind, award, count: String(count), reason }));

it("tells who was honored and the recorders of the recording unit, once", async () => {
  const id = await over();
  await settleValidity(june);
  await settleValidity(june);
  expect(await told()).toEqual([
    { user: jia.userId, kind: "honor_expired", award: id, count: "1", reason: null },
    ...toKeepers("awards_expired", id),
  ]);
});

it("tells the members behind a team, each recorder once of all of a unit's, and nobody who was struck", async () => {
  const members = await over(team);
  const struck = await over();
  const [{ id: jiaThere }] = (await world.ownerSql<{ id: number }>(
    "SELECT id FROM award_recipients WHERE award_id = $1 AND name = $2",
    [struck, jia.name],
  )) as [{ id: number }];
  const id = await recorded(struck, { target: `recipient:${jiaThere}` });
  expect(await confirmRevocation(admin2, { id, version: 1 })).toMatchObject({ ok: true });
  await forget();
  await settleValidity(june);
  expect(await told()).toEqual([
    { user: jia.userId, kind: "honor_expired", award: members, count: "1", reason: null },
    ...toKeepers("awards_expired", members, 2),
  ]);
});

const shut = (userIds: readonly number[], work: () => Promise<unknown>) => {
  const set = (value: string) =>
    world.ownerSql(`${audited} UPDATE users SET disabled_at = ${value} WHERE id IN (${userIds.join()})`);
  return set("now()")
    .then(work)
    .finally(() => set("NULL"));
};
const one = (kind: string, award: number, reason: string | null, ...people: { userId: number }[]) =>
  people.map(({ userId: user }) => ({ user, kind, award, count: "1", reason }));

it("tells the recorder above where a unit has none, or else the union's administrators; nobody whose account is shut", async () => {
  const [first, second] = [await over(), await over()];
  await world.ownerSql(`${audited} ${touched} UPDATE awards SET valid_to = '2030' WHERE id = ${second}`);
  await shut([...keepers, jia.userId], async () => {
    await settleValidity(june);
    expect(await told()).toEqual(one("awards_expired", first, null, checker2));
  });
  await world.ownerSql(`${audited} ${touched} UPDATE awards SET valid_to = '2025' WHERE id = ${second}`);
  await forget();
  await shut([...keepers, jia.userId, checker2.userId], async () => {
    await settleValidity(june);
    expect(await told()).toEqual(one("awards_expired", second, null, admin, admin2));
  });
});

it("tells that one stands again, with the reason, but not who corrected it", async () => {
  const id = await over();
  const correct = (version: number, validTo: string, reason: string) =>
    correctValidity(admin, { id, version, validTo, reason }, june);
  await settleValidity(june);
  await forget();
  expect(await correct(4, "2027", "文件载明五年")).toMatchObject({ ok: true });
  expect(await told()).toEqual([
    ...one("honor_resumed", id, "文件载明五年", jia),
    ...toKeepers("awards_resumed", id, 1, "文件载明五年"),
  ]);
  await forget();
  await shut([...keepers, checker2.userId], async () => {
    expect(await correct(6, "2025", "文件载明三年")).toMatchObject({ ok: true });
    expect(await told()).toEqual([
      ...one("honor_expired", id, "文件载明三年", jia),
      ...one("awards_expired", id, "文件载明三年", admin2),
    ]);
  });
});
