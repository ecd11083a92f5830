import type { TestProject } from "vitest/node";
import { prepare } from "@/lib/launch/prepare.mjs";
import { dataFolder, startRegistry } from "./running";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder in which a server has loaded the demonstration, and ended: each trial works on a copy. */
    dataDir: string;
  }
}

/** The production build, and the demonstration's data, made once for all trials. */
export default async function makeTemplate(project: TestProject) {
  await prepare({ root: process.cwd(), build: true });
  const folder = dataFolder();
  try {
    await (await startRegistry(folder.path, { WORKER: "off" })).stop();
  } catch (error) {
    folder.remove();
    throw error;
  }
  project.provide("dataDir", folder.path);
  return folder.remove;
}
