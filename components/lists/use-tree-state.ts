import { useMemo, useState } from "react";
import { useOpenBranches } from "./open-branches";
import { insertChildren, type UnitNode } from "./tree-model";

/** The tree as it is known so far, and what opens and closes it; children are fetched where they were not given. */
export function useTreeState(
  nodes: readonly UnitNode[],
  selected: number | null,
  key: string,
  childrenUrl?: string,
) {
  const [fetched, setFetched] = useState<Record<number, UnitNode[]>>({});
  const [loading, setLoading] = useState<number | null>(null);
  const known = useMemo(
    () =>
      Object.entries(fetched).reduce<readonly UnitNode[]>(
        (all, [id, children]) => insertChildren(all, Number(id), children),
        nodes,
      ),
    [nodes, fetched],
  );
  const [open, setOpen] = useOpenBranches(known, selected, key);

  function toggle(id: number) {
    const next = new Set(open);
    if (!next.delete(id)) {
      next.add(id);
      if (!known.some((node) => node.parentId === id)) void fetchChildren(id, open);
    }
    setOpen(next);
  }

  async function fetchChildren(id: number, before: ReadonlySet<number>) {
    if (!childrenUrl) return;
    setLoading(id);
    try {
      const answer = await fetch(`${childrenUrl}?parent=${id}`, { headers: { accept: "application/json" } });
      const { items } = answer.ok ? ((await answer.json()) as { items: UnitNode[] }) : { items: [] };
      setFetched((all) => ({ ...all, [id]: items }));
    } catch {
      setOpen(before);
    } finally {
      setLoading(null);
    }
  }

  return { known, open, toggle, loading };
}
