import type { ReactNode } from "react";
import { TreePane } from "./tree-pane";

/** The unit tree at the left, query bar, table and pager at the right. The right side may shrink: tables scroll inside it. */
export function ListLayout({ tree, children }: { tree?: ReactNode; children: ReactNode }) {
  if (!tree) return <div className="space-y-3">{children}</div>;
  return (
    <div className="gap-4 lg:flex lg:items-start">
      <TreePane>{tree}</TreePane>
      <div className="min-w-0 flex-1 space-y-3">{children}</div>
    </div>
  );
}
