import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkDateParts,
  dayOf,
  comparePartialDates,
  firstDay,
  formatPartialDate,
  lastDay,
  makePartialDate,
  parsePartialDate,
  splitDateText,
} from "./partial-date";

const date = (text: string) => parsePartialDate(text)!;

const anyDate = fc
  .record({
    year: fc.integer({ min: 1583, max: 9999 }),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.integer({ min: 1, max: 31 }),
    hasDay: fc.boolean(),
  })
  .map(({ year, month, day, hasDay }) =>
    makePartialDate({ year, month, day: hasDay && month !== null ? day : null }),
  )
  .filter((made) => made !== null);

describe("partial dates", () => {
  test.each(["2022", "2022-05", "2022-05-03", "2024-02-29"])("%s is one", (text) => {
    expect(parsePartialDate(text)).toBe(text);
  });

  test.each([
    "",
    "22",
    "2022-5",
    "2022-13",
    "2022-00",
    "2026-02-30",
    "2023-02-29",
    "1900-02-29",
    "0202",
    "2022-05-03T00",
  ])("%s is none", (text) => expect(parsePartialDate(text)).toBeNull());

  test("a missing part is named", () => {
    expect(checkDateParts({ month: 5 })).toEqual({ ok: false, fault: "monthWithoutYear" });
    expect(checkDateParts({ year: 2022, day: 3 })).toEqual({ ok: false, fault: "dayWithoutMonth" });
    expect(checkDateParts({ day: "3", year: "", month: " " })).toEqual({
      ok: false,
      fault: "dayWithoutMonth",
    });
    expect(checkDateParts({})).toEqual({ ok: false, fault: "required" });
    expect(checkDateParts({ year: "2022", month: "x" })).toEqual({ ok: false, fault: "badDate" });
    expect(checkDateParts({ year: 2022.5 })).toEqual({ ok: false, fault: "badDate" });
  });

  test("prints as much as is known", () => {
    expect(["2022", "2022-05", "2022-05-03"].map((text) => formatPartialDate(date(text), "zh-CN"))).toEqual([
      "2022年",
      "2022年5月",
      "2022年5月3日",
    ]);
    expect(["2022", "2022-05", "2022-05-03"].map((text) => formatPartialDate(date(text), "en"))).toEqual([
      "2022",
      "May 2022",
      "3 May 2022",
    ]);
  });

  test("first and last day", () => {
    expect([firstDay(date("2024")), lastDay(date("2024"))]).toEqual(["2024-01-01", "2024-12-31"]);
    expect([firstDay(date("2024-02")), lastDay(date("2024-02"))]).toEqual(["2024-02-01", "2024-02-29"]);
    expect([firstDay(date("2024-02-03")), lastDay(date("2024-02-03"))]).toEqual(["2024-02-03", "2024-02-03"]);
  });

  test.each([
    ["2022.5", "2022-05"],
    ["2022年5月", "2022-05"],
    ["２０２２年", "2022"],
    ["2022-5-1", "2022-05-01"],
    ["2022/12/31", "2022-12-31"],
    ["2022 年 5 月 3 日", "2022-05-03"],
    ["20220503", "2022-05-03"],
  ])("people write %s", (text, iso) => {
    expect(makePartialDate(splitDateText(text)!)).toBe(iso);
  });

  test("text that is no date has no parts; parts that miss others are told", () => {
    expect(["", "去年", "2022-5/1", "44682", "2022-05-03-04"].map(splitDateText)).toEqual(
      Array(5).fill(null),
    );
    expect(checkDateParts(splitDateText("5月")!)).toEqual({ ok: false, fault: "monthWithoutYear" });
    expect(checkDateParts(splitDateText("2022--03")!)).toEqual({ ok: false, fault: "dayWithoutMonth" });
    expect(checkDateParts(splitDateText("-05")!)).toEqual({ ok: false, fault: "monthWithoutYear" });
  });

  test("the day of an instant depends on the zone", () => {
    const newYear = new Date("2022-12-31T16:00:00Z");
    expect([dayOf(newYear, "Asia/Shanghai"), dayOf(newYear, "UTC")]).toEqual(["2023-01-01", "2022-12-31"]);
  });

  test("what is printed is read back, and first ≤ last", () => {
    fc.assert(
      fc.property(anyDate, (made) => {
        expect(parsePartialDate(made)).toBe(made);
        expect(makePartialDate(splitDateText(formatPartialDate(made, "zh-CN"))!)).toBe(made);
        expect(firstDay(made) <= lastDay(made)).toBe(true);
        const last = lastDay(made);
        expect(new Date(`${last}T00:00:00Z`).toISOString().slice(0, 10)).toBe(last);
      }),
    );
  });

  test("the order of texts is the order of first days", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        if (firstDay(a) !== firstDay(b))
          expect(comparePartialDates(a, b) < 0).toBe(firstDay(a) < firstDay(b));
        else expect(Math.sign(comparePartialDates(a, b))).toBe(Math.sign(a.length - b.length));
      }),
    );
  });
});
