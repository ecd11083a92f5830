import { useTranslations } from "next-intl";
import type { HistoryEntry } from "@/lib/audit/queries";
import { treatmentPeriods } from "@/lib/treatments/schema";
import { History } from "../audit/history";

/** Who changed what. */
export function TreatmentHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations("treatments");
  const say = (field: string, value: unknown) => {
    const period = treatmentPeriods.find((known) => known === value);
    return field === "period" && period ? t(`period.${period}`) : undefined;
  };
  return <History entries={entries} namespace="treatments" title={t("history")} say={say} />;
}
