import { DatabaseUnavailable } from "./faults";
import { translateFault } from "./translate";

// One for the process: Next loads this module anew for every bundle.
const held = globalThis as { registryOutages?: Set<string> };
const requests = (held.registryOutages ??= new Set());

/** Puts down that a request failed for want of the database. Pages learn of it when their status is written already. */
export function noteOutage(request: string, error: unknown): void {
  if (translateFault(error) instanceof DatabaseUnavailable) requests.add(request);
}

/** Whether it failed for that; said once. */
export function takeOutage(request: string): boolean {
  return requests.delete(request);
}
