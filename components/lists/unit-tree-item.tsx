import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { cn } from "../ui/cn";
import { Spinner } from "../ui/spinner";
import type { VisibleUnit } from "./tree-model";

type Props = {
  unit: VisibleUnit;
  href: string;
  selected: boolean;
  tabbable: boolean;
  loading?: boolean;
  onToggle?: () => void;
};

/** Indents are classes, not widths in style attributes; deeper levels than eight stand under each other. */
const indents = ["pl-1", "pl-1", "pl-4", "pl-7", "pl-10", "pl-13", "pl-16", "pl-19"];

export function UnitTreeItem({ unit, href, selected, tabbable, loading, onToggle }: Props) {
  return (
    <Link
      href={href}
      prefetch={false}
      role="treeitem"
      data-unit={unit.id}
      tabIndex={tabbable ? 0 : -1}
      aria-level={unit.level}
      aria-selected={selected}
      aria-expanded={unit.branch ? unit.open : undefined}
      title={unit.name}
      className={cn(
        "flex min-h-7.5 items-center gap-0.5 border-l-2 pr-2.5 focus-visible:-outline-offset-2 max-lg:min-h-11",
        indents[Math.min(unit.level, indents.length - 1)],
        selected
          ? "border-honor bg-honor-tint font-semibold text-honor-dark"
          : "border-transparent hover:bg-hover",
      )}
    >
      {unit.branch ? (
        <span
          aria-hidden
          onClick={(event) => {
            event.preventDefault();
            onToggle?.();
          }}
          className="grid size-5 shrink-0 place-items-center rounded-xs text-ink-3 hover:bg-line max-lg:size-9"
        >
          {loading ? (
            <Spinner className="size-3.5" />
          ) : (
            <ChevronRight className={cn("size-3.5 transition-transform", unit.open && "rotate-90")} />
          )}
        </span>
      ) : (
        <span aria-hidden className="w-5 shrink-0 max-lg:w-9" />
      )}
      <span className="min-w-0 flex-1 truncate">{unit.name}</span>
      {unit.count !== undefined && (
        <span className="ml-1 shrink-0 text-xs font-normal text-ink-3 tabular-nums">{unit.count}</span>
      )}
    </Link>
  );
}
