"use client";

import { useTranslations } from "next-intl";
import { useCallback, type ClipboardEvent, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { toast } from "../../ui/toaster";
import { cellOf, focusCell } from "./focus";
import { isBlank, newKey, type Change, type Group } from "./model";
import { placeBlock, readBlock, roleWords } from "./paste";

type Grid = {
  groups: readonly Group[];
  change: (change: Change) => void;
  /** Lines of a notice were pasted where cells were expected. */
  onText: (text: string) => void;
};

/** Moving about the grid and filling it from the clipboard. */
export function useGrid({ groups, change, onText }: Grid) {
  const t = useTranslations("awards-lists");
  const ta = useTranslations("awards");

  const addRow = useCallback(
    (after: string) => {
      const key = newKey();
      flushSync(() => change({ type: "addRow", after, key }));
      focusCell(key, "name");
    },
    [change],
  );

  /** One row up or down in the same column; below the last row a new one begins. */
  function step(event: KeyboardEvent, by: 1 | -1, grow: boolean) {
    const at = cellOf(event.target);
    const rows = groups.flatMap((group) => group.rows);
    const index = rows.findIndex(({ key }) => key === at?.row);
    const row = rows[index];
    if (!at || !row) return;
    event.preventDefault();
    const last = groups.some((group) => group.rows.at(-1) === row);
    if (grow && by === 1 && last && !isBlank(row)) return addRow(row.key);
    const next = rows[index + by];
    if (next) focusCell(next.key, at.cell);
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
    if (nativeEvent.isComposing || ctrlKey || metaKey || altKey) return;
    const isSelect = event.target instanceof HTMLSelectElement;
    if (key === "Enter") step(event, shiftKey ? -1 : 1, !shiftKey);
    else if (key === "ArrowDown" && !isSelect) step(event, 1, false);
    else if (key === "ArrowUp" && !isSelect) step(event, -1, false);
  }

  function onPaste(event: ClipboardEvent) {
    const at = cellOf(event.target);
    const block = at && readBlock(event.clipboardData);
    if (!at || !block || block.length === 0) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain");
    const isOneColumn = block.every((row) => row.length === 1);
    if (isOneColumn && at.cell === "name" && block.some(([line]) => /[\s（(：:]|.、./.test(line ?? "")))
      return onText(text);
    const lines = placeBlock(
      block,
      at.cell,
      roleWords((role) => ta(`role.${role}`)),
    );
    change({ type: "block", row: at.row, lines });
    toast.success(t("pasted", { count: lines.length }));
  }

  return { onKeyDown, onPaste, addRow };
}
