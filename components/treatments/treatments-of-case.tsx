import { useTranslations } from "next-intl";
import type { TreatmentsOfCase as Found } from "@/lib/treatments/queries";
import { Card } from "../ui/card";
import { TreatmentList } from "./treatment-list";
import { useTreatmentWords } from "./use-words";

/** What a revocation stops, with the end that comes of it. */
export function TreatmentsOfCase({ treatments: { rows, state, effectiveOn } }: { treatments: Found }) {
  const t = useTranslations("treatments");
  const { date } = useTreatmentWords();
  const told =
    state === "recorded"
      ? "caseRecorded"
      : state === "confirmed" || state === "annulling"
        ? "caseInForce"
        : null;
  return (
    <Card title={t("ofCase")} flush>
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-ink-3">{t("ofCaseNone")}</p>
      ) : (
        <>
          {told && (
            <p className="border-b border-line px-4 py-2.5 text-ink-2">
              {t(told, { date: date(effectiveOn) })}
            </p>
          )}
          <TreatmentList label={t("ofCase")} rows={rows} by="person" linked />
        </>
      )}
    </Card>
  );
}
