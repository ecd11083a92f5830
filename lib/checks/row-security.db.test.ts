import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, document, draft, person, team, title, unit } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import { saveAward } from "@/lib/awards/commands";
import { visibleTo as visibleAwards } from "@/lib/awards/policy";
import { confirmAward } from "@/lib/awards/review/commands";
import { actingAs, asNobody, asSystem } from "@/lib/db/acting";
import { db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { transaction } from "@/lib/db/transaction";
import { visibleTo as visiblePeople } from "@/lib/employees/policy";
import { visibleSql } from "@/lib/employees/queries";

const { recorder, checker, recorderB, admin, hr, sysadmin, jia } = actors;

/**
 * Tables without a second wall: catalogs that belong to no unit, ids alone, hashed pieces of names beside the units that find them
 * (search, whose conditions would lose their index behind a wall), and what the database keeps for itself.
 */
const open = [
  "_prisma_migrations",
  "achievement_search_keys",
  "audit_keys",
  "audit_links",
  "audit_seals",
  "award_search_keys",
  "award_title_names",
  "award_units",
  "categories",
  "character_readings",
  "document_search_keys",
  "employee_search_keys",
  "granting_bodies",
  "honor_title_levels",
  "honor_title_prize_levels",
  "honor_title_subject_kinds",
  "honor_titles",
  "ledger_counters",
  "levels",
  "organization_periods",
  "organization_search_keys",
  "organizations",
  "prize_levels",
  "programme_organisers",
  "programmes",
  "retention_policies",
  "sign_in_policies",
  "sign_in_throttles",
  "studio_search_keys",
  "team_search_keys",
  "treatment_kinds",
  "unit_pairs",
];

let ofA = 0;
let draftOfA = 0;

beforeAll(async () => {
  await buildLedger();
  const record = async (actor: typeof recorder, more: Record<string, unknown>) => {
    const saved = await saveAward(actor, draft(more));
    if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
    return saved.value.id;
  };
  const toB = { recipients: [{ employeeId: person.zhang }], documents: [], bonus: "" };
  ofA = await record(recorder, { intent: "submit" });
  await confirmAward(checker, { id: ofA, version: 2 });
  draftOfA = await record(recorder, {
    titleId: title.craftsman,
    prizeLevelCode: "",
    recipients: [{ employeeId: person.jia }],
    bonus: "",
  });
  await record(recorderB, { intent: "submit", ...toB });
});

const idsOf = async (rows: Promise<{ id: number }[]>) =>
  (await rows).map(({ id }) => id).sort((a, b) => a - b);
const awards = () => db.award.findMany({ select: { id: true } });
const people = () => db.employee.findMany({ select: { id: true } });

it("stands before every table that holds what belongs to somebody", async () => {
  const { ownerSql } = await testDatabase();
  const rows = await ownerSql<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity ORDER BY 1",
  );
  expect(rows.map(({ name }) => name)).toEqual(open);
});

it("shows nobody anything, in any of these tables", async () => {
  const { ownerSql, appSql } = await testDatabase();
  const walled = await ownerSql<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity",
  );
  const seen: string[] = [];
  for (const { name } of walled)
    if ((await asNobody(() => appSql(`SELECT FROM ${name} LIMIT 1`))).length > 0) seen.push(name);
  expect(seen).toEqual([]);
  expect(await asNobody(() => db.award.count())).toBe(0);
  expect(await asSystem(() => db.award.count())).toBe(3);
});

describe("a query that forgot its scope", () => {
  it.each([
    ["a recorder", recorder],
    ["a recorder of another unit", recorderB],
    ["the union's administrator", admin],
    ["human resources", hr],
  ])("finds for %s what the first wall shows, and no more", async (_who, actor) => {
    expect(await idsOf(actingAs(actor, awards))).toEqual(
      await idsOf(db.award.findMany({ where: visibleAwards(actor), select: { id: true } })),
    );
    expect(await idsOf(actingAs(actor, people))).toEqual(
      await idsOf(db.employee.findMany({ where: visiblePeople(actor), select: { id: true } })),
    );
  });

  it("finds for whoever keeps people of a whole tree the papers of what was confirmed", async () => {
    const grants: Actor["grants"] = [
      { role: "hr", organizationId: unit.group, tree: "company", path: `/${unit.group}/`, whole: "company" },
    ];
    const documents = () => db.document.findMany({ select: { id: true } });
    expect(await idsOf(actingAs({ ...hr, grants }, documents))).toEqual([document.notice]);
  });

  it("finds for an employee the own record and honors, and for an administrator of accounts no honor", async () => {
    expect(await idsOf(actingAs(jia, awards))).toEqual([ofA]);
    expect(await idsOf(actingAs(jia, people))).toEqual([person.jia]);
    expect(await idsOf(actingAs(sysadmin, awards))).toEqual([]);
  });

  it("finds parts, histories and papers of what is seen alone", async () => {
    const parts = async (actor: typeof recorder) => ({
      recipients: await actingAs(actor, () => db.awardRecipient.count()),
      states: await actingAs(actor, () => db.awardStateChange.count({ where: { awardId: ofA } })),
      history: await actingAs(actor, () => db.auditEvent.count({ where: { noun: "awards", nounId: ofA } })),
      documents: await idsOf(actingAs(actor, () => db.document.findMany({ select: { id: true } }))),
      teams: await actingAs(actor, () => db.team.count({ where: { id: team.welders } })),
      achievements: await actingAs(actor, () => db.achievement.count()),
    });
    expect(await parts(recorder)).toMatchObject({
      recipients: 3,
      states: 3,
      documents: [document.notice],
      teams: 1,
      achievements: 1,
    });
    expect(await parts(recorderB)).toEqual({
      ...{ recipients: 1, states: 0, history: 0, teams: 0, achievements: 0 },
      documents: [document.notice, document.ofB],
    });
  });
});

