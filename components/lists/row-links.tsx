"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

/** Makes whole rows clickable for the mouse. The link in the row's header cell is what keyboards and readers use. */
export function RowLinks({ label, children }: { label: string; children: ReactNode }) {
  const router = useRouter();

  function follow(event: MouseEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    const link = target.closest("tbody tr")?.querySelector<HTMLAnchorElement>("th > a");
    if (!link || event.defaultPrevented) return;
    if (target.closest("a, button, input, select, label") || getSelection()?.toString()) return;
    if (event.ctrlKey || event.metaKey) window.open(link.href, "_blank", "noopener");
    else router.push(link.pathname + link.search);
  }

  return (
    // The scroller can have the focus, so that a keyboard can move it sideways. What only readers see stays inside of it.
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      onClick={follow}
      className="print-open relative max-h-[calc(100dvh-9rem)] overflow-auto rounded-md border border-line bg-surface shadow-card max-md:max-h-none"
    >
      {children}
    </div>
  );
}
