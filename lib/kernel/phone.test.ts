import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskIdNumber, readWholeIdNumber } from "./id-number";
import { concealPhone, isPhoneMask, readPhone } from "./phone";

describe("phone numbers", () => {
  test.each([
    ["13800001234", "13800001234", "138****1234"],
    ["+86 138-0000-1234", "13800001234", "138****1234"],
    ["008613800001234", "13800001234", "138****1234"],
    ["１３８００００１２３４", "13800001234", "138****1234"],
    ["0532-85551234", "053285551234", "0532****1234"],
    ["010-85551234转8001", "01085551234x8001", "010****1234"],
    ["+852 2345 6789", "+85223456789", "+85****89"],
  ])("%s is %s, shown as %s", (text, number, mask) => {
    expect(readPhone(text)).toEqual({ ok: { number, mask } });
    expect(concealPhone(text)).toBe(mask);
    expect(concealPhone(mask)).toBe(mask);
  });

  test.each([
    ["", "required"],
    ["1380000123", "badPhone"],
    ["12345678901", "badPhone"],
    ["老王", "badPhone"],
    ["138****1234", "badPhone"],
  ])("%s is none: %s", (text, fault) => expect(readPhone(text)).toEqual({ fault }));

  test("what is kept of any cell holds no run of five digits", () => {
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(/^\+?[\d -]{0,24}$/), fc.string()), (text) => {
        const kept = concealPhone(text);
        expect(kept.replace(/^\+?\d{1,4}(?=\*{4})/, "")).not.toMatch(/\d{5}/);
        expect(isPhoneMask(kept) || readPhone(text).ok === undefined).toBe(true);
      }),
    );
  });
});

describe("a whole ID number", () => {
  test("is read in every usual writing, never out of a concealed one; the mask leaves its end", () => {
    for (const text of ["11010519491231002X", "110105 19491231 002x", "110105491231002"])
      expect(readWholeIdNumber(text)).toMatchObject({ number: "11010519491231002X", last4: "002X" });
    expect(readWholeIdNumber("******19491231002X")).toEqual({ fault: "badIdNumber" });
    expect(maskIdNumber("002X")).toBe("**************002X");
  });

  test("typed by hand it may end in zeros", () => {
    expect(readWholeIdNumber("370299198505011000")).toMatchObject({ fault: "badIdNumber" });
    // Sequence 100, check character 0.
    const found = Array.from(
      { length: 90 },
      (_, day) => `3702991985${String(101 + Math.floor(day / 28) * 100 + (day % 28)).padStart(4, "0")}1000`,
    ).filter((text) => !("fault" in readWholeIdNumber(text)));
    expect(found.length).toBeGreaterThan(0);
  });
});
