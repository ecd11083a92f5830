import { expect, test } from "vitest";
import { calendarDay, closesRing, descendantsOf, isInForce, relationTo } from "./rules";

test("a title is in force from the first to the last day that its dates can mean", () => {
  expect(isInForce({ validFrom: null, validTo: null }, "2022-05-03")).toBe(true);
  expect(isInForce({ validFrom: "2022", validTo: null }, "2022-01-01")).toBe(true);
  expect(isInForce({ validFrom: "2022-06", validTo: null }, "2022-05-31")).toBe(false);
  expect(isInForce({ validFrom: null, validTo: "2022" }, "2022-12-31")).toBe(true);
  expect(isInForce({ validFrom: null, validTo: "2022-05" }, "2022-06-01")).toBe(false);
  expect(isInForce({ validFrom: null, validTo: "2022-05-03" }, "2022-05-03")).toBe(true);
});

test("the calendar day is the office's, not the server's", () => {
  expect(calendarDay(new Date("2022-12-31T17:00:00Z"), "Asia/Shanghai")).toBe("2023-01-01");
});

test("a line of titles runs one way", () => {
  const titles = [
    { id: 1, predecessorId: null },
    { id: 2, predecessorId: 1 },
    { id: 3, predecessorId: 2 },
    { id: 4, predecessorId: 1 },
  ];
  expect(descendantsOf(1, titles)).toEqual([2, 4, 3]);
  expect(closesRing(1, 3, titles)).toBe(true);
  expect(closesRing(2, 2, titles)).toBe(true);
  expect(closesRing(3, 4, titles)).toBe(false);
  expect([relationTo(3, 1, titles), relationTo(2, 3, titles), relationTo(3, 4, titles)]).toEqual([
    "before",
    "after",
    "beside",
  ]);
});
