import { beforeAll, describe, expect, it } from "vitest";
import { actors, buildLedger, draft, person, title } from "@/e2e/world/ledger";
import { actingAs } from "@/lib/db/acting";
import { saveAward } from "../commands";
import { readAwardFilter } from "../schema";
import { listAwards } from "./queries";

const { recorder, recorderB } = actors;
/** In the order of the list: the latest first, of one day the last entered. */
let ids: number[] = [];

beforeAll(async () => {
  await buildLedger();
  const days = ["2022-05", "2022-05", "2022-06-01", "2022", "2022-12-31", "2022-05-03", "2022-05"];
  for (const awardDate of days) {
    const only = { titleId: title.craftsman, prizeLevelCode: "", bonus: "", documents: [] };
    const saved = await saveAward(
      recorder,
      draft({ ...only, awardDate, recipients: [{ employeeId: person.jia }] }),
    );
    if (!saved.ok) throw new Error(JSON.stringify(saved.fault));
  }
  ids = (await page({ size: "100" })).rows.map(({ id }) => id);
});

const page = (params: Record<string, string>, actor = recorder) =>
  actingAs(actor, () => listAwards(actor, readAwardFilter({ size: "10", ...params }, 2022)));
const idsOf = async (params: Record<string, string>) => (await page(params)).rows.map(({ id }) => id);

describe("beyond the pages that have numbers", () => {
  it.each(["-date", "date", "title", "-year", "number", "unit", "-level", "state"])(
    "goes on after a row and back before one, sorted by %s",
    async (sort) => {
      const all = await idsOf({ size: "100", sort });
      expect(all).toHaveLength(7);
      for (const [place, id] of all.entries()) {
        expect(await idsOf({ sort, after: String(id) })).toEqual(all.slice(place + 1));
        expect(await idsOf({ sort, before: String(id) })).toEqual(all.slice(0, place));
      }
    },
  );

  it("says whether there is more on either side", async () => {
    const inner = await page({ after: String(ids[1]) });
    expect(inner).toMatchObject({ unnumbered: true, over: true, before: ids[2], after: null });
    expect(await page({ before: String(ids[3]) })).toMatchObject({ before: null, after: ids[2] });
  });

  it("takes a row that the actor does not see for none: the first page", async () => {
    const other = await page({ after: String(ids[1]) }, recorderB);
    expect(other).toMatchObject({ rows: [], total: 0, page: 1 });
    expect(other.unnumbered).toBeUndefined();
    expect((await page({ after: "999999" })).rows.map(({ id }) => id)).toEqual(ids);
  });
});

it("shows the last page where the address names one past it", async () => {
  expect(await page({ page: "900" })).toMatchObject({ page: 1, total: 7, rows: ids.map((id) => ({ id })) });
});
