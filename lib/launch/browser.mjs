// A Chromium for the end-to-end tests: the one named, Playwright's own, the system's, or on Debian as root its package.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { browserSettings, childEnvironment, searchPath } from "../env/early.mjs";
import { installPackages, isDebian } from "./debian.mjs";
import { Refusal } from "./refusal.mjs";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const PACKAGES = ["chromium", "fonts-noto-cjk"];

/** Tests may not ask anything of the internet; root has no sandbox to offer. */
export const chromiumFlags = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * @param {string} [own] where Playwright keeps the full Chromium of its version
 * @returns {string | null}
 */
export function findBrowser(own) {
  const { chromium } = browserSettings();
  if (chromium) {
    if (answers(chromium)) return chromium;
    throw new Refusal(`PLAYWRIGHT_CHROMIUM_PATH names ${chromium}, which does not run: correct or unset it.`);
  }
  const onPath = searchPath()
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return (
    [...playwrightsOwn(own), ...onPath, ...ELSEWHERE].find((path) => isProgram(path) && answers(path)) ?? null
  );
}

/** @param {{ root: string, own?: string, stop?: AbortSignal }} options @returns {Promise<string>} */
export async function ensureBrowser({ root, own, stop }) {
  const found = findBrowser(own);
  if (found) return found;
  const title = "Installing Chromium and Chinese fonts";
  if (!(await installPackages({ root, stop, title, packages: PACKAGES }))) throw noBrowser();
  const installed = findBrowser(own);
  if (!installed) throw noBrowser();
  return installed;
}

function noBrowser() {
  const command = isDebian()
    ? `apt-get install ${PACKAGES.join(" ")}`
    : "npx playwright install --with-deps chromium";
  return new Refusal(
    `The end-to-end tests need a Chromium or Chrome: install one (for example: ${command}), or set PLAYWRIGHT_CHROMIUM_PATH to one.`,
  );
}

/** Beside the full browser Playwright may have, or have alone, its headless shell. */
function playwrightsOwn(own) {
  if (!own) return [];
  const store = own.slice(0, own.search(/[\\/]chromium-\d+[\\/]/));
  if (!store || !existsSync(store)) return [own];
  const shells = readdirSync(store)
    .filter((name) => name.startsWith("chromium_headless_shell-"))
    .flatMap((name) => readdirSync(join(store, name)).map((inner) => join(store, name, inner)))
    .flatMap((folder) => ["headless_shell", "chrome-headless-shell"].map((name) => join(folder, name)));
  return [own, ...shells];
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// Ubuntu's chromium-browser, for one, is a script that only says where to get the browser.
function answers(path) {
  const said = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000, env: childEnvironment() });
  return said.status === 0 && /chrom|edge/i.test(said.stdout);
}
