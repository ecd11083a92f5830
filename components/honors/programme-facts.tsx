import { useLocale, useTranslations } from "next-intl";
import type { ProgrammeView } from "@/lib/honors/programmes/queries";
import { nameIn } from "@/lib/honors/rules";
import { Card } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { PeriodText } from "../ui/partial-date";
import { TextLink } from "../ui/text-link";
import { RefList } from "./ref-list";

export function ProgrammeFacts({ programme }: { programme: ProgrammeView }) {
  const t = useTranslations("honors");
  const tc = useTranslations("common");
  const locale = useLocale();
  const facts = [
    { term: t("nameZh"), value: programme.name },
    { term: t("nameEn"), value: programme.nameEn },
    { term: t("programmes.series"), value: programme.series },
    { term: t("programmes.cycle"), value: t(`cycle.${programme.cycle}`) },
    { term: t("programmes.quota"), value: programme.quota },
    { term: t("programmes.official"), value: tc(programme.onOfficialList ? "yes" : "no") },
    { term: t("programmes.coverage"), value: programme.coverage, span: "full" as const },
    {
      term: t("programmes.organisers"),
      value: programme.organisers.length > 0 && (
        <RefList refs={programme.organisers} path="/honors/bodies" ordered />
      ),
      span: "full" as const,
    },
    { term: t("programmes.basis"), value: programme.basis, span: "full" as const },
  ];
  return (
    <>
      <Card title={t("facts")}>
        <DescriptionList items={facts} />
      </Card>
      <Card title={t("programmes.titles")}>
        {programme.titles.length === 0 && <p className="text-ink-3">{tc("none")}</p>}
        <ul className="space-y-2">
          {programme.titles.map((title) => (
            <li key={title.id} className="flex flex-wrap items-baseline gap-x-2">
              <TextLink href={`/honors/${title.id}`}>{nameIn(locale, title)}</TextLink>
              {(title.validFrom || title.validTo) && (
                <span className="text-xs text-ink-3">
                  <PeriodText from={title.validFrom} to={title.validTo} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
