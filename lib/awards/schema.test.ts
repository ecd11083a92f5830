import { describe, expect, it } from "vitest";
import { awardInput, readAwardFilter } from "./schema";

describe("what a form may post", () => {
  const good = { titleId: "1", awardDate: "2022年5月" };
  const faults = (more: object) =>
    Object.fromEntries(
      awardInput
        .safeParse({ ...good, ...more })
        .error?.issues.map((issue) => [issue.path.join("."), issue.message]) ?? [],
    );
  it("is a draft with little in it", () =>
    expect(awardInput.parse(good)).toMatchObject({
      titleId: 1,
      awardDate: "2022-05",
      awardYear: null,
      recipients: [],
      intent: "draft",
      evidenceGrade: "C",
    }));
  it("never names state, ledger number or author", () =>
    expect(
      awardInput.parse({ ...good, state: "effective", ledgerNumber: "1", createdById: "1" }),
    ).not.toHaveProperty("state"));
  it.each([
    ["a month without a year", { awardDate: "5月" }, { awardDate: "monthWithoutYear" }],
    ["no such day", { awardDate: "2026-02-30" }, { awardDate: "badDate" }],
    ["a year of old", { awardYear: "1899" }, { awardYear: "badYear" }],
    ["negative money", { bonus: "-1" }, { bonus: "moneyNegative" }],
    ["half cents", { bonus: "0.005" }, { bonus: "moneyTooPrecise" }],
    ["too much money", { bonus: "1e20" }, { bonus: "money" }],
    ["too long deeds", { deeds: "事".repeat(501) }, { deeds: "tooLong:500" }],
    ["two subjects", { recipients: [{ employeeId: "1", teamId: "1" }] }, { "recipients.0": "twoSubjects" }],
    ["no subject", { recipients: [{ employeeId: "" }] }, { "recipients.0": "noSubject" }],
    [
      "a share above 100",
      { recipients: [{ employeeId: "1", share: "101" }] },
      { "recipients.0.share": "share" },
    ],
    ["recipients that are no list", { recipients: "{" }, { recipients: "invalid" }],
  ])("refuses %s", (_, more, expected) => expect(faults(more)).toEqual(expected));
  it("takes rare characters whole", () =>
    expect(awardInput.parse({ ...good, deeds: "𠮷".repeat(500) }).deeds).toHaveLength(1000));
  it("takes recipients as the form's text", () => {
    expect(
      awardInput.parse({
        ...good,
        recipients: '[{"teamId":7,"name":"一班","role":"","share":"","bonus":"10"}]',
      }).recipients,
    ).toEqual([{ kind: "team", id: 7, role: null, share: null, bonus: "10.00" }]);
  });
});

describe("what a URL asks of the list", () => {
  it("opens on this year, the latest first", () =>
    expect(readAwardFilter({}, 2026)).toMatchObject({
      year: 2026,
      sort: "date",
      direction: "desc",
      page: 1,
      size: 20,
    }));
  it("knows every year", () => expect(readAwardFilter({ year: "all" }, 2026).year).toBeNull());
  it("makes something of nonsense", () => {
    const filter = readAwardFilter(
      {
        year: "x",
        unit: "-1",
        state: "gone",
        sort: "password",
        page: "1e9",
        size: "100000",
        subjectKind: ["team", "x"],
      },
      2026,
    );
    expect(filter).toMatchObject({
      year: 2026,
      unit: undefined,
      state: undefined,
      sort: "date",
      page: 1,
      size: 100,
      subjectKind: "team",
    });
  });
});
