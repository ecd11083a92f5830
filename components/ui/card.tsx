import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = {
  title?: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

/** A sheet of paper on the desk. `flush` lets a table or list reach its edges. */
export function Card({ title, hint, actions, flush, className, children }: Props) {
  return (
    <section className={cn("rounded-md border border-line bg-surface shadow-card", className)}>
      {(title || actions) && (
        <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
          {title && <h2 className="text-sm font-semibold">{title}</h2>}
          {hint && <p className="text-xs text-ink-3">{hint}</p>}
          {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={cn(!flush && "p-4")}>{children}</div>
    </section>
  );
}
