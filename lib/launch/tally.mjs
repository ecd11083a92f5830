// Sums what the test runners wrote down about themselves.
import { readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @param {string} file a JSON report of Vitest or Playwright @returns {Count | null} null when there is none to read */
export function countReport(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
  return "stats" in report ? countPlaywright(report) : countVitest(report);
}

function countPlaywright({ stats, errors = [] }) {
  const failed = stats.unexpected || errors.length;
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
}

function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults = [] }) {
  // A file that could not even be loaded has no tests to fail.
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  };
}

/**
 * A step that failed counts for at least one failure, also when it counts no tests (types, lint, build).
 * @param {boolean} succeeded @param {Count | null} counted @returns {Count}
 */
export function countStep(succeeded, counted) {
  const { passed, failed, skipped } = counted ?? { passed: 0, failed: 0, skipped: 0 };
  return { passed, skipped, failed: succeeded ? failed : Math.max(failed, 1) };
}

/** @param {Count[]} counts */
export function tallyLine(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`;
}
