import { AsyncLocalStorage } from "node:async_hooks";

type Standing = { begun: boolean };

// One for the process: Next loads this module anew for every bundle.
const held = globalThis as { registryBegun?: AsyncLocalStorage<Standing> };
const standings = (held.registryBegun ??= new AsyncLocalStorage<Standing>());

/** Handles a request, and tells at any time whether it has come as far as code of ours. */
export function watchBegin<T>(standing: Standing, handle: () => T): T {
  return standings.run(standing, handle);
}

/** Every action says so first: what it was called with could be read. */
export function begin(): void {
  const standing = standings.getStore();
  if (standing) standing.begun = true;
}
