import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import en from "@/lib/i18n/en/awards.json";
import zh from "@/lib/i18n/zh-CN/awards.json";
import type { PartialDate } from "@/lib/kernel/partial-date";
import {
  checkAward,
  checkComplete,
  endOfValidity,
  overlaps,
  placeText,
  zonedDay,
  type AwardFacts,
  type TitleRules,
} from "./rules";

const date = (text: string) => text as PartialDate;
const title: TitleRules = {
  levels: ["city"],
  prizeLevels: ["second", "third"],
  subjectKinds: ["employee", "team"],
  validFrom: "2015",
  validTo: null,
};
const jia = {
  kind: "employee",
  id: 1,
  role: null,
  share: null,
  bonus: null,
  subject: { hiredOn: "1996", mergedIntoId: null },
} as const;
const award: AwardFacts = {
  levelCode: "city",
  prizeLevelCode: "third",
  awardDate: date("2022-12"),
  validTo: null,
  bonus: "3000.00",
  recipients: [jia],
};
const check = (more: Partial<AwardFacts>, rules = title) =>
  checkAward({ ...award, ...more }, rules, "2026-11-27");

describe("what a title allows", () => {
  it("finds nothing wrong with a good award", () => expect(check({})).toEqual({}));
  it.each([
    [
      "a prize level that the title lacks",
      { prizeLevelCode: "first" },
      { prizeLevelCode: ["prizeLevelNotAllowed"] },
    ],
    ["no prize level", { prizeLevelCode: null }, { prizeLevelCode: ["prizeLevelRequired"] }],
    ["another level", { levelCode: "national" }, { levelCode: ["levelNotAllowed"] }],
    ["no level", { levelCode: null }, { levelCode: ["requiredChoice"] }],
    ["a date to come", { awardDate: date("2026-12") }, { awardDate: ["dateInFuture"] }],
    ["a date before the title", { awardDate: date("2014-12-31") }, { awardDate: ["dateOutsideTitle"] }],
    ["an end before the beginning", { validTo: date("2022-11") }, { validTo: ["endBeforeStart"] }],
    [
      "a kind that the title is not given to",
      { recipients: [{ ...jia, kind: "studio" as const }] },
      { "recipients.0.studioId": ["subjectKindNotAllowed"] },
    ],
    [
      "the same person twice",
      { recipients: [jia, jia] },
      { "recipients.1.employeeId": ["duplicateSubject"] },
    ],
    [
      "someone hired later",
      { recipients: [{ ...jia, subject: { hiredOn: "2023-07", mergedIntoId: null } }] },
      { "recipients.0.employeeId": ["dateBeforeHire"] },
    ],
    [
      "someone out of sight",
      { recipients: [{ ...jia, subject: null }] },
      { "recipients.0.employeeId": ["outOfScope"] },
    ],
    [
      "a role for a team",
      { recipients: [{ ...jia, kind: "team" as const, role: "leader" as const }] },
      { "recipients.0.role": ["roleNotAllowed"] },
    ],
    [
      "bonuses beyond the whole",
      {
        bonus: "0.30",
        recipients: [
          { ...jia, bonus: "0.10" },
          { ...jia, id: 2, bonus: "0.21" },
        ],
      },
      { bonus: ["bonusShares"] },
    ],
    [
      "bonuses without a whole",
      { bonus: null, recipients: [{ ...jia, bonus: "1.00" }] },
      { bonus: ["bonusShares"] },
    ],
    [
      "shares beyond 100",
      {
        recipients: [
          { ...jia, share: "60.00" },
          { ...jia, id: 2, share: "40.01" },
        ],
      },
      { recipients: ["shareTotal"] },
    ],
  ])("refuses %s", (_, more, faults) => expect(check(more)).toEqual(faults));
  it("adds up in whole cents", () =>
    expect(
      check({
        bonus: "0.30",
        recipients: [
          { ...jia, bonus: "0.10" },
          { ...jia, id: 2, bonus: "0.20" },
        ],
      }),
    ).toEqual({}));
  it("takes a year in which the title began, or the person was hired", () => {
    expect(
      check({
        awardDate: date("2015"),
        recipients: [{ ...jia, subject: { hiredOn: "2015-07", mergedIntoId: null } }],
      }),
    ).toEqual({});
  });
});

it("a draft may lack what a submitted award may not", () => {
  expect(checkComplete({ recipients: 0, documents: 0, reason: null })).toEqual({
    recipients: ["noRecipients"],
    documents: ["documentRequired"],
  });
  expect(checkComplete({ recipients: 1, documents: 0, reason: "见1998年档案" })).toEqual({});
});

it("partial dates overlap as far as they can mean the same day", () => {
  expect(overlaps(date("2022"), "2022-06", "2022-08")).toBe(true);
  expect(overlaps(date("2022-05"), "2022-06", null)).toBe(false);
  expect(overlaps(date("2022-09"), null, "2022-08-31")).toBe(false);
});

it("validity ends only as exactly as the award date is known", () => {
  expect(endOfValidity(date("2022-12-31"), 14)).toBe("2024-02-29");
  expect(endOfValidity(date("2022-12"), 36)).toBe("2025-12");
  expect(endOfValidity(date("2022"), 36)).toBe("2025");
  expect(endOfValidity(date("2022"), 30)).toBeNull();
  expect(endOfValidity(date("2022"), null)).toBeNull();
});

it("a day begins at midnight in China", () => {
  expect(zonedDay(new Date("2025-12-31T15:59:59Z"))).toBe("2025-12-31");
  expect(zonedDay(new Date("2025-12-31T16:00:00Z"))).toBe("2026-01-01");
});

describe("place", () => {
  const inChinese = createTranslator({ locale: "zh-CN", messages: { awards: zh }, namespace: "awards" });
  const inEnglish = createTranslator({ locale: "en", messages: { awards: en }, namespace: "awards" });
  const say =
    (t: typeof inChinese | typeof inEnglish) => (key: string, values?: Record<string, string | number>) =>
      t(key as never, values as never) as string;
  it("is told with the prize", () => {
    expect(placeText(say(inChinese), { position: 2, total: 5, role: null }, "三等奖")).toBe(
      "三等奖（第2完成人，共5人）",
    );
    expect(placeText(say(inEnglish), { position: 2, total: 5, role: null }, "Third prize")).toBe(
      "Third prize (2nd contributor of 5)",
    );
    expect(placeText(say(inChinese), { position: 1, total: 3, role: "leader" }, null)).toBe("负责人，共3人");
  });
  it("is left out where nobody shares the honor", () => {
    expect(placeText(say(inChinese), null, "三等奖")).toBe("三等奖");
    expect(placeText(say(inChinese), { position: 1, total: 1, role: null }, null)).toBe("");
  });
});
