import { hostname } from "node:os";
import { describe, expect, it } from "vitest";
import { isWellFormedHost, isWellFormedTarget } from "./address-line";
import { isOwnOrigin } from "./origin";

const configured = new URL("https://honors.example.com");

describe("own origin", () => {
  it("is the configured one alone", () => {
    expect(isOwnOrigin("https://honors.example.com", "10.0.0.5:3000", configured)).toBe(true);
    expect(isOwnOrigin("http://honors.example.com", "honors.example.com", configured)).toBe(false);
    expect(isOwnOrigin("https://evil.example", "evil.example", configured)).toBe(false);
    expect(isOwnOrigin("http://localhost:3000", "localhost:3000", configured)).toBe(false);
  });
  it.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "192.168.1.20", `${hostname()}:3000`])(
    "is the host %s itself in a local set-up",
    (host) => {
      expect(isOwnOrigin(`http://${host}`, host, null)).toBe(true);
      expect(isOwnOrigin(`http://${host}`, host, new URL("http://localhost:3000"))).toBe(true);
    },
  );
  it("is never a stranger's name that leads to this machine", () => {
    expect(isOwnOrigin("http://rebound.example", "rebound.example", null)).toBe(false);
  });
  it.each([
    undefined,
    "",
    "null",
    "http://localhost:3001",
    "http://evil.example",
    "http://localhost:3000.evil.example",
  ])("is not %s", (origin) => {
    expect(isOwnOrigin(origin, "localhost:3000", null)).toBe(false);
  });
});

describe("request line", () => {
  it.each(["/", "/awards?q=%E5%BC%A0&page=2", "/a%20b?q=100%25&x", "/_next/static/a-b.js", "/awards?q=a+b"])(
    "reads %s",
    (target) => {
      expect(isWellFormedTarget(target)).toBe(true);
    },
  );
  it.each([
    "/%",
    "/%zz",
    "/a?q=%E5",
    "/a?q=%00",
    "/%00",
    "/%ED%A0%80",
    "//evil.example/x",
    "http://evil.example/",
    "*",
    "/a\\b",
    "/a?q=100%",
    "/a?q=1&constructor=1",
    "/a?__proto__=1",
    "/a?to%53tring",
  ])("refuses %s", (target) => {
    expect(isWellFormedTarget(target)).toBe(false);
  });
  it("knows a host from nonsense", () => {
    for (const host of ["localhost", "localhost:3000", "[::1]:3000", "a_b.example.com.", "10.0.0.1:80"])
      expect(isWellFormedHost(host)).toBe(true);
    for (const host of [undefined, "", "a b", "a/b", "a@b", "a:b", "a:123456", "<x>", "user:1@h"])
      expect(isWellFormedHost(host)).toBe(false);
  });
});
