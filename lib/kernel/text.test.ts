import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cleanParagraphs,
  cleanText,
  escapeLike,
  lengthOf,
  nameKey,
  neutralizeFormula,
  normalizeDocumentNumber,
  restoreFormula,
} from "./text";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

describe("cleanText", () => {
  test.each([
    ["　张　伟 ", "张 伟"],
    ["张\u200b伟\u202e\u2066\ufeff", "张伟"],
    ["a\0b\u0007c\ud800d\uffff", "abcd"],
    ["line\r\nend\ttab", "line end tab"],
    ["e\u0301", "é"],
    ["\u3164\u2800x", "x"],
    ["葛\u{e0100}", "葛\u{e0100}"],
    ["㛃䶮𠮷𬭎", "㛃䶮𠮷𬭎"],
  ])("%j", (dirty, clean) => expect(cleanText(dirty)).toBe(clean));

  test("is settled after once, and holds nothing that a database or XML refuses", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(
          /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|^\s|\s$|\s\s/u,
        );
      }),
    );
  });

  test("a megabyte of the worst text comes through", () => {
    expect(cleanText(" \u200b".repeat(500_000))).toBe("");
    expect(cleanParagraphs(" \n".repeat(500_000))).toBe("");
    expect(nameKey("张 ".repeat(500_000))).toBe("张".repeat(500_000));
  });

  test("paragraphs keep their lines", () => {
    expect(cleanParagraphs(" one \r\n\r\n\r\n two\u200b  three\u2028four\r\n")).toBe(
      "one\n\n two three\nfour",
    );
    fc.assert(
      fc.property(anyText, (text) => cleanParagraphs(cleanParagraphs(text)) === cleanParagraphs(text)),
    );
  });
});

describe("nameKey", () => {
  test.each([
    ["买买提·艾力", "买买提・艾力"],
    ["买买提•艾力", "买买提.艾力"],
    ["张 伟", "张伟"],
    ["ＪＯＨＮ Ｓｍｉｔｈ", "john smith"],
    ["葛\u{e0100}某", "葛某"],
    ["𠮷田", "\u200b𠮷　田"],
  ])("%s is %s", (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  test("different names stay different", () => {
    expect(nameKey("𠮷田")).not.toBe(nameKey("吉田"));
    expect(nameKey("张伟")).not.toBe(nameKey("张玮"));
  });

  test("is settled after once", () => {
    expect(nameKey(nameKey("ﳲﹲ"))).toBe(nameKey("ﳲﹲ"));
    fc.assert(fc.property(anyText, (text) => nameKey(nameKey(text)) === nameKey(text)));
  });
});

describe("normalizeDocumentNumber", () => {
  test.each([
    "青工发〔2022〕15号",
    "青工发[2022]15号",
    "青工发［２０２２］１５号",
    "青工发【2022】15",
    "青工发（2022）第15号",
    " 青 工 发 (2022) 015 号 ",
    "青工发﹝2022﹞15号文",
    "青工发〔2022年〕15號",
  ])("%s", (text) => expect(normalizeDocumentNumber(text)).toBe("青工发〔2022〕15号"));

  test("other numbers stay apart", () => {
    expect(normalizeDocumentNumber("青工发〔2022〕151号")).not.toBe(
      normalizeDocumentNumber("青工发〔2022〕15号"),
    );
    expect(normalizeDocumentNumber("Qx-2022—15")).toBe("QX-2022-15");
  });

  test("is settled after once", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normal = normalizeDocumentNumber(text);
        expect(normalizeDocumentNumber(normal)).toBe(normal);
      }),
    );
  });
});

describe("formulas and patterns", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "'=1"])(
    "%j is neutralised",
    (text) => {
      expect(neutralizeFormula(text)).toBe(`'${text}`);
    },
  );

  test("other text is left alone, and a round trip gives the original", () => {
    expect(neutralizeFormula("张伟")).toBe("张伟");
    expect(neutralizeFormula("'quoted'")).toBe("'quoted'");
    const risky = fc.string({ unit: fc.constantFrom("'", "=", "a", "－", "\t") });
    fc.assert(
      fc.property(fc.oneof(anyText, risky), (text) => restoreFormula(neutralizeFormula(text)) === text),
    );
  });

  test("escapeLike", () => expect(escapeLike("50%_\\x")).toBe("50\\%\\_\\\\x"));
  test("a rare character counts as one", () => expect(lengthOf("𠮷田")).toBe(2));
});
