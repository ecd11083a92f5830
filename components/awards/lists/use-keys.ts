"use client";

import { useEffect, useEffectEvent } from "react";

/** What the keyboard can do anywhere on the page. */
export type Doings = {
  saveDraft: () => void;
  submit: () => void;
  addGroup: () => void;
  nextOpen: () => void;
  removeRow: () => void;
  undo: () => void;
  pasteText: () => void;
  openChoice: () => void;
};

/** Keys by their place on the board, so that a Mac's Alt letters and an input method do not get in the way. */
function doingOf({ code, key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): keyof Doings | null {
  const command = (ctrlKey || metaKey) && !altKey;
  if (command && !shiftKey && code === "KeyS") return "saveDraft";
  if (command && (key === "Enter" || code === "NumpadEnter")) return "submit";
  if (!altKey || ctrlKey || metaKey) return null;
  if (key === "Delete" || key === "Backspace") return "removeRow";
  if (key === "ArrowDown") return "openChoice";
  return ({ KeyG: "addGroup", KeyN: "nextOpen", KeyZ: "undo", KeyT: "pasteText" } as const)[code] ?? null;
}

export function useKeys(doings: Doings): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    const doing = doingOf(event);
    // A window over the page has its own keys.
    if (!doing || document.querySelector("[role=dialog]")) return;
    event.preventDefault();
    doings[doing]();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
