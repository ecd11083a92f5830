import { expect, test } from "vitest";
import { maskNumbers } from "@/lib/kernel/mask-numbers";
import { progressOf, type ProgressFacts } from "./rules";

const facts: ProgressFacts = {
  ...{ state: "checking", rowsTotal: 1000, rowsRead: 1000, rowsChecked: 250, rowsApplied: 0 },
  ...{ countNew: 200, countChanged: 50, phaseStartedAt: new Date("2026-04-30T00:00:00Z") },
};
const now = new Date("2026-04-30T00:00:10Z");

test("what is left takes as long as what is done says", () => {
  expect(progressOf(facts, now)).toMatchObject({ phase: "check", total: 1000, secondsLeft: 30 });
  expect(progressOf({ ...facts, rowsChecked: 0 }, now).secondsLeft).toBeNull();
  expect(progressOf({ ...facts, rowsTotal: null }, now)).toMatchObject({ total: null, secondsLeft: null });
  expect(progressOf({ ...facts, rowsChecked: 1000 }, now).secondsLeft).toBe(0);
});

test("applying goes through the rows to be written, undoing counts them down", () => {
  const applying = { ...facts, state: "applying", rowsApplied: 50 } as const;
  expect(progressOf(applying, now)).toMatchObject({ phase: "apply", total: 250, secondsLeft: 40 });
  const undoing = { ...facts, state: "undoing", rowsApplied: 150 } as const;
  expect(progressOf(undoing, now)).toMatchObject({ phase: "undo", total: 250, secondsLeft: 15 });
});

test("where no job is at work there is no phase", () => {
  for (const state of ["mapping", "checked", "applied", "undone", "cancelled", "failed"] as const)
    expect(progressOf({ ...facts, state }, now)).toMatchObject({ phase: null, secondsLeft: null, state });
});

test("ID and phone numbers keep as much as tells them apart", () => {
  expect(maskNumbers("370202198503121234")).toBe("**************1234");
  expect(maskNumbers("证号37020219850312123X，电话13812345678。")).toBe(
    "证号**************123X，电话138****5678。",
  );
  expect(maskNumbers("370202850312123")).toBe("***********2123");
});

test("work numbers, dates, sums and document numbers stay as they are", () => {
  for (const text of [
    "00123",
    "20220501",
    "青工发〔2022〕15号",
    "1234567890.50",
    "K20000-7001",
    "91370200163562681G",
    "913702001635626810",
  ])
    expect(maskNumbers(text)).toBe(text);
});
