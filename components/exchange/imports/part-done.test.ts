import { expect, it } from "vitest";
import type { ImportProgress } from "@/lib/exchange/imports/queries";
import { partDone } from "./part-done";

const nothing: ImportProgress = {
  ...{ phase: null, read: 0, checked: 0, applied: 0, total: null, secondsLeft: null, state: "received" },
};

it("says nothing before the rows are counted", () => {
  expect(partDone({ ...nothing, phase: "open" })).toBeNull();
  expect(partDone({ ...nothing, phase: "check", read: 2000 })).toBeNull();
});

it("goes forward with reading and checking, and with writing", () => {
  expect(partDone({ ...nothing, phase: "check", read: 1000, total: 1000 })).toBeCloseTo(0.1);
  expect(partDone({ ...nothing, phase: "check", read: 1000, checked: 1000, total: 1000 })).toBe(1);
  expect(partDone({ ...nothing, phase: "apply", applied: 250, total: 1000 })).toBe(0.25);
});

it("counts backwards while a batch is undone", () => {
  expect(partDone({ ...nothing, phase: "undo", applied: 1000, total: 1000 })).toBe(0);
  expect(partDone({ ...nothing, phase: "undo", applied: 100, total: 1000 })).toBe(0.9);
});
