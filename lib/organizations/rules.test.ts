import { expect, test } from "vitest";
import { beginsAfter, idsAbove, inTreeOrder, isBefore, isCreditCode, kindsBelow, treeOf } from "./rules";

test("units stand in tree order, siblings by sort number, orphans as tops", () => {
  const unit = (id: number, parentId: number | null, sort: number) => ({ id, parentId, sort, name: `${id}` });
  const ordered = inTreeOrder([
    unit(1, null, 0),
    unit(2, 1, 20),
    unit(3, 1, 10),
    unit(4, 2, 0),
    unit(9, 77, 5),
  ]);
  expect(ordered.map(({ id, depth, hasChildren }) => [id, depth, hasChildren])).toEqual([
    [1, 0, true],
    [3, 1, false],
    [2, 1, true],
    [4, 2, false],
    [9, 0, false],
  ]);
});

test("a path names what lies above", () => {
  expect(idsAbove("/1/12/57/")).toEqual([1, 12]);
  expect(idsAbove("/1/")).toEqual([]);
});

test("kinds go down the tree", () => {
  expect(treeOf("crew")).toBe("company");
  expect(treeOf("branch_union")).toBe("union");
  expect(kindsBelow("department", "company")).toEqual(["department", "crew"]);
  expect(kindsBelow(null, "union")[0]).toBe("group_union");
});

test("credit codes carry their check character", () => {
  expect(isCreditCode("91350100M000100Y43")).toBe(true);
  expect(isCreditCode("91350100M000100Y44")).toBe(false);
  expect(isCreditCode("9135010OM000100Y43")).toBe(false);
});

test("dates of which only a part is known are before another only when certain", () => {
  expect(isBefore("2020", "2021-03")).toBe(true);
  expect(isBefore("2021", "2021-03")).toBe(false);
  expect(isBefore(null, "2021")).toBe(false);
});

test("a new period begins after the present one", () => {
  expect(beginsAfter("2022-05", "2022-04-30")).toBe(true);
  expect(beginsAfter("2022", "2022-01-01")).toBe(false);
  expect(beginsAfter("2022", null)).toBe(true);
});
