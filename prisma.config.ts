import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";
import { prismaCli } from "./lib/env/prisma-cli";

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations", seed: "node --import tsx prisma/seed/index.ts" },
  datasource: prismaCli(fileURLToPath(new URL("./prisma/engine/schema-engine.mjs", import.meta.url))),
});
