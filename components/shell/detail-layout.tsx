import type { ReactNode } from "react";

/** What a record is at the left, what belongs to it (history, files) at the right; one under the other on phones. */
export function DetailLayout({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="gap-4 xl:grid xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
      <div className="min-w-0 space-y-4">{children}</div>
      {aside && <aside className="mt-4 min-w-0 space-y-4 xl:mt-0">{aside}</aside>}
    </div>
  );
}
