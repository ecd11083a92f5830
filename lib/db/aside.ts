import { AsyncLocalStorage } from "node:async_hooks";

// One for the process: Next loads this module anew for every bundle.
const held = globalThis as { registryAside?: AsyncLocalStorage<true> };
const reads = (held.registryAside ??= new AsyncLocalStorage<true>());

/** Asks the replica for everything that `work` reads. Which reads may stand there is decided by lib/db/replica. */
export function aside<T>(work: () => PromiseLike<T>): Promise<T> {
  return reads.run(true, async () => await work());
}

/** Whether what is asked now goes to the replica. */
export function standsAside(): boolean {
  return reads.getStore() ?? false;
}
