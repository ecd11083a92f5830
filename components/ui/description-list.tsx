import type { ReactNode } from "react";
import { cn } from "./cn";

export type Description = { term: ReactNode; value: ReactNode; span?: "full" };

const grids = { 1: "", 2: "md:grid-cols-2", 3: "md:grid-cols-2 xl:grid-cols-3" };

/** Terms in a narrow column, values beside them; what is empty prints a dash, so that a gap is seen as a gap. */
export function DescriptionList({
  items,
  columns = 2,
}: {
  items: readonly Description[];
  columns?: 1 | 2 | 3;
}) {
  return (
    <dl className={cn("grid gap-x-8", grids[columns])}>
      {items.map((item, index) => (
        <div
          key={index}
          className={cn(
            "flex gap-4 border-b border-line/70 py-2 last:border-0",
            item.span === "full" && "col-span-full",
          )}
        >
          <dt className="w-24 shrink-0 text-ink-3 lg:w-28">{item.term}</dt>
          <dd className="min-w-0 flex-1 whitespace-pre-line">{isBlank(item.value) ? "—" : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isBlank(value: ReactNode): boolean {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
