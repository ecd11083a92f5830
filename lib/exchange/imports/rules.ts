import type { ImportState } from "./schema";

export type ImportPhase = "open" | "check" | "apply" | "undo";

export type ImportProgress = {
  phase: ImportPhase | null;
  /** Rows read from the sheet, checked, applied; while a batch is undone `applied` counts down. */
  read: number;
  checked: number;
  applied: number;
  /** Rows that the phase goes through; null until they are counted. */
  total: number | null;
  secondsLeft: number | null;
  state: ImportState;
};

export type ProgressFacts = {
  state: ImportState;
  rowsTotal: number | null;
  rowsRead: number;
  rowsChecked: number;
  rowsApplied: number;
  countNew: number;
  countChanged: number;
  phaseStartedAt: Date | null;
};

const phases: Partial<Record<ImportState, ImportPhase>> = {
  received: "open",
  checking: "check",
  applying: "apply",
  undoing: "undo",
};

export function progressOf(facts: ProgressFacts, now: Date): ImportProgress {
  const phase = phases[facts.state] ?? null;
  const written = facts.countNew + facts.countChanged;
  const total = phase === "apply" || phase === "undo" ? written : facts.rowsTotal;
  const done =
    phase === "check"
      ? facts.rowsChecked
      : phase === "undo"
        ? Math.max(0, written - facts.rowsApplied)
        : facts.rowsApplied;
  return {
    phase,
    read: facts.rowsRead,
    checked: facts.rowsChecked,
    applied: facts.rowsApplied,
    total,
    secondsLeft: phase === null ? null : secondsLeft(done, total, facts.phaseStartedAt, now),
    state: facts.state,
  };
}

function secondsLeft(done: number, total: number | null, since: Date | null, now: Date): number | null {
  if (total === null || since === null || done <= 0) return null;
  const elapsed = (now.getTime() - since.getTime()) / 1000;
  return Math.max(0, Math.ceil((elapsed / done) * (total - done)));
}

/** States out of which each step may be taken. */
export const mappableStates = ["mapping", "checked", "failed"] as const satisfies ImportState[];
export const cancellableStates = [
  "received",
  "mapping",
  "checking",
  "checked",
  "applying",
  "failed",
] as const satisfies ImportState[];

export function isOneOf(states: readonly ImportState[], state: ImportState): boolean {
  return states.includes(state);
}
