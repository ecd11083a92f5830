// Reads the runners' reports back into the lines of lines.mjs.
import { relative } from "node:path";
import { placeOf } from "./lines.mjs";

/** @typedef {{ file: string, title: string, state: "passed" | "failed" | "skipped" }} Outcome */
/** @typedef {{ line: import("./lines.mjs").Line, state: "passed" | "failed" | "skipped" | "missing", count: number, faults: string[] }} Verdict */

/** Every test of a report of Vitest or Playwright. @param {any} report @param {string} root @returns {Outcome[]} */
export function outcomesOf(report, root) {
  if ("testResults" in report)
    return report.testResults.flatMap(({ name, status, assertionResults }) => {
      const file = relative(root, name);
      if (assertionResults.length === 0 && status === "failed")
        return [{ file, title: "the file itself", state: "failed" }];
      return assertionResults.map((test) => ({ file, title: test.fullName, state: stateOf(test.status) }));
    });
  return report.suites.flatMap((suite) => inSuite(suite, `e2e/${suite.file}`, ""));
}

/** @param {import("./lines.mjs").Line} line @param {Outcome[]} outcomes @returns {Verdict} */
export function verdictOf(line, outcomes) {
  const faults = [];
  const met = [];
  for (const { file, titles } of line.held.map(placeOf)) {
    for (const title of titles.length > 0 ? titles : [""]) {
      const found = outcomes.filter((one) => one.file === file && one.title.includes(title));
      if (found.length === 0) faults.push(`did not run: ${file}${title && ` (${title})`}`);
      met.push(...found);
    }
  }
  const failed = met.filter(({ state }) => state === "failed");
  faults.unshift(...failed.map(({ file, title }) => `failed: ${file} (${title})`));
  const skipped = met.filter(({ state }) => state === "skipped");
  faults.push(...skipped.map(({ file, title }) => `skipped: ${file} (${title})`));
  const state =
    failed.length > 0
      ? "failed"
      : faults.length > skipped.length
        ? "missing"
        : skipped.length > 0
          ? "skipped"
          : "passed";
  return { line, state, count: met.length, faults: [...new Set(faults)] };
}

function inSuite({ title, suites = [], specs = [] }, file, above) {
  const path = above === "" ? (title.endsWith(".ts") ? "" : title) : `${above} ${title}`;
  const own = specs.map((spec) => ({
    file,
    title: `${path} ${spec.title}`.trim(),
    state: spec.tests.every((test) => test.status === "skipped") ? "skipped" : spec.ok ? "passed" : "failed",
  }));
  return [...own, ...suites.flatMap((suite) => inSuite(suite, file, path))];
}

const stateOf = (status) => (status === "passed" ? "passed" : status === "failed" ? "failed" : "skipped");
