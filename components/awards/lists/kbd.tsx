import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-xs border border-line-strong bg-sunken px-1 font-mono text-xs text-ink-2">
      {children}
    </kbd>
  );
}
