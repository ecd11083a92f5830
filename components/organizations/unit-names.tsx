import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { PeriodText } from "@/components/ui/partial-date";
import { Timeline } from "@/components/ui/timeline";
import type { UnitView } from "@/lib/organizations/register/queries";

/** The names and places that a unit has had, the present one first. */
export function UnitNames({ unit }: { unit: UnitView }) {
  const t = useTranslations("organizations");
  return (
    <Card title={t("names")}>
      <Timeline
        items={unit.periods.map((period, index) => ({
          key: period.id,
          title: period.name,
          when: (
            <PeriodText from={period.validFrom} to={period.validTo ?? (index === 0 ? unit.validTo : null)} />
          ),
          meta: period.parentName ? t("namesUnder", { parent: period.parentName }) : t("root"),
          tone: index === 0 ? ("accent" as const) : ("neutral" as const),
        }))}
      />
    </Card>
  );
}
