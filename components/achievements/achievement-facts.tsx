import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PeriodText } from "@/components/ui/partial-date";
import type { AchievementView } from "@/lib/achievements/queries";
import { formatInstant } from "@/lib/i18n/format";

export function AchievementFacts({ achievement }: { achievement: AchievementView }) {
  const t = useTranslations("achievements");
  const tc = useTranslations("common");
  const locale = useLocale();
  const { startedOn, finishedOn, units } = achievement;
  const leading = units.length > 1 ? `${units[0]!.name}${t("leadingMark")}` : (units[0]?.name ?? null);
  return (
    <Card title={t("facts")}>
      <DescriptionList
        items={[
          { term: t("fields.kind"), value: t(`kind.${achievement.kind}`) },
          { term: t("fields.field"), value: achievement.field },
          {
            term: t("fields.units"),
            value: [leading, ...units.slice(1).map(({ name }) => name)]
              .filter(Boolean)
              .join(tc("listSeparator")),
            span: "full",
          },
          {
            term: t("period"),
            value: (startedOn || finishedOn) && <PeriodText from={startedOn} to={finishedOn} />,
          },
          { term: t("fields.secrecy"), value: t(`secrecy.${achievement.secrecy}`) },
          { term: t("updatedAt"), value: formatInstant(achievement.updatedAt, locale) },
        ]}
      />
    </Card>
  );
}