it("is for people the same in SQL as in Prisma's words", async () => {
  const { ownerSql } = await testDatabase();
  const both: Actor = { ...hr, employeeId: person.zhang, grants: [...hr.grants, ...recorderB.grants] };
  for (const actor of [recorder, recorderB, admin, hr, jia, sysadmin, both])
    expect(await idsOf(ownerSql(`SELECT id FROM employees e WHERE ${visibleSql(actor)}`))).toEqual(
      await idsOf(db.employee.findMany({ where: visiblePeople(actor), select: { id: true } })),
    );
});

describe("a write that forgot its scope", () => {
  it("changes nothing of another unit's", async () => {
    const change = () =>
      db.award.updateMany({ where: { id: { in: [ofA, draftOfA] } }, data: { reason: "改" } });
    expect(await actingAs(recorderB, change)).toEqual({ count: 0 });
    expect(
      await actingAs(recorderB, () => db.awardRecipient.deleteMany({ where: { awardId: draftOfA } })),
    ).toEqual({ count: 0 });
    expect(await actingAs(hr, change)).toEqual({ count: 0 });
  });

  it("adds nothing to it", async () => {
    const note = () =>
      db.awardDocument.create({ data: { awardId: draftOfA, documentId: document.ofB, position: 9 } });
    await expect(actingAs(recorderB, note)).rejects.toThrow(/row-level security|42501/);
    const rename = () =>
      db.employee.updateMany({ where: { id: person.jia }, data: { unitId: unit.companyB } });
    expect(await actingAs(recorderB, rename)).toEqual({ count: 0 });
  });
});

describe("on whose behalf", () => {
  it("is said anew for each statement, however many share the connections", async () => {
    const both = Array.from({ length: 60 }, (_, index) => (index % 2 ? recorder : recorderB));
    const counted = await Promise.all(both.map((actor) => actingAs(actor, () => db.award.count())));
    expect(counted).toEqual(both.map((actor) => (actor === recorder ? 2 : 1)));
    // The connections used above, by somebody without a name.
    expect(await Promise.all(both.map(() => asNobody(() => db.award.count())))).toEqual(both.map(() => 0));
  });

  it("holds within a transaction, through savepoints, and where the system looks in between", async () => {
    const counts: number[] = [];
    await actingAs(recorderB, () =>
      transaction(async (tx) => {
        const count = async () => void counts.push(await tx.award.count());
        await count();
        await tx.$executeRaw`SAVEPOINT here`;
        await asSystem(count);
        await tx.$executeRaw`ROLLBACK TO SAVEPOINT here`;
        await count();
        await asSystem(count);
        await count();
      }),
    );
    expect(counts).toEqual([1, 3, 1, 3, 1]);
    expect(await asNobody(() => db.award.count())).toBe(0);
  });
});

it("an award that comes in by one statement is asked for by who keeps its unit alone", async () => {
  const ids = { titleId: title.innovation, titleName: "x", levelCode: "city", categoryCode: "innovation" };
  const own = { ...ids, prizeLevelCode: "third", awardDate: "2022", awardYear: 2022, source: "manual" };
  const enter = (more: object) => () =>
    db.$queryRaw`SELECT enter_award(${draftOfA + 1000}::int, ${JSON.stringify([{ ...own, state: "draft", ...more }])}::jsonb,
      '[]', '[]', '[]', '[]', ${JSON.stringify({ event: "awards.created", noun: "awards", name: "x", roles: [], address: "x" })}::jsonb, '[{}]')::text`;
  const ofA = enter({ recordingUnitId: unit.unionA, enteredById: recorder.userId });
  for (const actor of [recorderB, hr, sysadmin, jia])
    await expect(actingAs(actor, ofA)).rejects.toThrow(/row-level security|42501/);
  await expect(asNobody(ofA)).rejects.toThrow(/row-level security|42501/);
  await actingAs(recorder, ofA);
  expect(await actingAs(recorder, () => db.award.count({ where: { id: draftOfA + 1000 } }))).toBe(1);
});
