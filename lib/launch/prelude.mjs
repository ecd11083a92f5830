// What every command of this folder does first: a new enough Node, the settings' files, dependencies, and TypeScript.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { loadEnvFiles, setEnvironment } from "../env/early.mjs";
import { requireNode } from "./obstacles.mjs";
import { prepare } from "./prepare.mjs";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Cheap and without a trace: to be called before anything is looked up in the settings. */
export function enterFolder() {
  requireNode(process.versions.node);
  process.chdir(root);
  loadEnvFiles(root);
}

/**
 * Installs and generates what is missing; from here on TypeScript modules can be imported. Whoever is started by one that
 * has done it leaves all as it is: nothing is replaced under a server that runs.
 */
export async function readyModules({ stop, mode, prepared = false }) {
  setEnvironment({ NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" });
  if (!prepared) await prepare({ root, build: false, stop });
  const { register } = await import("tsx/esm/api");
  register();
}

/** @param {{ stop: AbortSignal, mode: "production" | "development" }} options */
export async function prelude(options) {
  enterFolder();
  await readyModules(options);
  return root;
}
