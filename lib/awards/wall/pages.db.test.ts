import { beforeEach, describe, expect, it } from "vitest";
import { actors, buildLedger, title, unit } from "@/e2e/world/ledger";
import { alone, conferred } from "@/e2e/world/revocations";
import { asNobody } from "@/lib/db/acting";
import { voidAward } from "../review/commands";
import { listWall, listWallUnits, listWallYears } from "./queries";
import { readWallFilter, type WallFilter } from "./schema";

const { admin } = actors;
const world = await buildLedger();

// What one story put on the wall is not in the way of the next.
beforeEach(async () => {
  await world.ownerSql("ALTER TABLE awards DISABLE TRIGGER USER");
  await world.ownerSql("UPDATE awards SET visibility = 'internal'");
  await world.ownerSql("ALTER TABLE awards ENABLE TRIGGER USER");
});

/** What a visitor sees, who is nobody. */
const wall = (more: Partial<WallFilter> = {}, size = 24) =>
  asNobody(() => listWall({ ...readWallFilter({}), ...more }, size));
const idsOf = async (more: Partial<WallFilter>) => (await wall(more)).entries.map(({ id }) => id);
const craftsman = { titleId: title.craftsman, prizeLevelCode: "", bonus: "", ...alone };

describe("pages of the wall", () => {
  it("go by year, level and day, there and back, and end", async () => {
    const city2021 = await conferred({ ...craftsman, awardDate: "2021-05", awardYear: "2021" });
    const late = await conferred({ ...craftsman, awardDate: "2022-12" });
    const early = await conferred({ ...craftsman, awardDate: "2022-03", awardYear: "2022" });
    const province = await conferred({
      ...craftsman,
      awardDate: "2022-01",
      awardYear: "2022",
      levelCode: "provincial",
    });
    const order = [province, late, early, city2021];
    expect((await wall()).entries.map(({ id }) => id)).toEqual(order);
    const first = await wall({}, 3);
    expect(first).toMatchObject({ total: 4, before: null, after: early });
    expect(first.entries.map(({ id }) => id)).toEqual(order.slice(0, 3));
    const second = await wall({ after: early }, 3);
    expect(second).toMatchObject({ entries: [{ id: city2021 }], before: city2021, after: null });
    expect((await wall({ before: city2021 }, 2)).entries.map(({ id }) => id)).toEqual([late, early]);
    expect(await wall({ before: late }, 3)).toMatchObject({
      entries: [{ id: province }],
      before: null,
      after: province,
    });
    // A place that is on the wall no more is none.
    expect(await voidAward(admin, { id: early, version: 3, reason: "录入有误" })).toMatchObject({ ok: true });
    expect((await wall({ after: early }, 3)).entries.map(({ id }) => id)).toEqual([province, late, city2021]);
    expect(await asNobody(listWallYears)).toEqual([2022, 2021]);
    expect((await wall({ year: 2021 })).entries).toHaveLength(1);
    expect((await wall({ level: "provincial" })).entries).toHaveLength(1);
    expect((await wall({ category: "craftsman", year: 2022 })).entries).toHaveLength(2);
  });

  it("hold a company's honors", async () => {
    const id = await conferred(alone);
    expect((await asNobody(listWallUnits)).map((one) => [one.id, one.depth])).toEqual([
      [unit.group, 0],
      [unit.companyA, 1],
      [unit.companyB, 1],
    ]);
    expect(await idsOf({ unit: unit.companyA })).toEqual([id]);
    expect(await idsOf({ unit: unit.companyB })).toEqual([]);
    expect(await idsOf({ unit: unit.group, level: "city", q: "贾建华" })).toEqual([id]);
    expect(await idsOf({ unit: unit.companyA, year: 2021 })).toEqual([]);
  });

  it("come out the same for many as for few", async () => {
    for (const month of ["01", "02", "03"])
      for (const levelCode of ["city", "provincial"])
        await conferred({ ...craftsman, levelCode, awardDate: `2022-${month}`, awardYear: "2022" });
    const walk = async (most: number, back: boolean) => {
      const ids: number[] = [];
      for (let next: number | null | undefined = null; next !== undefined;) {
        const [row]: { ids: number[] }[] = await world.appSql<{ ids: number[] }>(
          "SELECT ids FROM wall_page(NULL, NULL, NULL, NULL, NULL, NULL, $1, $2, 2, $3)",
          [next, back, most],
        );
        const two: number[] = back ? row!.ids.slice(-2).reverse() : row!.ids.slice(0, 2);
        ids.push(...two);
        next = row!.ids.length > 2 ? two.at(-1) : undefined;
      }
      return ids;
    };
    const order = (await wall()).entries.map(({ id }) => id);
    expect(order).toHaveLength(6);
    for (const most of [1000, 3]) {
      expect(await walk(most, false)).toEqual(order);
      expect(await walk(most, true)).toEqual([...order].reverse());
    }
    expect(await wall({ unit: unit.companyA })).toMatchObject({ total: 6 });
  });
});
