import { expect, test } from "vitest";
import { isInOrder, isPast, meetingRows, periodsMeet } from "./periods";

const period = (validFrom: string | null, validTo: string | null) => ({ validFrom, validTo });

test.each([
  ["2018", "2020", "2020", null, false],
  ["2018", "2020-06", "2020", null, true],
  ["2018", null, null, "2019", true],
  [null, "2018", "2019", null, false],
  ["2020", "2020", "2020", "2020", true],
  ["2020", "2020", "2020-05", null, true],
  ["2020", "2020", "2021", null, false],
  [null, null, null, null, true],
  ["2018-03-01", "2018-05-01", "2018-05-01", "2018-06", false],
])("%s–%s and %s–%s share a day: %s", (from, to, otherFrom, otherTo, meet) => {
  expect(periodsMeet(period(from, to), period(otherFrom, otherTo))).toBe(meet);
  expect(periodsMeet(period(otherFrom, otherTo), period(from, to))).toBe(meet);
});

test("a period is in order when its end can lie after its beginning", () => {
  expect(isInOrder(period("2020-05", "2020"))).toBe(true);
  expect(isInOrder(period("2020-05", "2020-04"))).toBe(false);
  expect(isInOrder(period(null, "2020"))).toBe(true);
});

test("a period of which only the year is known is past when the year is", () => {
  expect(isPast({ validTo: "2025" }, "2025-06-01")).toBe(false);
  expect(isPast({ validTo: "2025" }, "2026-01-01")).toBe(true);
  expect(isPast({ validTo: null }, "2026-01-01")).toBe(false);
});

test("a row that meets an earlier one of its key names both", () => {
  const rows = [
    { id: 1, ...period("2015", "2018") },
    { id: 2, ...period(null, null) },
    { id: 1, ...period("2018", null) },
    { id: 1, ...period("2017", null) },
  ];
  expect(meetingRows(rows, (row) => row.id)).toEqual([{ index: 3, earlier: 0 }]);
});
