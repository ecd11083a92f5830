import { useCallback, useSyncExternalStore } from "react";
import { ancestorsOf, type UnitNode } from "./tree-model";

type Kept = { open: number[]; selected: number | null };

/**
 * Which branches are open, remembered while the tab lives: a list is left and come back to all day long. Until something
 * was folded or unfolded, the roots and the way to the selected unit are open; another selection opens its own way.
 */
export function useOpenBranches(nodes: readonly UnitNode[], selected: number | null, key: string) {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => "",
  );
  const kept = parse(text);
  const open: ReadonlySet<number> = kept
    ? new Set(kept.selected === selected ? kept.open : [...kept.open, ...wayTo(nodes, selected)])
    : startOpen(nodes, selected);
  const setOpen = useCallback(
    (next: ReadonlySet<number>) => write(key, { open: [...next].slice(-500), selected }),
    [key, selected],
  );
  return [open, setOpen] as const;
}

function startOpen(nodes: readonly UnitNode[], selected: number | null): Set<number> {
  const ids = new Set(nodes.map((node) => node.id));
  const roots = nodes
    .filter((node) => node.parentId === null || !ids.has(node.parentId))
    .map((node) => node.id);
  return new Set([...roots, ...wayTo(nodes, selected)]);
}

function wayTo(nodes: readonly UnitNode[], selected: number | null): number[] {
  return selected === null ? [] : [...ancestorsOf(nodes, selected), selected];
}

const listeners = new Set<() => void>();
const memory = new Map<string, string>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function read(key: string): string {
  const known = memory.get(key);
  if (known !== undefined) return known;
  try {
    return sessionStorage.getItem(`tree:${key}`) ?? "";
  } catch {
    return "";
  }
}

function write(key: string, kept: Kept) {
  memory.set(key, JSON.stringify(kept));
  try {
    sessionStorage.setItem(`tree:${key}`, JSON.stringify(kept));
  } catch {
    // A full or forbidden store costs the memory across loads, nothing else.
  }
  for (const listener of listeners) listener();
}

function parse(text: string): Kept | null {
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return Array.isArray(kept?.open)
      ? { open: kept.open.filter((id) => typeof id === "number"), selected: kept.selected ?? null }
      : null;
  } catch {
    return null;
  }
}
