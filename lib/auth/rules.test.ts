import { describe, expect, it } from "vitest";
import { expiryOf, growingBlock, idleSince, isRecent, isSeenDue, safeNext, signInPath } from "./rules";

describe("safeNext", () => {
  it.each(["/awards/12", "/awards?q=%E5%BC%A0&page=2", "/me"])("keeps %s", (next) =>
    expect(safeNext(next)).toBe(next),
  );
  it.each([
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "/a\\..\\b",
    "/\t/elsewhere.example",
    "/a\nb",
    "javascript:alert(1)",
    "awards",
    "",
    "/sign-in?next=/sign-in",
    "/api/auth/signout",
    "/x/..//elsewhere.example/",
    "/./sign-in",
    undefined,
    ["/awards"],
  ])("goes home instead of %j", (next) => expect(safeNext(next)).toBe("/"));
  it("goes home instead of what is too long to be one of ours", () =>
    expect(safeNext(`/${"a".repeat(3000)}`)).toBe("/"));
  it("leads back through the sign-in page", () => {
    expect(signInPath("/awards?page=2")).toBe("/sign-in?next=%2Fawards%3Fpage%3D2");
    expect(signInPath("/")).toBe("/sign-in");
    expect(signInPath(null)).toBe("/sign-in");
  });
});

describe("sessions", () => {
  const now = new Date("2026-04-30T08:00:00Z");
  it("last twelve hours, two without a request, and are written down once a minute", () => {
    expect(expiryOf(now, 12).toISOString()).toBe("2026-04-30T20:00:00.000Z");
    expect(idleSince(now, 120).toISOString()).toBe("2026-04-30T06:00:00.000Z");
    expect(isSeenDue(new Date("2026-04-30T07:59:01Z"), now)).toBe(false);
    expect(isSeenDue(new Date("2026-04-30T07:59:00Z"), now)).toBe(true);
  });
});

it("takes a proof of identity as fresh for five minutes", () => {
  const now = new Date("2026-04-30T08:00:00Z");
  expect(isRecent(new Date("2026-04-30T07:55:00Z"), now)).toBe(true);
  expect(isRecent(new Date("2026-04-30T07:54:59Z"), now)).toBe(false);
});

it("closes an account to an address for longer each time", () => {
  expect([0, 1, 2, 3, 9, 999].map(growingBlock)).toEqual([60, 120, 240, 480, 3600, 3600]);
});
