import { describe, expect, test } from "vitest";
import { parseInput } from "@/lib/kernel/fields";
import { hasBegun, isInForce, isWaiting } from "./rules";
import { readRevocationFilter, revocationInput, targetText, type Target } from "./schema";

const input = (target: unknown) => ({
  ...{ key: crypto.randomUUID(), awardId: "7", target, cause: "fraud", explanation: "x", applicant: "工会" },
  ...{
    documentId: "3",
    effectiveOn: "2024年3月1日",
    treatmentStoppedFrom: "",
    recall: "none",
    recallNote: "",
  },
});
const read = (target: unknown) => {
  const parsed = parseInput(revocationInput, input(target));
  return parsed.ok ? parsed.value.target : parsed.fault.fields;
};

describe("what is revoked", () => {
  test.each<Target>([
    { kind: "award" },
    { kind: "recipient", recipientId: 12 },
    { kind: "member", recipientId: 12, position: 3 },
  ])("stands in a form's field: %j", (target) => {
    expect(read(targetText(target))).toEqual(target);
  });

  test.each([
    "award:1",
    "recipient",
    "recipient:0",
    "recipient:1:2",
    "member:1",
    "member:1:0",
    "x",
    "recipient:9999999999",
  ])("is nothing else: %s", (text) => {
    expect(read(text)).toEqual({ target: ["unknownValue"] });
  });
});

test("dates are read as people write them; fields that are not the form's are not kept", () => {
  const parsed = parseInput(revocationInput, { ...input("award"), state: "confirmed", enteredByIds: [1] });
  expect(parsed).toMatchObject({
    ok: true,
    value: { effectiveOn: "2024-03-01", treatmentStoppedFrom: null },
  });
  expect(parsed.ok && Object.keys(parsed.value)).not.toContain("state");
});

test("a revocation holds from its confirmation to a confirmed annulment, and waits for somebody at two places", () => {
  const states = ["recorded", "confirmed", "annulling", "annulled", "declined", "withdrawn"] as const;
  expect(states.filter(isInForce)).toEqual(["confirmed", "annulling"]);
  expect(states.filter(isWaiting)).toEqual(["recorded", "annulling"]);
  expect([hasBegun("2024-03-01", "2024-02-29"), hasBegun("2024-03-01", "2024-03-01")]).toEqual([false, true]);
});

test("the list takes whatever stands in the address", () => {
  expect(readRevocationFilter({ state: "x", page: "-1", size: "7", sort: "evil" })).toMatchObject({
    ...{ state: undefined, page: 1, sort: "createdAt", direction: "desc" },
  });
  expect(readRevocationFilter({ state: "waiting", sort: "effectiveOn" })).toMatchObject({
    ...{ state: "waiting", sort: "effectiveOn", direction: "asc" },
  });
});
