// `npm test` and, with the argument "check", `npm run check`: all steps of the list, going on after a failure, and a
// last line that sums them up.
import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { npmProgram } from "../env/early.mjs";
import { ensureBrowser } from "./browser.mjs";
import { enterFolder, root } from "./prelude.mjs";
import { prepare } from "./prepare.mjs";
import { Refusal, reportFailure, Stopped, stopSignal } from "./refusal.mjs";
import { runGroup } from "./step.mjs";
import { checkSteps, testSteps } from "./steps.mjs";
import { countReport, countStep, tallyLine } from "./tally.mjs";

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

async function test(steps) {
  enterFolder();
  const stop = stopSignal();
  const began = Date.now();
  await prepare({ root, build: false, stop });
  mkdirSync("test-results", { recursive: true });
  const browser = steps.some((step) => step.needs) ? await findBrowser(stop) : undefined;
  const results = [];
  for (const step of steps) results.push({ ...step, ...(await run(step, browser, stop)) });

  process.stdout.write("\n");
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
    if (step.needs) {
      await prepare({ root, build: true, stop });
      if (browser instanceof Refusal) throw browser;
    }
    const npm = npmProgram();
    const [program, before] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
    const environment = { PLAYWRIGHT_CHROMIUM_PATH: typeof browser === "string" ? browser : undefined };
    return (
      (await runGroup({
        program,
        args: [...before, "run", "--silent", step.script],
        cwd: root,
        stop,
        environment,
      })) === 0
    );
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
