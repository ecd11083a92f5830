import type { Cell } from "./model";

/** Cells are found by their row and column, whatever stands between them. */
export function cellId(row: string, cell: Cell): string {
  return `cell-${row}-${cell}`;
}

export function focusCell(row: string, cell: Cell): void {
  const found = document.getElementById(cellId(row, cell)) ?? document.getElementById(cellId(row, "name"));
  found?.focus();
  if (found instanceof HTMLInputElement) found.select();
}

/** The cell that an event comes from. */
export function cellOf(target: EventTarget | null): { row: string; cell: Cell } | null {
  if (!(target instanceof HTMLElement)) return null;
  const { row, cell } = target.dataset;
  return row && cell ? { row, cell: cell as Cell } : null;
}
