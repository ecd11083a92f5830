import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isOfOldKey, keyedHash, keyedHashes, open, seal } from "./sealed";

const [first, second] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
beforeEach(() => vi.stubEnv("PERSONAL_DATA_KEY", first));
afterEach(() => vi.unstubAllEnvs());

test("what is sealed opens at its own place alone, unchanged, and looks different each time", () => {
  const sealed = seal("370202197001010019", "employees:1");
  expect(sealed).toMatch(/^k1:[\w-]+$/);
  expect(sealed).not.toBe(seal("370202197001010019", "employees:1"));
  expect(open(sealed, "employees:1")).toBe("370202197001010019");
  expect(() => open(sealed, "employees:2")).toThrow();
  const at = sealed.length - 3;
  expect(() =>
    open(sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1), "employees:1"),
  ).toThrow();
  expect(() => open("k1:", "employees:1")).toThrow();
  expect(open(seal("", "x"), "x")).toBe("");
});

test("an older key opens and finds while it is named, and not after", () => {
  const [sealed, hash] = [seal("张伟", "x"), keyedHash("370202", "id number")];
  vi.stubEnv("PERSONAL_DATA_KEY", `k2:${second},k1:${first}`);
  expect(open(sealed, "x")).toBe("张伟");
  expect([isOfOldKey(sealed), isOfOldKey(seal("张伟", "x"))]).toEqual([true, false]);
  expect(keyedHashes("370202", "id number")).toContain(hash);
  expect(keyedHash("370202", "id number")).not.toBe(hash);
  vi.stubEnv("PERSONAL_DATA_KEY", `k2:${second}`);
  expect(() => open(sealed, "x")).toThrow(/no longer names: k1/);
});

test("a hash tells its purpose apart", () => {
  expect(keyedHash("a", "one")).toBe(keyedHash("a", "one"));
  expect(keyedHash("a", "one")).not.toBe(keyedHash("a", "two"));
});

test.each([
  ["", "x".repeat(44)],
  ["short", "YWJj"],
  ["typed", Buffer.from("0123456789abcdef0123456789abcdef").toString("base64")],
  ["zero", Buffer.alloc(32).toString("base64")],
  ["twice", `k1:${first},k1:${second}`],
])("a key that is %s is refused by name", (_, key) => {
  vi.stubEnv("PERSONAL_DATA_KEY", key);
  expect(() => keyedHash("a", "b")).toThrow(/^PERSONAL_DATA_KEY /);
});
