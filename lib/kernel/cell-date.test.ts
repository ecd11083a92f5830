import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCellDate } from "./cell-date";

const day = fc
  .date({ min: new Date("1954-10-04T00:00:00Z"), max: new Date("2118-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => ({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    serial: Math.floor(date.getTime() / 86_400_000) + 25_569,
  }));
const two = (value: number) => String(value).padStart(2, "0");
const wide = (text: string) =>
  text.replace(/[\d./-]/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0));
const chinese = (value: number) =>
  value < 100
    ? [
        value >= 20 ? "一二三四五六七八九"[Math.floor(value / 10) - 1] : "",
        value >= 10 ? "十" : "",
        "一二三四五六七八九"[(value % 10) - 1] ?? "",
      ].join("")
    : [...String(value)].map((digit) => "〇一二三四五六七八九"[Number(digit)]).join("");

describe("dates in cells", () => {
  test.each([
    ["2022.5", "2022-05"],
    ["2022年5月", "2022-05"],
    ["2022-5-1", "2022-05-01"],
    ["44682", "2022-05-01"],
    ["44682.75", "2022-05-01"],
    ["2022", "2022"],
    ["２０２２年", "2022"],
    ["2022年度", "2022"],
    ["2022年5月份", "2022-05"],
    ["202205", "2022-05"],
    ["2022.05.01 00:00:00", "2022-05-01"],
    ["二〇二二年十二月", "2022-12"],
    ["　2022 年 5 月 3 日　", "2022-05-03"],
  ])("%s", (text, iso) => expect(readCellDate(text)).toEqual({ ok: iso }));

  test.each([
    ["", "required"],
    ["去年", "badCellDate"],
    ["5/1/2022", "badCellDate"],
    ["22.5", "badCellDate"],
    ["2022.5-2022.6", "badCellDate"],
    ["12345", "badCellDate"],
    ["81000", "badCellDate"],
    ["2022-02-30", "badDate"],
    ["2022.13", "badDate"],
    ["2300", "badDate"],
    ["5月", "monthWithoutYear"],
    ["2022--3", "dayWithoutMonth"],
  ])("%s is told: %s", (text, fault) => expect(readCellDate(text)).toEqual({ fault }));

  test("every way of writing a day is that day, and a month stays a month", () => {
    fc.assert(
      fc.property(day, ({ year, month, day: date, serial }) => {
        const iso = `${year}-${two(month)}-${two(date)}`;
        const ways = [
          iso,
          `${year}.${month}.${date}`,
          `${year}/${month}/${date}`,
          `${year}-${month}-${date} 0:00`,
          `${year}年${month}月${date}日`,
          `${year}${two(month)}${two(date)}`,
          `${chinese(year)}年${chinese(month)}月${chinese(date)}日`,
          String(serial),
          `${serial}.5`,
        ];
        for (const text of [...ways, ...ways.map(wide), ...ways.map((way) => ` ${way}　`)])
          expect(readCellDate(text)).toEqual({ ok: iso });
        const months = [
          `${year}.${month}`,
          `${year}年${month}月`,
          `${year}-${two(month)}`,
          `${year}${two(month)}`,
        ];
        for (const text of months) expect(readCellDate(text)).toEqual({ ok: iso.slice(0, 7) });
      }),
    );
  });

  test("whatever stands in a cell is a date of the kept form or a fault", () => {
    const noise = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\d年月日./\-: T]{0,16}$/));
    fc.assert(
      fc.property(noise, (text) => {
        const { ok, fault } = readCellDate(text);
        if (ok) expect(ok).toMatch(/^(18|19|20|21)\d{2}(-\d{2}(-\d{2})?)?$/);
        else expect(fault).toMatch(/^[A-Za-z]+$/);
      }),
      { numRuns: 2000 },
    );
  });
});
