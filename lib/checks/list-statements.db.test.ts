import pg from "pg";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { actors, buildLedger, draft, person, title, unit } from "@/e2e/world/ledger";
import { listAchievements } from "@/lib/achievements/queries";
import { readAchievementFilter } from "@/lib/achievements/schema";
import type { Actor } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import { listAwards } from "@/lib/awards/ledger/queries";
import { awardSorts, readAwardFilter } from "@/lib/awards/schema";
import { actingAs } from "@/lib/db/acting";
import { openPool } from "@/lib/db/connection";
import { testDatabase } from "@/lib/db/testing";
import { listDocuments } from "@/lib/documents/search/queries";
import { documentFilter, documentPage } from "@/lib/documents/schema";
import { readEmployeeFilter } from "@/lib/employees/schema";
import { listEmployees } from "@/lib/employees/search/queries";
import { listStudios } from "@/lib/studios/queries";
import { readStudioFilter } from "@/lib/studios/schema";
import { listTeams } from "@/lib/teams/queries";
import { readTeamFilter } from "@/lib/teams/schema";

const { recorder, admin, hr } = actors;

/** Tables of the lists that grow with the enterprise: a page that reads one of them from end to end is slow one day. */
const large = [
  ...["awards", "award_scopes", "award_units", "award_recipients", "award_members", "award_documents"],
  ...["employees", "achievement_scopes", "achievement_contributors"],
  ...["team_members", "studio_members"],
];

type Statement = { text: string; values: unknown[] };
type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

beforeAll(async () => {
  await buildLedger();
  for (const employeeId of [person.jia, person.li]) {
    const saved = await saveAward(
      recorder,
      draft({ titleId: title.craftsman, prizeLevelCode: "", bonus: "", recipients: [{ employeeId }] }),
    );
    if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  }
  await (await testDatabase()).ownerSql("ANALYZE");
});
afterEach(() => vi.restoreAllMocks());

/** What is sent to the database while a page is read, in order; it is sent all the same. */
async function statementsOf(actor: Actor, read: () => Promise<unknown>): Promise<Statement[]> {
  const asked: Statement[] = [];
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const { text, values = [] } = args[0] as Partial<Statement>;
    if (text) asked.push({ text, values });
    return Reflect.apply(send, this, args) as never;
  });
  await actingAs(actor, read);
  vi.restoreAllMocks();
  return asked;
}

/** Large tables that a statement could not but read from end to end: those for which no index would do. */
async function readWhole(actor: Actor, statements: Statement[]): Promise<string[]> {
  const { urls } = await testDatabase();
  const pool = openPool(urls.appUrl, { max: 1 });
  const client = await pool.connect();
  const plans: Plan[] = [];
  await actingAs(actor, async () => {
    await client.query("BEGIN");
    // Of a handful of rows PostgreSQL would rather read all: without these, only what no index answers is read so.
    for (const way of ["seqscan", "material", "hashjoin", "mergejoin"])
      await client.query(`SET LOCAL enable_${way} = off`);
    for (const { text, values } of statements) {
      const { rows } = await client.query<Record<string, [{ Plan: Plan }]>>(
        `EXPLAIN (FORMAT JSON) ${text}`,
        values,
      );
      plans.push(rows[0]!["QUERY PLAN"]![0].Plan);
    }
    await client.query("ROLLBACK");
  });
  client.release();
  await pool.end();
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
  const scans = plans.flatMap(nodes).filter((node) => node["Node Type"] === "Seq Scan");
  return [...new Set(scans.map((node) => node["Relation Name"] ?? ""))].filter((name) =>
    large.includes(name),
  );
}

const who = { recorder, admin, hr };
const filters: Record<string, string>[] = [
  {},
  { year: "all" },
  { year: "all", level: "city" },
  { q: "贾建华" },
  { unit: String(unit.unionA) },
];

describe.each(Object.entries(who))("the ledger of %s", (_name, actor) => {
  it.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))(
    "with %s asks little, and by indexes",
    async (_text, filter) => {
      for (const sort of awardSorts) {
        const read = () => listAwards(actor, readAwardFilter({ ...filter, sort }, 2022));
        await read();
        const asked = await statementsOf(actor, read);
        expect(asked.length).toBeLessThanOrEqual("q" in filter ? 12 : 5);
        expect(await readWhole(actor, asked)).toEqual([]);
      }
    },
  );
});

const lists: Record<string, (actor: Actor, params: Record<string, string>) => Promise<unknown>> = {
  people: (actor, params) => listEmployees(actor, readEmployeeFilter(params)),
  documents: (actor, params) =>
    listDocuments(actor, documentFilter.parse(params), documentPage.parse(params)),
  achievements: (actor, params) => listAchievements(actor, readAchievementFilter(params)),
  teams: (actor, params) => listTeams(actor, readTeamFilter(params), "2024-06-01"),
  studios: (actor, params) => listStudios(actor, readStudioFilter(params), "2024-06-01"),
};

describe.each(Object.entries(who))("the other lists of %s", (_name, actor) => {
  it.each(Object.keys(lists))("%s are read by indexes, too, with few statements", async (list) => {
    const some: Record<string, string>[] = [{}, { q: "贾建华" }, { after: "1" }];
    for (const params of some) {
      const read = () => lists[list]!(actor, params);
      await read();
      const asked = await statementsOf(actor, read);
      expect(asked.length).toBeLessThanOrEqual(12);
      expect(await readWhole(actor, asked)).toEqual([]);
    }
  });
});

it("says so where no index would do", async () => {
  expect(
    await readWhole(admin, [{ text: "SELECT id FROM awards WHERE reason = $1", values: ["x"] }]),
  ).toEqual(["awards"]);
});

it("knows that the test sees what is sent", async () => {
  const { db } = await testDatabase();
  expect(await statementsOf(admin, () => db.award.count())).toHaveLength(1);
});
