import { expect, test } from "vitest";
import { canSeeWall } from "./policy";
import { byYear } from "./rules";
import { readWallFilter, type WallEntry } from "./schema";

test("whatever an address holds makes a filter", () => {
  expect(readWallFilter({})).toEqual({ mode: "page" });
  expect(
    readWallFilter({ year: "2022", level: "city", unit: "3", q: " 贾 建华 ", after: "7", mode: "screen" }),
  ).toEqual({
    ...{ year: 2022, level: "city", unit: 3, q: "贾 建华", after: 7, mode: "screen" },
  });
  expect(
    readWallFilter({ year: "x", unit: "-1", after: "9".repeat(30), mode: ["y", "screen"], q: "" }),
  ).toEqual({
    mode: "page",
  });
});

test("years and levels are headed once each, in the order given", () => {
  const entry = (id: number, year: number, code: string) =>
    ({ id, year, level: { code, zh: code, en: code } }) as WallEntry;
  const years = byYear([entry(1, 2022, "a"), entry(2, 2022, "a"), entry(3, 2022, "b"), entry(4, 2021, "b")]);
  expect(
    years.map(({ year, levels }) => [year, levels.map(({ entries }) => entries.map(({ id }) => id))]),
  ).toEqual([
    [2022, [[1, 2], [3]]],
    [2021, [[4]]],
  ]);
});

test("the wall is open to whom the operator says", () => {
  expect(
    ["public", "signed-in", "off"].map((opening) =>
      [true, false].map((isSignedIn) => canSeeWall(opening as "off", isSignedIn)),
    ),
  ).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ]);
});
