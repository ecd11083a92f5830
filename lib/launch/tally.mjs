// Sums what the test runners wrote down about themselves.
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @param {string} file a JSON report of Vitest or Playwright @returns {Count | null} null when there is none to read */
export function countReport(file) {
  const report = read(file);
  if (!report) return null;
  return "stats" in report ? countPlaywright(report) : countVitest(report);
}

/**
 * What failed, for the end of a long output, where it is looked for.
 * @param {string} file a JSON report of Vitest or Playwright
 * @returns {string[]} a test's file and name, and beneath it how its message begins
 */
export function failuresIn(file) {
  const report = read(file);
  if (!report) return [];
  return ("stats" in report ? playwrightFailures(report) : vitestFailures(report)).map(
    ({ name, message }) => `${name}\n${beginning(message)}`,
  );
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

const beginning = (message) =>
  stripVTControlCharacters(message ?? "")
    .split("\n")
    .slice(0, 20)
    .map((line) => `    ${line}`)
    .join("\n");

function vitestFailures({ testResults = [] }) {
  return testResults
    .filter(({ status }) => status === "failed")
    .flatMap((file) => {
      const failed = file.assertionResults.filter(({ status }) => status === "failed");
      if (failed.length === 0) return [{ name: file.name, message: file.message }];
      return failed.map((test) => ({
        name: `${file.name} > ${test.fullName}`,
        message: test.failureMessages?.[0],
      }));
    });
}

function playwrightFailures({ suites = [], errors = [] }) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const failed = suites.flatMap(specs).filter(({ ok }) => !ok);
  return [
    ...errors.map(({ message }) => ({ name: "Playwright", message })),
    ...failed.map(({ file, line, title, tests }) => ({
      name: `${file}:${line} > ${title}`,
      message: tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message,
    })),
  ];
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
