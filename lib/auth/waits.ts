// One for the process: Next loads this module anew for every bundle.
const held = globalThis as { registryWaits?: Map<string, number> };
const requests = (held.registryWaits ??= new Map());

/** Puts down that whoever sends this request has to wait. A page cannot say so by its status. */
export function noteWait(request: string, seconds: number): void {
  requests.set(request, seconds);
}

/** For how many seconds; said once. */
export function takeWait(request: string): number | null {
  const seconds = requests.get(request) ?? null;
  requests.delete(request);
  return seconds;
}
