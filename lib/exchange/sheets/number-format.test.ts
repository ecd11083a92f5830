import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatOf, numberText } from "./number-format";

const shown = (raw: string, code?: string, from1904 = false) =>
  numberText(raw, formatOf(code === undefined ? 0 : 164, code), from1904);

describe("numbers in cells", () => {
  it.each([
    ["44682", "44682"],
    ["0.1", "0.1"],
    ["1000.6000000000001", "1000.6"],
    ["-5", "-5"],
    ["1E5", "100000"],
    ["1.0000000000000001E-3", "0.001"],
    ["1e-9", "0.000000001"],
    ["13812345678", "13812345678"],
    ["999999999999999", "999999999999999"],
  ])("%s is read as %s", (raw, text) => expect(shown(raw)).toBe(text));

  it.each([
    ["370102199001011234", "3.70102199001011E+17"],
    ["3.70102199001011E+017", "3.70102199001011E+17"],
    ["1e17", "1E+17"],
    ["-1e15", "-1E+15"],
  ])("%s has lost digits and says so: %s", (raw, text) => expect(shown(raw)).toBe(text));

  it("keeps the zeros that a format shows", () => {
    expect(shown("1234", "0000000")).toBe("0001234");
    expect(shown("-1", "000")).toBe("-1");
    expect(shown("1.5", "000")).toBe("1.5");
  });

  it("leaves whole numbers of up to 15 digits as they are", () =>
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (number) => {
        expect(shown(String(number))).toBe(String(number));
      }),
    ));
});

describe("dates in cells", () => {
  it.each([
    ["44682", "yyyy-mm-dd", "2022-05-01"],
    ["44682", 'yyyy"年"m"月"d"日"', "2022-05-01"],
    ["44682", '[$-804]yyyy"年"m"月"', "2022-05"],
    ["44682", "yyyy\\.m", "2022-05"],
    ["44682", "yyyy", "2022"],
    ["44682", "m/d/yy;@", "2022-05-01"],
    ["44682", "[$-F800]dddd, mmmm dd, yyyy", "2022-05-01"],
    ["44682.354166667", "yyyy-m-d h:mm", "2022-05-01 08:30:00"],
    ["44682", "yyyy-m-d h:mm", "2022-05-01"],
    ["44682.99999999", "yyyy-mm-dd", "2022-05-02"],
    ["1", "yyyy-mm-dd", "1900-01-01"],
    ["59", "yyyy-mm-dd", "1900-02-28"],
    ["61", "yyyy-mm-dd", "1900-03-01"],
    ["2958465", "yyyy-mm-dd", "9999-12-31"],
  ])("%s as %s is %s", (raw, code, text) => expect(shown(raw, code)).toBe(text));

  it("knows formats that have a number only, those of Chinese Excel too", () => {
    expect(numberText("44682", formatOf(14, undefined), false)).toBe("2022-05-01");
    expect(numberText("44682", formatOf(57, undefined), false)).toBe("2022-05");
    expect(numberText("44682", formatOf(31, undefined), false)).toBe("2022-05-01");
    expect(numberText("0.5", formatOf(4, undefined), false)).toBe("0.5");
  });

  it("knows the calendar that begins in 1904", () =>
    expect(shown("43220", "yyyy-mm-dd", true)).toBe("2022-05-01"));

  it.each([
    "General",
    "0.00E+00",
    '0.00"元"',
    "#,##0.00;[Red]-#,##0.00",
    "h:mm",
    "[h]:mm:ss",
    "@",
    "G/通用格式",
  ])("%s is no date", (code) => expect(shown("44682", code)).toBe("44682"));

  it.each(["0", "60", "-3", "2958466"])("day %s does not exist and stays a number", (raw) =>
    expect(shown(raw, "yyyy-mm-dd")).toBe(raw),
  );
});
