"use client";

import { flushSync } from "react-dom";
import { cellOf, focusCell } from "./focus";
import { newKey, type Change, type Group, type Row } from "./model";
import type { Intent } from "./review";
import type { RowStatus } from "./status";
import type { Doings } from "./use-keys";

type Editor = {
  groups: readonly Group[];
  /** Rows that are not blank, and those of them that wait for a decision. */
  rows: readonly Row[];
  openRows: readonly Row[];
  statuses: ReadonlyMap<string, RowStatus>;
  open: string | null;
  change: (change: Change) => void;
  setOpen: (row: string | null) => void;
  onRemove: (row: string) => void;
  ask: (intent: Intent) => void;
  pasteText: () => void;
  undo: () => void;
};

/** What keys and buttons do, from wherever the focus is. */
export function useDoings(editor: Editor): Doings {
  const { groups, rows, openRows, statuses, open, change, setOpen, onRemove, ask, pasteText, undo } = editor;
  const here = () => cellOf(document.activeElement)?.row ?? null;
  return {
    ...{ pasteText, undo },
    saveDraft: () => ask("draft"),
    submit: () => ask("submit"),
    removeRow() {
      const row = here();
      const all = groups.flatMap((group) => group.rows);
      const at = all.findIndex(({ key }) => key === row);
      if (row === null || at < 0) return;
      flushSync(() => onRemove(row));
      const next = all[at + 1] ?? all[at - 1];
      if (next) focusCell(next.key, "name");
    },
    addGroup() {
      const [key, row, current] = [newKey(), newKey(), here()];
      const after = groups.find((group) => group.rows.some((one) => one.key === current))?.key;
      flushSync(() => change({ type: "addGroup", after: after ?? groups.at(-1)?.key ?? null, key, row }));
      document.querySelector<HTMLInputElement>(`[data-title-of="${key}"] input`)?.focus();
    },
    nextOpen() {
      const at = rows.findIndex(({ key }) => key === (here() ?? open));
      const next = [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => openRows.includes(row));
      if (!next) return;
      focusCell(next.key, "name");
      setOpen(next.key);
    },
    openChoice() {
      const row = here();
      if (row !== null && statuses.get(row)?.people.length) setOpen(row);
    },
  };
}
