import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PartialDateText } from "@/components/ui/partial-date";
import { formatInstant, formatMoney } from "@/lib/i18n/format";
import type { StudioView } from "@/lib/studios/queries";

export function StudioFacts({ studio }: { studio: StudioView }) {
  const t = useTranslations("studios");
  const tc = useTranslations("common");
  const locale = useLocale();
  const leaders = studio.members.filter(({ isLeader }) => isLeader).map(({ person }) => person.name);
  const amount = (value: string | null) => value && formatMoney(value, locale);
  return (
    <Card title={t("facts")}>
      <DescriptionList
        items={[
          { term: t("columns.leaders"), value: leaders.join(tc("listSeparator")) },
          { term: t("fields.unit"), value: studio.unit.name },
          { term: t("fields.field"), value: studio.field },
          {
            term: t("fields.foundedOn"),
            value: studio.foundedOn && <PartialDateText value={studio.foundedOn} />,
          },
          { term: t("fields.place"), value: studio.place },
          { term: t("fields.area"), value: amount(studio.area) },
          { term: t("fields.funding"), value: amount(studio.funding) },
          { term: t("updatedAt"), value: formatInstant(studio.updatedAt, locale) },
          { term: t("fields.goals"), value: studio.goals, span: "full" },
        ]}
      />
    </Card>
  );
}
