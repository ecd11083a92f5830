import { useLocale, useTranslations } from "next-intl";
import type { TreatmentView } from "@/lib/treatments/queries";
import { inLanguage, titleIn } from "../awards/named";
import { Card } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { PartialDateText } from "../ui/partial-date";
import { TextLink } from "../ui/text-link";
import { useTreatmentWords } from "./use-words";

export function TreatmentFacts({ treatment }: { treatment: TreatmentView }) {
  const t = useTranslations("treatments");
  const locale = useLocale();
  const words = useTreatmentWords();
  const { person, award, stop } = treatment;
  const title = titleIn(locale, award);
  return (
    <Card title={t("facts")}>
      <DescriptionList
        items={[
          {
            term: t("fields.person"),
            value: person.linked ? (
              <TextLink href={`/employees/${person.id}`}>{person.name}</TextLink>
            ) : (
              person.name
            ),
          },
          { term: t("fields.unit"), value: person.unitName },
          {
            term: t("fields.award"),
            value: award.linked ? <TextLink href={`/awards/${award.id}`}>{title}</TextLink> : title,
            span: "full",
          },
          { term: t("fields.kind"), value: inLanguage(locale, treatment.kind) },
          { term: t("fields.amount"), value: words.amount(treatment) },
          { term: t("fields.validFrom"), value: <PartialDateText value={treatment.validFrom} /> },
          {
            term: t("fields.validTo"),
            value: treatment.validTo && <PartialDateText value={treatment.validTo} />,
          },
          { term: t("fields.payer"), value: treatment.payer },
          { term: t("fields.ending"), value: words.end(treatment) },
          ...(stop
            ? [
                {
                  term: t("fields.stop"),
                  value: t("stoppedBy", { date: words.date(stop.from), by: stop.by, reason: stop.reason }),
                  span: "full" as const,
                },
              ]
            : []),
          { term: t("fields.basis"), value: treatment.basis, span: "full" },
          { term: t("fields.note"), value: treatment.note, span: "full" },
        ]}
      />
    </Card>
  );
}
