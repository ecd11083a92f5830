import { useLocale, useTranslations } from "next-intl";
import type { AwardView } from "@/lib/awards/record/queries";
import { formatInstant, formatMoney } from "@/lib/i18n/format";
import { formatPartialDate } from "@/lib/kernel/partial-date";
import { Card } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { TextLink } from "../ui/text-link";
import { inLanguage } from "./named";

export function AwardFacts({ award }: { award: AwardView }) {
  const t = useTranslations("awards");
  const tc = useTranslations("common");
  const locale = useLocale();
  const date = (value: AwardView["validTo"]) =>
    value && formatPartialDate(value, locale === "en" ? "en" : "zh-CN");
  const title = locale === "en" && award.title.nameEn ? award.title.nameEn : award.title.name;
  return (
    <Card title={t("detail.facts")}>
      <DescriptionList
        items={[
          {
            term: t("fields.title"),
            span: "full",
            value: (
              <>
                <TextLink href={`/honors/${award.title.id}`}>{title}</TextLink>
                {award.title.currentName !== award.title.name && (
                  <span className="ml-2 text-ink-3">
                    {t("detail.renamed", { name: award.title.currentName })}
                  </span>
                )}
              </>
            ),
          },
          { term: t("fields.level"), value: inLanguage(locale, award.level) },
          { term: t("fields.category"), value: inLanguage(locale, award.category) },
          { term: t("fields.prizeLevel"), value: award.prizeLevel && inLanguage(locale, award.prizeLevel) },
          { term: t("fields.rank"), value: award.rank !== null && t("timeline.rank", { rank: award.rank }) },
          { term: t("fields.awardDate"), value: date(award.awardDate) },
          { term: t("fields.awardYear"), value: t("list.yearOption", { year: String(award.awardYear) }) },
          { term: t("fields.validTo"), value: date(award.validTo) },
          {
            term: t("fields.bonus"),
            value: award.bonus && `${formatMoney(award.bonus, locale)} ${tc("yuan")}`,
          },
          {
            term: t("fields.grantingBodies"),
            value: award.grantingBodies
              .map((body) => (locale === "en" && body.nameEn) || body.name)
              .join(t("list.separator")),
            span: "full",
          },
          { term: t("fields.reason"), value: award.reason, span: "full" },
          { term: t("fields.deeds"), value: award.deeds, span: "full" },
          { term: t("fields.evidenceGrade"), value: t(`grade.${award.evidenceGrade}`) },
          { term: t("fields.source"), value: t(`source.${award.source}`) },
          { term: t("fields.visibility"), value: t(`visibility.${award.visibility}`) },
          { term: t("fields.posthumous"), value: t(award.posthumous ? "detail.yes" : "detail.no") },
          { term: t("fields.unit"), value: award.recordingUnit.name },
          {
            term: t("fields.createdBy"),
            value: t("detail.by", { name: award.createdBy, time: formatInstant(award.createdAt, locale) }),
          },
        ]}
      />
    </Card>
  );
}
