// `npm run test:checks [-- Crash "Sign-in 3"]`: what the registry must pass (lib/checks/lines.mjs), line by line, the long
// trials among it. Nothing else should run on the machine meanwhile: some lines are about time.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { lines, placeOf } from "../checks/lines.mjs";
import { outcomesOf, verdictOf } from "../checks/verdicts.mjs";
import { childEnvironment, searchPath } from "../env/early.mjs";
import { ensureBrowser } from "./browser.mjs";
import { installPackages } from "./debian.mjs";
import { enterFolder, root } from "./prelude.mjs";
import { prepare } from "./prepare.mjs";
import { Refusal, reportFailure, Stopped, stopSignal } from "./refusal.mjs";
import { runGroup } from "./step.mjs";

const vitest = (project, report) => (files) => [
  "vitest",
  ...["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ...files,
];

/** Which files each runner takes, the quick ones first. */
const runners = [
  { name: "unit", takes: /(?<!\.db)\.test\.tsx?$/, args: vitest },
  { name: "integration", takes: /\.db\.test\.ts$/, args: vitest },
  { name: "e2e", takes: /^e2e\/.*\.spec\.ts$/, args: () => (files) => ["playwright", "test", ...files] },
  { name: "trials", takes: /\.trial\.ts$/, args: vitest },
];

async function run(wanted) {
  enterFolder();
  const stop = stopSignal();
  const chosen = lines.filter(
    ({ check }) => wanted.length === 0 || wanted.some((name) => check.startsWith(name)),
  );
  if (chosen.length === 0) throw new Refusal(`There is no check "${wanted.join('", "')}".`);
  await prepare({ root, build: true, stop });
  mkdirSync("test-results", { recursive: true });
  const files = [...new Set(chosen.flatMap(({ held }) => held.map((one) => placeOf(one).file)))];
  const outcomes = [];
  for (const runner of runners) {
    const own = files.filter((file) => runner.takes.test(file));
    if (own.length > 0) outcomes.push(...(await outcomesBy(runner, own, stop)));
  }
  report(chosen.map((line) => verdictOf(line, outcomes)));
}

async function outcomesBy({ name, args }, files, stop) {
  const file = name === "e2e" ? "test-results/e2e.json" : `test-results/checks-${name}.json`;
  rmSync(file, { force: true });
  const environment = { PATH: [join(root, "node_modules", ".bin"), searchPath()].join(delimiter) };
  if (name === "e2e") {
    const { chromium } = createRequire(import.meta.url)("playwright-core");
    environment.PLAYWRIGHT_CHROMIUM_PATH = await ensureBrowser({
      root,
      own: chromium.executablePath(),
      stop,
    });
  }
  // Two instances stand behind it; where it is none, that trial is skipped.
  if (name === "trials" && !hasProxy())
    await installPackages({ root, stop, title: "Installing nginx", packages: ["nginx-light"] });
  const [program, ...rest] = args(name, file)(files);
  await runGroup({ program, args: rest, cwd: root, stop, environment });
  try {
    return outcomesOf(JSON.parse(readFileSync(file, "utf8")), root);
  } catch {
    // It did not come as far as a report: its lines are told as not run.
    return [];
  }
}

function hasProxy() {
  const PATH = [searchPath(), "/usr/sbin"].join(delimiter);
  return spawnSync("nginx", ["-v"], { env: childEnvironment({ PATH }) }).status === 0;
}

function report(verdicts) {
  const words = { passed: "ok     ", failed: "FAILED ", skipped: "skipped", missing: "NOT RUN" };
  process.stdout.write("\n");
  for (const { line, state, count, faults } of verdicts) {
    process.stdout.write(`${words[state]}  ${line.check.padEnd(22)} ${line.says} (${count} tests)\n`);
    for (const fault of faults) process.stdout.write(`           ${fault}\n`);
  }
  const sum = (state) => verdicts.filter((verdict) => verdict.state === state).length;
  process.stdout.write(
    `\n${sum("passed")} of ${verdicts.length} checks passed, ${sum("failed")} failed, ${sum("skipped")} skipped, ${sum("missing")} did not run\n`,
  );
  process.exitCode = sum("failed") + sum("missing") === 0 ? 0 : 1;
}

run(process.argv.slice(2)).catch((error) => {
  reportFailure(error);
  if (error instanceof Stopped) process.exit();
});
