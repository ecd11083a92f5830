export type UnitNode = {
  id: number;
  name: string;
  parentId: number | null;
  count?: number;
  hasChildren?: boolean;
};
export type VisibleUnit = {
  id: number;
  name: string;
  count?: number;
  level: number;
  branch: boolean;
  open: boolean;
};

/** The rows to draw: whatever has all its ancestors open; with a query, what matches and the way to it. */
export function visibleUnits(
  nodes: readonly UnitNode[],
  open: ReadonlySet<number>,
  query = "",
): VisibleUnit[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Set(nodes.map((node) => node.parentId));
  const wanted = query.trim() === "" ? null : matching(nodes, byId, query.trim().toLowerCase());
  const levels = new Map<number, number>();
  const rows: VisibleUnit[] = [];
  for (const node of nodes) {
    const parent = node.parentId === null ? undefined : byId.get(node.parentId);
    const parentLevel = parent && levels.get(parent.id);
    const shown = wanted
      ? wanted.has(node.id)
      : !parent || (parentLevel !== undefined && open.has(parent.id));
    if (!shown) continue;
    const level = (parentLevel ?? 0) + 1;
    levels.set(node.id, level);
    const branch = parents.has(node.id) || node.hasChildren === true;
    rows.push({
      id: node.id,
      name: node.name,
      count: node.count,
      level,
      branch,
      open: branch && (wanted !== null || open.has(node.id)),
    });
  }
  return rows;
}

/** Whether there is more below a unit than came along. */
export function lacksChildren(node: UnitNode, nodes: readonly UnitNode[]): boolean {
  return node.hasChildren === true && !nodes.some(({ parentId }) => parentId === node.id);
}

/** Ids above a unit, nearest first. */
export function ancestorsOf(nodes: readonly UnitNode[], id: number | null): number[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found: number[] = [];
  let parent = id === null ? null : (byId.get(id)?.parentId ?? null);
  while (parent !== null && byId.has(parent) && !found.includes(parent)) {
    found.push(parent);
    parent = byId.get(parent)!.parentId;
  }
  return found;
}

/** Children fetched later take their place behind their parent. */
export function insertChildren(
  nodes: readonly UnitNode[],
  parentId: number,
  children: readonly UnitNode[],
): UnitNode[] {
  const known = new Set(nodes.map((node) => node.id));
  const at = nodes.findIndex((node) => node.id === parentId);
  return [
    ...nodes.slice(0, at + 1),
    ...children.filter((child) => !known.has(child.id)),
    ...nodes.slice(at + 1),
  ];
}

function matching(nodes: readonly UnitNode[], byId: Map<number, UnitNode>, query: string): Set<number> {
  const wanted = new Set<number>();
  for (const node of nodes) {
    if (!node.name.toLowerCase().includes(query)) continue;
    for (
      let at: UnitNode | undefined = node;
      at && !wanted.has(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    )
      wanted.add(at.id);
  }
  return wanted;
}
