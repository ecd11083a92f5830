import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "./embedded";
import { migrateDatabase } from "./migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated database that every test file clones. */
    template: { ownerUrl: string; appUrl: string };
  }
}

/** One server for all integration tests, in a folder that goes away. */
export default async function startTestServer(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "honors-test-"));
  // As root the server runs as another user, who must get in.
  chmodSync(folder, 0o755);
  const { ownerUrl, appUrl, stop } = await startEmbedded({
    directory: join(folder, "postgres"),
    fsync: false,
  });
  const close = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrateDatabase({ ownerUrl, appUrl });
  } catch (error) {
    await close();
    throw error;
  }
  project.provide("template", { ownerUrl, appUrl });
  return close;
}
