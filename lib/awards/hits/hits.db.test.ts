import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, draft, person, title, unit } from "@/e2e/world/ledger";
import type { Actor } from "@/lib/auth/roles";
import { actingAs, asNobody } from "@/lib/db/acting";
import { ask, db } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import { saveAward } from "../commands";
import { listAwards } from "../ledger/queries";
import { orderAwards, pathOf, whereAwards } from "../queries";
import { confirmAward } from "../review/commands";
import { awardSorts, readAwardFilter } from "../schema";
import { namedIn } from "../keys/queries";
import { findHits, hitsOf } from "./queries";

const { recorder, recorderB, checker, checker2, checkerB, admin, hr } = actors;

beforeAll(async () => {
  await buildLedger();
  const craftsman = { titleId: title.craftsman, prizeLevelCode: "", bonus: "" };
  const record = async (actor: Actor, by: Actor | null, more: Record<string, unknown>) => {
    const saved = await saveAward(actor, draft({ ...(by && { intent: "submit" }), ...more }));
    if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
    if (by) await confirmAward(by, { id: saved.value.id, version: 2 });
  };
  for (const [place, awardDate] of ["2022-05", "2021", "2022-12-31", "2022"].entries()) {
    const [mine, theirs] = [[{ employeeId: person.jia }], [{ employeeId: person.zhang }]];
    await record(recorder, checker, { awardDate });
    await record(recorder, null, { ...craftsman, awardDate, documents: [], recipients: mine });
    await record(recorderB, checkerB, {
      ...craftsman,
      awardDate,
      documents: [],
      recipients: theirs,
      levelCode: "provincial",
    });
    if (place < 2)
      await record(admin, checker2, { ...craftsman, awardDate, recipients: [...mine!, ...theirs!] });
  }
});

const filters: Record<string, string>[] = [
  { level: "city" },
  { level: "provincial", category: "craftsman" },
  { prizeLevel: "third", year: "2022" },
  { state: "draft" },
  { state: "effective", year: "2022" },
  { title: String(title.craftsman) },
  { subjectKind: "employee", level: "city" },
  { unit: String(unit.unionA) },
  { unit: String(unit.companyB), level: "provincial" },
  { q: "工匠" },
  { q: "craftsman", year: "2022" },
  { q: "张伟" },
  { q: "zhangw", state: "effective" },
  { q: "〔2022〕15号" },
  { q: "2022", level: "city" },
  { q: "工匠", unit: String(unit.unionA) },
  { q: "没有的词" },
  {},
];
const seers = { recorder, recorderB, admin, hr };

/** Each order for what is asked of the awards themselves; a keyword adds nothing to it. */
const sortsOf = ({ q }: Record<string, string>) =>
  q ? ["-date", "number"] : awardSorts.flatMap((one) => [one, `-${one}`]);

/** By the conditions alone, in the order of the list. */
async function expected(actor: Actor, params: Record<string, string>): Promise<number[]> {
  const filter = readAwardFilter({ year: "all", size: "100", ...params }, 2022);
  const rows = await actingAs(actor, async () =>
    db.award.findMany({
      where: await whereAwards(actor, filter),
      orderBy: orderAwards(filter),
      select: { id: true },
    }),
  );
  return rows.map(({ id }) => id);
}

describe.each(Object.entries(seers))("what %s lists", (_who, actor) => {
  it.each(filters)("narrowed to %o is what its conditions say, in every order", async (params) => {
    for (const sort of sortsOf(params)) {
      const all = await expected(actor, { ...params, sort });
      const filter = readAwardFilter({ year: "all", size: "100", ...params, sort }, 2022);
      const page = await actingAs(actor, () => listAwards(actor, filter));
      expect(page.rows.map(({ id }) => id)).toEqual(all);
      expect(page.total).toBe(all.length);
    }
  });

  it.each(filters)("is the same where there are too many to sort: %o", async (params) => {
    for (const sort of sortsOf(params)) {
      const all = await expected(actor, { ...params, sort });
      const filter = readAwardFilter({ year: "all", ...params, sort }, 2022);
      const hits = await hitsOf(actor, filter, await pathOf(actor, filter));
      if (!hits || all.length < 3) continue;
      const many = { counted: 2, few: 0, looked: 1000 };
      for (const [skip, take] of [
        [0, 2],
        [1, 1],
      ] as const) {
        const { ids, found } = await actingAs(actor, () => findHits(hits, { skip, take }, many));
        expect([ids, found]).toEqual([all.slice(skip, skip + take), 3]);
      }
      // Nothing along the order: then all are sorted.
      const { ids } = await actingAs(actor, () =>
        findHits(hits, { skip: 0, take: 2 }, { counted: 2, few: 0, looked: -40 }),
      );
      expect(ids).toEqual(all.slice(0, 2));
    }
  });
});

it.each(["张伟", "zhangw", "工匠", "2022"])(
  "is the same where %s is borne by more than are counted",
  async (q) => {
    for (const actor of [recorder, recorderB, admin, hr])
      for (const more of [
        {},
        { state: "effective" },
        { year: "2022" },
        { unit: String(unit.companyA) },
      ] as Record<string, string>[]) {
        const all = await expected(actor, { q, ...more });
        const filter = readAwardFilter({ year: "all", q, ...more }, 2022);
        const hits = await hitsOf(actor, filter, await pathOf(actor, filter));
        if (!hits) continue;
        const named = await namedIn(actor, q, 1);
        const find = (isOver: boolean) =>
          actingAs(actor, () => findHits({ ...hits, named, isOver }, { skip: 0, take: 20 }));
        expect(await find(false)).toEqual({ ids: all, found: all.length });
        if (named.keys) expect(await find(true)).toEqual({ ids: all, found: 10_001 });
      }
  },
);

it("has the marks of awards for whoever acts, to be read alone", async () => {
  const { appSql } = await testDatabase();
  expect(await asNobody(() => ask({ text: "SELECT id FROM award_marks", values: [] }))).toEqual([]);
  expect(await actingAs(hr, () => ask({ text: "SELECT id FROM award_marks", values: [] }))).toHaveLength(14);
  await expect(appSql("UPDATE award_marks SET title_name = 'x'")).rejects.toThrow("permission denied");
  await expect(appSql("DELETE FROM award_marks")).rejects.toThrow("permission denied");
});
