import { expect, test } from "vitest";
import { parseInput } from "@/lib/kernel/fields";
import { rowFaults } from "./rules";
import { newAchievement, readAchievementFilter } from "./schema";

const form = {
  key: "6f2d5b0e-3a8e-4a53-9a55-0d6a3f1f2f10",
  ...{ name: "工装", kind: "innovation", units: ["1"], secrecy: "open" },
};

test("a form says which field is at fault", () => {
  const faulty = {
    ...{ ...form, name: " ", kind: "magic", units: [], startedOn: "5月", benefitYear: "22", secrecy: "x" },
    economicBenefit: "一百",
    properties: [{ type: "", number: "" }],
    contributors: [{ employeeId: "", share: "101" }],
  };
  expect(parseInput(newAchievement, faulty)).toEqual({
    ok: false,
    fault: {
      code: "invalid",
      fields: {
        ...{ name: ["required"], kind: ["requiredChoice"], units: ["required"], secrecy: ["requiredChoice"] },
        ...{
          startedOn: ["monthWithoutYear"],
          benefitYear: ["numberTooSmall:1900"],
          economicBenefit: ["money"],
        },
        ...{ "properties.0.type": ["required"], "properties.0.number": ["required"] },
        ...{ "contributors.0.employeeId": ["required"], "contributors.0.share": ["share"] },
      },
    },
  });
});

test("the end cannot lie before the beginning", () => {
  expect(parseInput(newAchievement, { ...form, startedOn: "2022-07", finishedOn: "2022-06" })).toMatchObject({
    fault: { fields: { finishedOn: ["endBeforeStart"] } },
  });
  expect(parseInput(newAchievement, { ...form, startedOn: "2022-07", finishedOn: "2022" })).toMatchObject({
    value: { startedOn: "2022-07", finishedOn: "2022", contributors: [], economicBenefit: null },
  });
});

test.each([
  [["66.66", "33.34"], undefined],
  [["33.33", "33.33", "33.34"], undefined],
  [["66.67", "33.34"], ["shareTotal"]],
  [[null, "100"], undefined],
])("shares %j", (shares, fault) => {
  const contributors = shares.map((share, employeeId) => ({ employeeId, share, contribution: null }));
  expect(rowFaults({ contributors, properties: [] }).contributors).toEqual(fault);
});

test("a list's address always gives a filter", () => {
  expect(
    readAchievementFilter({ q: ["  工装 ", "x"], kind: "magic", year: "20x", unit: "-1", sort: "salary" }),
  ).toEqual({
    ...{ q: "工装", kind: undefined, year: undefined, unit: undefined },
    ...{ page: 1, size: 20, sort: "finishedOn", direction: "desc" },
  });
});
