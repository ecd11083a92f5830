import { useLocale, useTranslations } from "next-intl";
import type { RevokedAward } from "@/lib/awards/cases/queries";
import { nameIn } from "@/lib/honors/rules";
import { Card } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";
import { PartialDateText } from "../../ui/partial-date";
import { TextLink } from "../../ui/text-link";
import { inLanguage, titleIn } from "../named";

/** The honor that a case is about, as it was conferred. */
export function RevokedAwardCard({ award }: { award: RevokedAward }) {
  const t = useTranslations("revocations");
  const locale = useLocale();
  const separator = useTranslations("common")("listSeparator");
  const title = [titleIn(locale, award), award.prizeLevel && inLanguage(locale, award.prizeLevel)];
  return (
    <Card title={t("detail.award")}>
      <DescriptionList
        items={[
          {
            term: t("fields.title"),
            value: <TextLink href={`/awards/${award.id}`}>{title.filter(Boolean).join(" · ")}</TextLink>,
            span: "full",
          },
          { term: t("fields.ledgerNumber"), value: award.ledgerNumber },
          { term: t("fields.awardDate"), value: <PartialDateText value={award.awardDate} /> },
          {
            term: t("fields.recipients"),
            value: award.recipients.map(({ name }) => name).join(separator),
            span: "full",
          },
          {
            term: t("fields.grantingBodies"),
            value: award.grantingBodies.map((body) => nameIn(locale, body)).join(separator),
          },
          { term: t("fields.grantedBy"), value: award.documentNumbers.join(separator) },
        ]}
      />
    </Card>
  );
}
