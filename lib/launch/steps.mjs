// The one list of what is checked, the same at a desk and in CI. Each step is a script of package.json.

/** @typedef {{ title: string, script?: string, report?: string, browser?: boolean }} Step without a script: the build */

/** @type {Step[]} */
export const checkSteps = [
  { title: "Types", script: "check:types" },
  { title: "Lint", script: "lint" },
  { title: "Boundaries", script: "boundaries" },
  { title: "Vocabulary", script: "vocabulary" },
  { title: "Format", script: "format" },
  { title: "Unit tests", script: "test:unit", report: "test-results/unit.json" },
];

/** @type {Step[]} */
export const testSteps = [
  ...checkSteps,
  { title: "Integration tests", script: "test:integration", report: "test-results/integration.json" },
  { title: "Build" },
  { title: "End-to-end tests", script: "test:e2e", report: "test-results/e2e.json", browser: true },
];
