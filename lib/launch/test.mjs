// `npm test` and, with the argument "check", `npm run check`: all steps of the list, going on after a failure, and a
// last line that sums them up.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { searchPath } from "../env/early.mjs";
import { ensureBrowser } from "./browser.mjs";
import { enterFolder, root } from "./prelude.mjs";
import { prepare } from "./prepare.mjs";
import { Refusal, reportFailure, Stopped, stopSignal } from "./refusal.mjs";
import { runGroup } from "./step.mjs";
import { checkSteps, testSteps } from "./steps.mjs";
import { countReport, countStep, failuresIn, tallyLine } from "./tally.mjs";

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

async function test(steps) {
  enterFolder();
  const stop = stopSignal();
  const began = Date.now();
  await prepare({ root, build: false, stop });
  mkdirSync("test-results", { recursive: true });
  const browser = steps.some((step) => step.browser) ? await findBrowser(stop) : undefined;
  const results = [];
  for (const step of steps) {
    const unbuilt = results.some(({ script, succeeded }) => !script && !succeeded);
    const obstacle = unbuilt ? new Refusal("Not run: there is no build.") : browser;
    results.push({ ...step, ...(await run(step, step.browser ? obstacle : undefined, stop)) });
  }

  process.stdout.write("\n");
  for (const { report } of results) {
    for (const failure of report ? failuresIn(join(root, report)) : [])
      process.stdout.write(`${failure}\n\n`);
  }
  for (const { title, took, succeeded } of results)
    process.stdout.write(`${succeeded ? "ok    " : "FAILED"}  ${title.padEnd(20)} ${took}\n`);
  process.stdout.write(`all in ${seconds(began)}\n\n${tallyLine(results.map(({ count }) => count))}\n`);
  process.exitCode = results.every(({ succeeded, count }) => succeeded && count.failed === 0) ? 0 : 1;
}

async function run(step, browser, stop) {
  const began = Date.now();
  process.stdout.write(`\n── ${step.title}\n`);
  if (step.report) rmSync(step.report, { force: true });
  const succeeded = await succeeds(step, browser, stop);
  const counted = step.report ? countReport(join(root, step.report)) : null;
  process.stdout.write(`── ${step.title}: ${succeeded ? "passed" : "FAILED"} in ${seconds(began)}\n`);
  return { succeeded, took: seconds(began), count: countStep(succeeded, counted) };
}

async function succeeds(step, browser, stop) {
  try {
    if (!step.script) {
      await prepare({ root, build: true, stop });
      return true;
    }
    if (browser instanceof Refusal) throw browser;
    // Not through npm, which would pass Ctrl-C on a second time and have Playwright give up its clearing.
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const path = [join(root, "node_modules", ".bin"), searchPath()].join(delimiter);
    const environment = { PATH: path, ...(browser && { PLAYWRIGHT_CHROMIUM_PATH: browser }) };
    const args = ["-c", scripts[step.script]];
    return (await runGroup({ program: "sh", args, cwd: root, stop, environment })) === 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

/** Looked for first, so that a missing one is known before the long steps. */
async function findBrowser(stop) {
  const { chromium } = createRequire(import.meta.url)("playwright-core");
  try {
    return await ensureBrowser({ root, own: chromium.executablePath(), stop });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error;
  }
}

test(process.argv[2] === "check" ? checkSteps : testSteps).catch((error) => {
  reportFailure(error);
  if (error instanceof Stopped) process.exit();
});
