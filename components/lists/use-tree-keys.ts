import type { FocusEvent, KeyboardEvent } from "react";
import type { VisibleUnit } from "./tree-model";

/** Keys of a tree as ARIA's practices have them: up and down move, right opens or goes in, left closes or goes out. */
export function useTreeKeys(rows: readonly VisibleUnit[], toggle: (id: number) => void) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=treeitem]")];
    const at = items.indexOf(event.target as HTMLElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows.find((one) => String(one.id) === items[at]!.dataset.unit);
    const goal = target(event.key, items, at, row, toggle);
    if (goal === undefined) return;
    event.preventDefault();
    goal?.focus();
  }

  /** One item is in the tab order: the one that had the focus last. */
  function onFocus(event: FocusEvent<HTMLElement>) {
    if (event.target.getAttribute("role") !== "treeitem") return;
    for (const item of event.currentTarget.querySelectorAll<HTMLElement>("[role=treeitem][tabindex='0']"))
      item.tabIndex = -1;
    event.target.tabIndex = 0;
  }

  return { onKeyDown, onFocus };
}

/** The item to focus; null where the key did something else; undefined where it is not ours. */
function target(
  key: string,
  items: HTMLElement[],
  at: number,
  row: VisibleUnit | undefined,
  toggle: (id: number) => void,
) {
  switch (key) {
    case "ArrowDown":
      return items[at + 1] ?? null;
    case "ArrowUp":
      return items[at - 1] ?? null;
    case "Home":
      return items[0];
    case "End":
      return items.at(-1);
    case "ArrowRight":
      if (!row?.branch) return null;
      if (row.open) return items[at + 1] ?? null;
      toggle(row.id);
      return null;
    case "ArrowLeft":
      if (row?.open) {
        toggle(row.id);
        return null;
      }
      return items.slice(0, at).findLast((item) => Number(item.ariaLevel) < (row?.level ?? 1)) ?? null;
    default:
      return undefined;
  }
}
