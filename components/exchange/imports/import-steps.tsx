import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ImportState } from "@/lib/exchange/imports/schema";
import { cn } from "../../ui/cn";

const steps = ["upload", "mapping", "check", "apply"] as const;

/** How many steps are behind; the next one is where the import stands. */
const behind: Record<ImportState, number> = {
  received: 1,
  mapping: 1,
  checking: 2,
  checked: 3,
  applying: 3,
  applied: 4,
  undoing: 4,
  undone: 4,
  cancelled: 0,
  failed: 0,
};

/** Upload, columns, check, write: where one stands, and that nothing is written before the last. */
export function ImportSteps({ state }: { state: ImportState | null }) {
  const t = useTranslations("imports.steps");
  const done = state ? behind[state] : 0;
  return (
    <ol aria-label={t("label")} className="mb-4 flex items-center gap-2 print:hidden">
      {steps.map((step, index) => {
        const current = index === done;
        return (
          <li
            key={step}
            aria-current={current ? "step" : undefined}
            className={cn("flex items-center gap-2 not-last:flex-1", current ? "min-w-fit" : "min-w-0")}
          >
            <span
              aria-hidden
              className={cn(
                "grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold tabular-nums",
                index < done && "border-honor-line bg-honor-tint text-honor",
                current && "border-honor bg-honor text-white",
                index > done && "border-line-strong bg-surface text-ink-3",
              )}
            >
              {index < done ? <Check className="size-3.5" /> : index + 1}
            </span>
            <span
              className={cn(
                "truncate",
                current ? "shrink-0 font-semibold" : "text-ink-2",
                !current && "max-sm:sr-only",
              )}
            >
              {t(step)}
              {index < done && <span className="sr-only">{t("done")}</span>}
            </span>
            {index < steps.length - 1 && <span aria-hidden className="h-px min-w-4 flex-1 bg-line-strong" />}
          </li>
        );
      })}
    </ol>
  );
}
