import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { countReport, countStep, failuresIn, tallyLine } from "./tally.mjs";

function withReport<T>(report: object, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "tally-"));
  writeFileSync(join(folder, "report.json"), JSON.stringify(report));
  const result = use(join(folder, "report.json"));
  rmSync(folder, { recursive: true });
  return result;
}

const count = (report: object) => withReport(report, countReport);

const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };

it("reads both runners", () => {
  const failed = { status: "failed", assertionResults: [{ status: "failed" }] };
  expect(count({ ...vitest, testResults: [failed] })).toEqual({ passed: 3, failed: 1, skipped: 2 });
  expect(count({ stats: { expected: 5, unexpected: 2, flaky: 0, skipped: 1 } })).toEqual({
    passed: 5,
    failed: 2,
    skipped: 1,
  });
});

it("counts a file that could not be loaded, and a run that could not begin", () => {
  expect(
    count({ ...vitest, numFailedTests: 0, testResults: [{ status: "failed", assertionResults: [] }] }),
  ).toMatchObject({ failed: 1 });
  expect(count({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] })).toMatchObject({
    failed: 1,
  });
  expect(countReport("/nowhere/report.json")).toBeNull();
});

it("counts a failed step without tests as one failure", () => {
  expect(countStep(false, null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countStep(true, null)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  expect(countStep(false, { passed: 9, failed: 0, skipped: 0 })).toMatchObject({ failed: 1 });
});

it("says it in one line", () => {
  expect(
    tallyLine([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ]),
  ).toBe("5 passed, 1 failed");
  expect(tallyLine([{ passed: 2, failed: 0, skipped: 4 }])).toBe("2 passed, 0 failed, 4 skipped");
});

it("names what failed in either runner, with the beginning of its message", () => {
  const test = {
    status: "failed",
    fullName: "adds",
    failureMessages: ["\u001b[31mexpected 3\u001b[39m\n at it"],
  };
  const testResults = [
    {
      name: "a.test.ts",
      status: "failed",
      assertionResults: [{ status: "passed", fullName: "other" }, test],
    },
    { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
    { name: "c.test.ts", status: "passed", assertionResults: [] },
  ];
  expect(withReport({ ...vitest, testResults }, failuresIn)).toEqual([
    "a.test.ts > adds\n    expected 3\n     at it",
    "b.test.ts\n    no such module",
  ]);

  const results = [{ error: { message: "not visible" } }];
  const specs = [
    { ok: true, file: "a.spec.ts", line: 1, title: "opens", tests: [] },
    { ok: false, file: "a.spec.ts", line: 9, title: "closes", tests: [{ results }] },
  ];
  expect(withReport({ stats: {}, suites: [{ suites: [{ specs }] }], errors: [] }, failuresIn)).toEqual([
    "a.spec.ts:9 > closes\n    not visible",
  ]);
  expect(failuresIn("/nowhere/report.json")).toEqual([]);
});
