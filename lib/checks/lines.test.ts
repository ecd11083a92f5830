import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lines, placeOf } from "./lines.mjs";
import { outcomesOf, verdictOf } from "./verdicts.mjs";

describe("the lines that must hold", () => {
  it.each(lines.map(({ check, held }) => [check, held] as const))(
    "%s is held by tests that are there",
    (_, held) => {
      expect(held.length).toBeGreaterThan(0);
      for (const { file, titles } of held.map(placeOf)) {
        expect([file, existsSync(file)]).toEqual([file, true]);
        const text = readFileSync(file, "utf8");
        for (const title of titles) expect([file, title, text.includes(title)]).toEqual([file, title, true]);
      }
    },
  );
});

describe("a verdict", () => {
  const line = {
    check: "Crash 1",
    says: "…",
    held: [["a.test.ts", "first", "second"], "e2e/b.spec.ts"],
  } as (typeof lines)[number];
  const vitest = (status: string) => ({
    testResults: [
      {
        name: "/root/a.test.ts",
        status: "passed",
        assertionResults: [
          { fullName: "the first one", status },
          { fullName: "the second one", status: "passed" },
        ],
      },
    ],
  });
  const playwright = {
    suites: [
      {
        file: "b.spec.ts",
        title: "b.spec.ts",
        specs: [{ title: "outer", ok: true, tests: [{ status: "expected" }] }],
        suites: [{ title: "inner", specs: [{ title: "one", ok: false, tests: [{ status: "unexpected" }] }] }],
      },
    ],
  };
  const passing = { suites: [{ ...playwright.suites[0], suites: [] }] };
  const verdict = (...reports: object[]) =>
    verdictOf(
      line,
      reports.flatMap((report) => outcomesOf(report, "/root")),
    );

  it("is passed where every test of the line ran and passed", () => {
    expect(verdict(vitest("passed"), passing)).toMatchObject({ state: "passed", count: 3, faults: [] });
  });
  it("names what failed, was left out or did not run", () => {
    expect(verdict(vitest("passed"), playwright)).toMatchObject({
      state: "failed",
      faults: ["failed: e2e/b.spec.ts (inner one)"],
    });
    expect(verdict(vitest("pending"), passing)).toMatchObject({ state: "skipped" });
    expect(verdict(vitest("passed"))).toMatchObject({
      state: "missing",
      faults: ["did not run: e2e/b.spec.ts"],
    });
    const unloaded = { testResults: [{ name: "/root/a.test.ts", status: "failed", assertionResults: [] }] };
    expect(verdict(unloaded, passing)).toMatchObject({ state: "missing" });
  });
});
