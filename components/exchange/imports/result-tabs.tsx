import { useTranslations } from "next-intl";
import type { ImportView } from "@/lib/exchange/imports/queries";
import { importOutcomes } from "@/lib/exchange/imports/schema";
import type { IntakeOutcome } from "@/lib/kernel/intake";
import { LinkTabs } from "../../ui/link-tabs";

/** What the check found, each with its count; the tab is part of the address. */
export function ResultTabs({ view, current }: { view: ImportView; current: IntakeOutcome }) {
  const t = useTranslations("imports");
  return (
    <LinkTabs
      label={t("result.tabs")}
      current={current}
      tabs={importOutcomes.map((key) => ({
        key,
        label: t(`outcome.${key}`),
        count: view.counts[key],
        href: `/exchange/imports/${view.id}?outcome=${key}`,
      }))}
    />
  );
}

/** Opens where somebody is needed: faults first, then what looks double, then what would be written. */
export function firstOutcome({ counts, state }: Pick<ImportView, "counts" | "state">): IntakeOutcome {
  const order: IntakeOutcome[] =
    state === "checked"
      ? ["faulty", "duplicate", "new", "changed", "unchanged"]
      : ["new", "changed", "faulty", "duplicate", "unchanged"];
  return order.find((outcome) => counts[outcome] > 0) ?? "new";
}
