import { useEffect, useMemo, useRef, useState } from "react";
import { useOpenBranches } from "./open-branches";
import { insertChildren, lacksChildren, type UnitNode } from "./tree-model";

/**
 * The tree as it is known so far, and what opens and closes it. At first it comes with what is shown; what lies below a branch is
 * fetched from `childrenUrl` with the parent's id as the branch opens, and all of it from there where somebody looks for a unit by name.
 */
export function useTreeState(
  nodes: readonly UnitNode[],
  selected: number | null,
  key: string,
  childrenUrl?: string,
) {
  const [fetched, setFetched] = useState<Record<number, UnitNode[]>>({});
  const [all, setAll] = useState<readonly UnitNode[] | null>(null);
  const asked = useRef(new Set<number | "all">());
  const known = useMemo(() => {
    if (all) return all;
    const byParent = Object.entries(fetched);
    return byParent.reduce((tree, [id, children]) => insertChildren(tree, Number(id), children), nodes);
  }, [nodes, fetched, all]);
  const [open, setOpen] = useOpenBranches(known, selected, key);

  function toggle(id: number) {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  }

  async function fetchAll() {
    if (!childrenUrl || asked.current.has("all")) return;
    asked.current.add("all");
    const items = await read(childrenUrl);
    if (items) setAll(items);
    else asked.current.delete("all");
  }

  // Open, be it just now or from an earlier visit, and come without what lies below.
  const loading = useMemo(() => {
    const lacks = (node: UnitNode) =>
      open.has(node.id) && !(node.id in fetched) && lacksChildren(node, known);
    return known.filter(lacks).map(({ id }) => id);
  }, [known, open, fetched]);
  useEffect(() => {
    for (const id of loading) {
      if (!childrenUrl || asked.current.has(id)) continue;
      asked.current.add(id);
      void read(`${childrenUrl}&parent=${id}`).then((items) => {
        if (items) return setFetched((before) => ({ ...before, [id]: items }));
        // Folded again, so that it can be tried again.
        asked.current.delete(id);
        setOpen(new Set([...open].filter((one) => one !== id)));
      });
    }
  }, [loading, childrenUrl, open, setOpen]);

  return { known, open, toggle, loading, fetchAll };
}

async function read(url: string): Promise<UnitNode[] | null> {
  try {
    const answer = await fetch(url, { headers: { accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as { items: UnitNode[] }).items : null;
  } catch {
    return null;
  }
}
