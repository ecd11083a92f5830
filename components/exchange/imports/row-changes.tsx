import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { IntakeChange } from "@/lib/kernel/intake";

type Props = { changes: readonly IntakeChange[]; labels: ReadonlyMap<string, string> };

/** Field by field: what stands there now, and what would. */
export function RowChanges({ changes, labels }: Props) {
  const t = useTranslations("imports.result");
  return (
    <ul className="space-y-1">
      {changes.map(({ column, before, after }) => (
        <li key={column} className="grid gap-x-3 md:grid-cols-[7rem_minmax(0,1fr)]">
          <span className="text-ink-3">{labels.get(column) ?? column}</span>
          <span className="min-w-0">
            <del className="text-ink-3">
              <span className="sr-only">{t("before")} </span>
              {before || t("empty")}
            </del>
            <ArrowRight aria-hidden className="mx-1.5 inline size-3.5 text-ink-3" />
            <ins className="font-medium no-underline">
              <span className="sr-only">{t("after")} </span>
              {after || t("empty")}
            </ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
