import { useLocale, useTranslations } from "next-intl";
import type { Named } from "@/lib/awards/queries";
import type { TreatmentsOfAward as Found } from "@/lib/treatments/queries";
import { inLanguage } from "../awards/named";
import { Card } from "../ui/card";
import { RegisterTreatment } from "./register-treatment";
import { TreatmentActions } from "./treatment-actions";
import { TreatmentList } from "./treatment-list";

type Props = { awardId: number; treatments: Found; kinds: readonly Named[]; formKey: string };

/** What an award brings its people, with the way to enter, change and stop it. */
export function TreatmentsOfAward({ awardId, treatments: { rows, people }, kinds, formKey }: Props) {
  const t = useTranslations("treatments");
  const locale = useLocale();
  if (rows.length === 0 && !people?.length) return null;
  const choices = {
    people: people ?? [],
    kinds: kinds.map((kind) => ({ code: kind.code, label: inLanguage(locale, kind) })),
  };
  return (
    <Card
      title={t("title")}
      hint={rows.length > 0 && t("ofAward", { count: rows.length })}
      actions={
        choices.people.length > 0 && <RegisterTreatment awardId={awardId} formKey={formKey} {...choices} />
      }
      flush
    >
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-ink-3">{t("none")}</p>
      ) : (
        <TreatmentList
          label={t("title")}
          rows={rows}
          by="person"
          linked
          action={(row) => row.canChange && <TreatmentActions treatment={row} small {...choices} />}
        />
      )}
    </Card>
  );
}
