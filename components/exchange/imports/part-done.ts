import type { ImportProgress } from "@/lib/exchange/imports/queries";

/** How much of the present phase is done, 0 to 1; null where nobody can say yet. Reading is a tenth of the check's time. */
export function partDone({ phase, read, checked, applied, total }: ImportProgress): number | null {
  if (!total || phase === null || phase === "open") return null;
  const done = { check: read * 0.1 + checked * 0.9, apply: applied, undo: total - applied }[phase];
  return Math.min(1, Math.max(0, done / total));
}
