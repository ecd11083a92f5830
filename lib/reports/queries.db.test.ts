import { beforeAll, describe, expect, test } from "vitest";
import { achievement, actors, buildLedger, draft, person, team, unit } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import { listAwards } from "@/lib/awards/ledger/queries";
import { createRequest } from "@/lib/awards/requests/commands";
import { confirmAward, returnAward, voidAward } from "@/lib/awards/review/commands";
import { readAwardFilter } from "@/lib/awards/schema";
import { countAwardsOfYear, getHome } from "./queries";
import { readYears } from "./schema";

const { recorder, checker, admin, recorderB, checkerB, hr, sysadmin, jia } = actors;
const auditor: Actor = {
  ...sysadmin,
  grants: [{ role: "auditor", organizationId: null, tree: null, path: null }],
};
const now = new Date("2026-11-27T04:00:00Z");

async function save(more: Record<string, unknown>, actor = recorder): Promise<number> {
  const saved = await saveAward(actor, draft({ intent: "submit", ...more }));
  if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  return saved.value.id;
}
async function effective(more: Record<string, unknown>, actor = recorder): Promise<number> {
  const id = await save(more, actor);
  await confirmAward(actor === recorderB ? checkerB : checker, { id, version: 2 });
  return id;
}
const craftsman = { titleId: "2", prizeLevelCode: "", bonus: "" };

beforeAll(async () => {
  await buildLedger();
  await effective({});
  await effective({ ...craftsman, recipients: [{ employeeId: person.jia }], levelCode: "provincial" });
  await effective({ recipients: [{ teamId: team.welders }], awardDate: "2021" });
  await effective({ recipients: [{ achievementId: achievement.fixture }] });
  await effective({ ...craftsman, documents: ["2"], recipients: [{ employeeId: person.zhang }] }, recorderB);
  const wrong = await effective({});
  await voidAward(admin, { id: wrong, version: 3, reason: "误录" });
  await save({});
  await returnAward(checker, { id: await save({}), version: 2, reason: "缺扫描件" });
  await save({ intent: "draft" });
  await createRequest(jia, {
    ...{ key: crypto.randomUUID(), titleText: "省技术能手", explanation: "有证书" },
  });
});

describe("the year's numbers", () => {
  test("equal what the list counts, whoever asks, for every level and unit", async () => {
    for (const actor of [recorder, checker, admin, recorderB, hr]) {
      const numbers = await countAwardsOfYear(actor, 2022);
      const counted = async (more: Record<string, string>) =>
        (await listAwards(actor, readAwardFilter({ state: "effective", year: "2022", ...more }, 2022))).total;
      expect(numbers.total).toBe(await counted({}));
      expect(numbers.previous).toBe(await counted({ year: "2021" }));
      for (const { code, count } of numbers.byLevel) expect(count).toBe(await counted({ level: code }));
      for (const { id, count } of numbers.byUnit) expect(count).toBe(await counted({ unit: String(id) }));
      expect(numbers.byUnit.length).toBeGreaterThan(0);
    }
  });

  test("are of the units below the scope, the highest level first", async () => {
    const numbers = await countAwardsOfYear(admin, 2022);
    expect(numbers.byUnit.map(({ id, count }) => [id, count])).toEqual([
      [unit.unionA, 3],
      [unit.unionB, 1],
    ]);
    expect(numbers.byLevel.map(({ code, count }) => [code, count])).toEqual([
      ["provincial", 1],
      ["city", 3],
    ]);
  });

  test("are none for who has no ledger role", async () => {
    for (const actor of [jia, sysadmin, auditor])
      expect(await countAwardsOfYear(actor, 2022)).toMatchObject({ total: 0, byLevel: [], byUnit: [] });
  });
});

describe("the home page", () => {
  test("shows each role what waits for it", async () => {
    const counts = async (actor: Actor) => {
      const { todo } = await getHome(actor, 2022, now);
      return todo && [todo.toCheck?.total, todo.returned?.total, todo.requests?.total, todo.drafts?.total];
    };
    expect(await counts(recorder)).toEqual([undefined, 1, 1, 1]);
    expect(await counts(checker)).toEqual([1, undefined, 1, undefined]);
    expect(await counts(admin)).toEqual([1, 1, 1, 0]);
    expect(await counts(recorderB)).toEqual([undefined, 0, 0, 0]);
    for (const actor of [hr, sysadmin, auditor]) expect(await counts(actor)).toBeNull();
  });

  test("shows the administrator the system, the auditor the trail, neither of them an award", async () => {
    const system = await getHome(sysadmin, 2022, now);
    expect(system).toMatchObject({ numbers: null, recent: null, events: null, todo: null });
    expect(system.system).toMatchObject({ accounts: Object.keys(actors).length, disabled: 0 });
    const audit = await getHome(auditor, 2022, now);
    expect(audit).toMatchObject({ numbers: null, recent: null, system: null, todo: null });
    expect(audit.events).toHaveLength(10);
    expect((await getHome(recorder, 2022, now)).events).toBeNull();
  });

  test("shows effective awards of the scope, the latest first", async () => {
    const { recent } = await getHome(recorder, 2022, now);
    expect(recent!.map(({ state }) => state)).toEqual(Array(4).fill("effective"));
    expect(recent!.at(-1)!.awardDate).toBe("2021");
  });
});

test.each([
  ["2019", 2019],
  ["2099", 2026],
  ["x", 2026],
  [undefined, 2026],
])("the year %s of the address is %i", (year, expected) => {
  expect(readYears({ year }, 2026)).toMatchObject({ year: expected });
});
