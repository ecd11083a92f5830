import { beforeAll, describe, expect, it } from "vitest";
import { actors, audited, buildLedger, person, unit } from "@/e2e/world/ledger";
import { listAchievements } from "@/lib/achievements/queries";
import { readAchievementFilter } from "@/lib/achievements/schema";
import { listEvents } from "@/lib/audit/queries";
import { readAuditFilter } from "@/lib/audit/schema";
import { readEmployeeFilter } from "@/lib/employees/schema";
import { listEmployees } from "@/lib/employees/search/queries";
import { actingAs } from "./acting";
import { testDatabase } from "./testing";

const { recorder, recorderB } = actors;
const { ownerSql } = await testDatabase();

beforeAll(async () => {
  await buildLedger();
  await ownerSql(`BEGIN; ${audited} INSERT INTO employees (name, pinyin, initials, unit_id, union_unit_id, work_number, updated_at)
    SELECT '职工', 'zhi gong ' || lpad(n::text, 6, '0'), 'zg', ${unit.companyA}, ${unit.unionA}, 'W' || n, now() FROM generate_series(1, 10050) n; COMMIT`);
}, 120_000);

const people = (params: Record<string, string>, actor = recorder) =>
  actingAs(actor, () => listEmployees(actor, readEmployeeFilter({ size: "50", q: "职工", ...params })));

describe("a list of more than ten thousand", () => {
  it("is counted so far, and goes on after the last page that has a number, to its end and back", async () => {
    const last = await people({ page: "200" });
    expect(last).toMatchObject({ total: 10_000, over: true, page: 200, unnumbered: false, before: null });
    expect(last.rows.at(-1)).toMatchObject({ workNumber: "W10000" });
    const beyond = await people({ after: String(last.after) });
    expect(beyond).toMatchObject({ over: true, unnumbered: true, after: null });
    expect(beyond.rows.map(({ workNumber }) => workNumber)).toEqual(
      Array.from({ length: 50 }, (_, index) => `W${10_001 + index}`),
    );
    const back = await people({ before: String(beyond.before) });
    expect(back.rows.map(({ id }) => id)).toEqual(last.rows.map(({ id }) => id));
    expect(back).toMatchObject({ unnumbered: true, after: last.rows.at(-1)!.id });
  });

  it("has its first page where the address names a row that is not in it", async () => {
    const first = await people({});
    expect(first).toMatchObject({ page: 1, over: true, after: null });
    for (const id of [person.jia, 999_999]) expect(await people({ after: String(id) })).toEqual(first);
    expect(await people({ after: String(first.rows[0]!.id) }, recorderB)).toMatchObject({
      ...{ rows: [], total: 0 },
    });
  });

  it("is no longer for somebody who sees fewer", async () => {
    const few = await people({ q: "W1005" });
    expect(few.total).toBe(2);
    expect(few.over).toBeUndefined();
  });
});

it("the trail goes on after an event and back before one", async () => {
  const auditor = {
    ...actors.sysadmin,
    grants: [{ ...actors.sysadmin.grants[0]!, role: "auditor" as const }],
  };
  const trail = async (params: Record<string, string>) =>
    (await listEvents(auditor, readAuditFilter({ size: "10", ...params }))).rows.map(({ id }) => id);
  const all = await trail({});
  expect(all).toHaveLength(10);
  expect(await trail({ after: all[3]! })).toEqual(expect.arrayContaining(all.slice(4)));
  expect(await trail({ before: all[3]! })).toEqual(all.slice(0, 3));
  expect(await trail({ sort: "at", before: all[3]! })).not.toContain(all[2]);
});

describe("a place in a list", () => {
  const lists: Record<string, (params: Record<string, string>) => Promise<{ rows: { id: number }[] }>> = {
    people: (params) => listEmployees(actors.admin, readEmployeeFilter({ q: "W1005", ...params })),
    achievements: (params) => listAchievements(actors.admin, readAchievementFilter(params)),
  };
  beforeAll(async () => {
    await ownerSql(`BEGIN; ${audited.replace(`'users'`, `'users','achievements'`)}
      UPDATE employees SET work_number = NULL, unit_id = NULL, former_names = '{W1005}' WHERE work_number = 'W1005';
      INSERT INTO achievements (id, name, kind, finished_on, updated_at) SELECT 900 + n, '成果' || n, 'innovation', CASE WHEN n % 2 = 0 THEN '202' || n END, now() FROM generate_series(1, 7) n;
      INSERT INTO achievement_units (achievement_id, position, organization_id) SELECT 900 + n, 1, ${unit.companyA} FROM generate_series(1, 7) n; COMMIT`);
  });

  it.each([
    ["people", "workNumber"],
    ["people", "-workNumber"],
    ["people", "unit"],
    ["achievements", "-finishedOn"],
    ["achievements", "finishedOn"],
    ["achievements", "benefit"],
    ["achievements", "-kind"],
  ])(
    "among %s sorted by %s has the same neighbors as in the whole, those without a value too",
    async (list, sort) => {
      const ids = async (params: Record<string, string>) =>
        (await actingAs(actors.admin, () => lists[list]!({ sort, size: "50", ...params }))).rows.map(
          ({ id }) => id,
        );
      const all = await ids({});
      expect(all.length).toBeGreaterThan(1);
      for (const [place, id] of all.entries()) {
        expect(await ids({ after: String(id) })).toEqual(all.slice(place + 1));
        expect(await ids({ before: String(id) })).toEqual(all.slice(0, place));
      }
    },
  );
});
