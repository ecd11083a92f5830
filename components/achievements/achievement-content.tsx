import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { AchievementView } from "@/lib/achievements/queries";
import { formatMoney } from "@/lib/i18n/format";

/** What is new about an achievement, and what came of it. */
export function AchievementContent({ achievement }: { achievement: AchievementView }) {
  const t = useTranslations("achievements");
  const locale = useLocale();
  const { economicBenefit, benefitYear, benefitKind } = achievement;
  const full = (field: "novelty" | "application") => ({
    term: t(`fields.${field}`),
    value: achievement[field],
    span: "full" as const,
  });
  return (
    <>
      <Card title={t("content")}>
        <DescriptionList items={[full("novelty"), full("application")]} />
      </Card>
      <Card title={t("benefit")}>
        <DescriptionList
          items={[
            {
              term: t("fields.economicBenefit"),
              value: economicBenefit && formatMoney(economicBenefit, locale),
            },
            {
              term: t("fields.benefitYear"),
              value: benefitYear && t("yearOption", { year: String(benefitYear) }),
            },
            { term: t("fields.benefitKind"), value: benefitKind && t(`benefitKind.${benefitKind}`) },
            { term: t("fields.benefitCertifiedBy"), value: achievement.benefitCertifiedBy },
            { term: t("fields.socialBenefit"), value: achievement.socialBenefit, span: "full" },
          ]}
        />
      </Card>
    </>
  );
}
