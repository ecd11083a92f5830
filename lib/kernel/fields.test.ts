import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  fieldsOf,
  paramsOf,
  parseInput,
  zCheckbox,
  zFilterId,
  zFilterOneOf,
  zFilterText,
  zFilterYear,
  zFullDate,
  zIntId,
  zIntIdOrNull,
  zMoney,
  zMoneyOrNull,
  zPage,
  zPartialDate,
  zPartialDateOrNull,
  zText,
  zTextOrNull,
} from "./fields";
import { parseId } from "./ids";

function read(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : parsed.error.issues.map((issue) => issue.message).join();
}

describe("ids", () => {
  test.each([
    "0",
    "-1",
    "01",
    "1.5",
    "2147483648",
    "99999999999",
    "１",
    "1e3",
    " 1",
    "",
    "abc",
    null,
    0,
    NaN,
    {},
  ])("%j is no id", (text) => expect(parseId(text)).toBeNull());
  test("positive int4", () => {
    expect([parseId("1"), parseId("2147483647"), parseId(12)]).toEqual([1, 2147483647, 12]);
    expect([read(zIntId, "12"), read(zIntId, ""), read(zIntId, "x")]).toEqual([12, "required", "badId"]);
    expect([read(zIntIdOrNull, ""), read(zIntIdOrNull, "7"), read(zIntIdOrNull, "x")]).toEqual([
      null,
      7,
      "badId",
    ]);
  });
});

test("text is cleaned and measured in characters", () => {
  const name = zText({ max: 3, required: true });
  expect([read(name, " 张　伟 "), read(name, "𠮷𠮷𠮷"), read(name, "四个字符")]).toEqual([
    "张 伟",
    "𠮷𠮷𠮷",
    "tooLong:3",
  ]);
  expect([read(name, "\u200b"), read(name, undefined), read(name, 5)]).toEqual([
    "required",
    "required",
    "invalid",
  ]);
  expect([read(zText({ max: 3 }), undefined), read(zTextOrNull({ max: 3 }), " ")]).toEqual(["", null]);
  expect(read(zText({ max: 9, lines: true }), "a\r\nb")).toBe("a\nb");
});

test("dates come as text or in parts", () => {
  expect(read(zPartialDate, "2022.5")).toBe("2022-05");
  expect(read(zPartialDate, { year: "2022", month: "5", day: "" })).toBe("2022-05");
  expect(read(zPartialDate, { year: "", month: "5", day: "" })).toBe("monthWithoutYear");
  expect(read(zPartialDate, { year: "2022", month: "", day: "3" })).toBe("dayWithoutMonth");
  expect(read(zPartialDate, "2026-02-30")).toBe("badDate");
  expect(read(zPartialDate, " ")).toBe("required");
  expect(read(zPartialDateOrNull, { year: "", month: "", day: "" })).toBeNull();
  expect([read(zFullDate, "2022-05"), read(zFullDate, "2022-05-03")]).toEqual([
    "fullDateRequired",
    "2022-05-03",
  ]);
});

test.each([
  ["5000", "5000.00"],
  ["0", "0.00"],
  ["5,000.5", "5000.50"],
  [0.1, "0.10"],
  ["９９．９", "99.90"],
  ["9999999999.99", "9999999999.99"],
  ["10000000000", "money"],
  [1e20, "money"],
  ["1e3", "money"],
  [Infinity, "money"],
  ["-1", "moneyNegative"],
  ["0.005", "moneyTooPrecise"],
  ["0.500", "0.50"],
  ["", "required"],
  [{}, "money"],
])("money %j", (text, result) => expect(read(zMoney, text)).toBe(result));

test("nothing in, nothing out, never a throw", () => {
  expect([read(zMoneyOrNull, ""), read(zCheckbox, "on"), read(zCheckbox, undefined)]).toEqual([
    null,
    true,
    false,
  ]);
  const blocks = [
    zText({ max: 5 }),
    zPartialDate,
    zMoney,
    zIntId,
    zIntIdOrNull,
    zCheckbox,
    zFilterText,
    zFilterYear,
  ];
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string({ unit: "binary" })), (value) => {
      for (const block of blocks) block.safeParse(value);
    }),
  );
});

test("each field at fault is named by a key", () => {
  const schema = z.strictObject({
    name: zText({ max: 5, required: true }),
    level: z.enum(["city"]),
    count: z.int().max(3),
    recipients: z.array(z.object({ name: zText({ max: 2 }) })).min(1),
  });
  const faulty = {
    level: "moon",
    count: 9,
    recipients: [{ name: "张三" }, { name: "long name" }],
    role: "admin",
  };
  expect(parseInput(schema, faulty)).toEqual({
    ok: false,
    fault: {
      code: "invalid",
      fields: {
        name: ["required"],
        level: ["unknownValue"],
        count: ["numberTooLarge:3"],
        "recipients.1.name": ["tooLong:2"],
        "": ["unknownField"],
      },
    },
  });
  expect(fieldsOf(schema.safeParse(null).error!)).toEqual({ "": ["required"] });
  expect(parseInput(z.object({ name: zText({ max: 5 }) }), {})).toEqual({ ok: true, value: { name: "" } });
});

describe("list filters", () => {
  const page = zPage(["name", "awardDate"], "-awardDate");
  test("page, size and sort", () => {
    expect(page.parse({ page: "3", size: "50", sort: "-name" })).toEqual({
      page: 3,
      size: 50,
      sort: "name",
      direction: "desc",
    });
    expect(page.parse(new URLSearchParams("page=-1&size=100000&sort=password"))).toEqual({
      page: 1,
      size: 100,
      sort: "awardDate",
      direction: "desc",
    });
  });

  test("other parameters", () => {
    expect(paramsOf({ a: ["1", "2"], b: undefined, c: 3, d: {} })).toEqual({ a: "1", c: "3" });
    expect([zFilterId.parse("7"), zFilterId.parse("x"), zFilterId.parse(undefined)]).toEqual([
      7,
      undefined,
      undefined,
    ]);
    expect([zFilterYear.parse("2022"), zFilterYear.parse("99999")]).toEqual([2022, undefined]);
    expect([zFilterText.parse(" 张 "), zFilterText.parse("\0"), zFilterText.parse(1)]).toEqual([
      "张",
      undefined,
      undefined,
    ]);
    const level = zFilterOneOf(["city", "nation"]);
    expect([level.parse("city"), level.parse("moon")]).toEqual(["city", undefined]);
  });

  test("nothing in a URL makes them throw", () => {
    const schema = z.object({ q: zFilterText, id: zFilterId, year: zFilterYear });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.string({ unit: "binary" }), (query, text) => {
        page.parse({ ...query, page: text, size: text, sort: text });
        schema.parse({ ...query, q: text, id: text, year: text });
      }),
    );
  });
});
