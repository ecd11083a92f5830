"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { cn } from "../ui/cn";

/** Folds the tree away for wide tables. On phones it starts folded. */
export function TreePane({ children }: { children: ReactNode }) {
  const t = useTranslations("common.list");
  const [state, setState] = useState<"auto" | "open" | "closed">("auto");
  const open = state === "open";
  const Icon = state === "closed" ? PanelLeftOpen : PanelLeftClose;
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setState(open ? "auto" : "open")}
        className="mb-3 flex min-h-11 w-full items-center gap-2 rounded-md border border-line bg-surface px-3 font-medium lg:hidden print:hidden"
      >
        <PanelLeftOpen aria-hidden className="size-4 text-ink-3" />
        {open ? t("hideUnits") : t("showUnits")}
      </button>
      <div
        className={cn(
          "shrink-0 max-lg:mb-3 lg:sticky lg:top-16 print:hidden",
          !open && "max-lg:hidden",
          state === "closed" ? "lg:w-9" : "lg:w-56",
        )}
      >
        <div
          className={cn(
            "relative rounded-md border border-line bg-surface shadow-card",
            state === "closed" && "lg:py-1",
          )}
        >
          <button
            type="button"
            title={state === "closed" ? t("showUnits") : t("hideUnits")}
            aria-label={state === "closed" ? t("showUnits") : t("hideUnits")}
            aria-expanded={state !== "closed"}
            onClick={() => setState(state === "closed" ? "auto" : "closed")}
            className={cn(
              "z-1 grid size-7 place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink max-lg:hidden",
              state === "closed" ? "mx-auto" : "absolute top-1.5 right-1.5",
            )}
          >
            <Icon aria-hidden className="size-4" />
          </button>
          <div className={cn(state === "closed" && "lg:hidden")}>{children}</div>
        </div>
      </div>
    </>
  );
}
