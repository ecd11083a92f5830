import { expect, test } from "vitest";
import { runPrisma } from "./migrate";
import { testDatabase } from "./testing";

test("the migrations make exactly what the schema says", async () => {
  const { urls } = await testDatabase();
  const args = [
    "migrate",
    "diff",
    "--from-migrations",
    "prisma/migrations",
    "--to-schema",
    "prisma",
    "--exit-code",
  ];
  const { code, output } = await runPrisma(args, urls.ownerUrl);
  expect(output).toContain("No difference detected");
  expect(code).toBe(0);
});

test("Prisma's CLI finds the database up to date", async () => {
  const { urls } = await testDatabase();
  const { code, output } = await runPrisma(["migrate", "status"], urls.ownerUrl);
  expect(output).toContain("Database schema is up to date");
  expect(code).toBe(0);
});
