import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const sources = ["lib", "prisma", "components", "app"];
const databaseTests = sources.map((folder) => `${folder}/**/*.db.test.ts`);

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    // A server, browsers and the tests share the machine.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Some run the checks themselves over a planted tree, beside everything else on two cores.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          include: sources.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: [...databaseTests, "lib/db/generated/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: databaseTests,
          // Runs only when one of these files does: unit tests need no database.
          globalSetup: "lib/db/testing-server.ts",
          setupFiles: "lib/db/testing-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "trials",
          include: ["lib/checks/trials/*.trial.ts"],
          // The production build, and a server that holds the demonstration, made once.
          globalSetup: "lib/checks/trials/template.ts",
          // What is measured is measured alone.
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
