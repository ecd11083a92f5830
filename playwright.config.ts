import { chromium, defineConfig } from "@playwright/test";
import { browserSettings } from "./lib/env/early.mjs";
import { chromiumFlags, findBrowser } from "./lib/launch/browser.mjs";

const executablePath = findBrowser(chromium.executablePath()) ?? undefined;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  globalSetup: "./lib/launch/e2e-server.ts",
  // Two cores carry the server, its database and the browsers.
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    // Set by globalSetup; every worker reads this file again.
    baseURL: browserSettings().baseUrl,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: chromiumFlags },
  },
});
