import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRoundedNumber, readCellNumber } from "./cell-number";
import { concealIdNumber, readIdNumber } from "./id-number";

describe("numbers in cells", () => {
  test.each([
    ["12,000.50", "12000.5"],
    ["¥ 3000", "3000"],
    ["3000元", "3000"],
    ["１２", "12"],
    ["30%", "30"],
    ["1E5", "100000"],
    ["1.5e-3", "0.0015"],
    ["0.30000000000000004", "0.3"],
    ["-5", "-5"],
    ["-0", "0"],
    ["0007", "7"],
  ])("%s", (text, plain) => expect(readCellNumber(text)).toEqual({ ok: plain }));

  test.each([
    ["", "required"],
    [".", "notNumber"],
    ["约3000", "notNumber"],
    ["1,00", "notNumber"],
    ["1.2E+17", "numberRounded"],
  ])("%s is told: %s", (text, fault) => expect(readCellNumber(text)).toEqual({ fault }));

  test("money comes back as it was typed, with or without commas", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (cents) => {
        const plain = (cents / 100).toFixed(2);
        const { ok } = readCellNumber(plain);
        expect(Number(ok)).toBe(Number(plain));
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ",");
        expect(readCellNumber(grouped)).toEqual({ ok });
        // What Excel hands over of a sum of cents.
        expect(readCellNumber(String(cents / 100 + 1e-10))).toBeDefined();
      }),
    );
  });
});

const idNumber = fc
  .record({
    region: fc.integer({ min: 110_000, max: 659_999 }),
    born: fc.date({
      min: new Date("1930-01-01T00:00:00Z"),
      max: new Date("2008-12-31T00:00:00Z"),
      noInvalidDate: true,
    }),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ region, born, sequence }) => {
    const birth = [born.getUTCFullYear(), born.getUTCMonth() + 1, born.getUTCDate()].map((part) =>
      String(part).padStart(2, "0"),
    );
    return {
      birth: birth.join("-"),
      digits: `${region}${birth.join("")}${String(sequence).padStart(3, "0")}`,
      sequence,
    };
  });
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const check = (digits: string) =>
  "10X98765432"[[...digits].reduce((sum, one, index) => sum + Number(one) * weights[index]!, 0) % 11]!;

describe("ID numbers", () => {
  test("the standard's own example, small x, wide and spaced, and the old one of 15 digits", () => {
    const known = { last4: "002X", birth: "1949-12-31", gender: "female" };
    for (const text of [
      "11010519491231002X",
      "11010519491231002x",
      "110105 19491231 002Ｘ",
      "'11010519491231002X",
    ])
      expect(readIdNumber(text)).toEqual({ ok: known });
    expect(readIdNumber("110105491231002")).toEqual({ ok: known });
  });

  test.each([
    ["3.70202198505010E+17", "idNumberRounded"],
    ["1.2E+17", "idNumberRounded"],
    ["370202198505010000", "idNumberRounded"],
    ["110105194912310021", "badIdNumber"],
    ["110105194913310021", "badIdNumber"],
    ["护照E12345678", "badIdNumber"],
    ["1101051949123100", "idNumberLength:16"],
    ["", "required"],
  ])("%s is told: %s", (text, fault) => {
    expect(readIdNumber(text)).toEqual({ fault });
    expect(readIdNumber(concealIdNumber(text))).toEqual({ fault });
  });

  test("every true one is read, any digit changed is found, and what Excel makes of it is named", () => {
    fc.assert(
      fc.property(
        idNumber,
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        ({ birth, digits, sequence }, at, add) => {
          const whole = digits + check(digits);
          const read = readIdNumber(whole);
          if (whole.endsWith("000")) {
            expect(read).toEqual({ fault: "idNumberRounded" });
            return;
          }
          expect(read).toEqual({
            ok: { last4: whole.slice(-4), birth, gender: sequence % 2 ? "male" : "female" },
          });
          const wrong = whole.slice(0, at) + ((Number(whole[at]) + add) % 10) + whole.slice(at + 1);
          expect(readIdNumber(wrong).fault).toBeDefined();
          expect(isRoundedNumber(`${digits.slice(0, 15)}000`)).toBe(true);
          expect(isRoundedNumber(Number(digits).toExponential(10).replace("e", "E"))).toBe(true);
        },
      ),
    );
  });

  test("what is kept of a cell says the same again, and no more than birth and the end", () => {
    const cell = fc.oneof(
      idNumber.map(({ digits }) => digits + check(digits)),
      idNumber.map(({ digits }) => `${digits}0`),
      fc.stringMatching(/^[\dX]{0,20}$/),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(cell, (text) => {
        const kept = concealIdNumber(text);
        expect(readIdNumber(kept)).toEqual(readIdNumber(text));
        expect(concealIdNumber(kept)).toBe(kept);
        expect(kept).not.toMatch(/\d{13}/);
      }),
      { numRuns: 2000 },
    );
  });
});
