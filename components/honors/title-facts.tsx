import { useLocale, useTranslations } from "next-intl";
import type { TitleView } from "@/lib/honors/titles/queries";
import { nameIn, valueIn } from "@/lib/honors/rules";
import type { ListValue } from "@/lib/honors/schema";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { PeriodText } from "../ui/partial-date";
import { TextLink } from "../ui/text-link";

/** What a title is, and what it allows an award to be. */
export function TitleFacts({ title, awards }: { title: TitleView; awards: number | null }) {
  const t = useTranslations("honors");
  const locale = useLocale();
  const { programme } = title;
  const facts = [
    { term: t("nameZh"), value: title.name },
    { term: t("nameEn"), value: title.nameEn },
    { term: t("category"), value: valueIn(locale, title.category) },
    {
      term: t("programme"),
      value: programme && (
        <TextLink href={`/honors/programmes/${programme.id}`}>{nameIn(locale, programme)}</TextLink>
      ),
    },
    {
      term: t("period"),
      value: (title.validFrom || title.validTo) && <PeriodText from={title.validFrom} to={title.validTo} />,
    },
    {
      term: t("validity"),
      value: title.validityMonths === null ? t("lifelong") : t("months", { count: title.validityMonths }),
    },
    { term: t("nationalCode"), value: title.nationalCode },
    {
      term: t("awards"),
      value: awards !== null && (
        <TextLink href={`/awards?title=${title.id}&year=all`}>{t("awardsCount", { count: awards })}</TextLink>
      ),
    },
  ];
  const allowed = [
    { term: t("levels"), value: <Values list={title.levels} />, span: "full" as const },
    {
      term: t("prizeLevels"),
      value: title.prizeLevels.length > 0 ? <Values list={title.prizeLevels} /> : t("noPrizeLevels"),
      span: "full" as const,
    },
    {
      term: t("subjectKinds"),
      value: <Badges words={title.subjectKinds.map((kind) => t(`kind.${kind}`))} />,
      span: "full" as const,
    },
    ...(title.countsForMembers ? [{ term: "", value: t("countsForMembers"), span: "full" as const }] : []),
  ];
  return (
    <>
      <Card title={t("facts")}>
        <DescriptionList items={facts} />
      </Card>
      <Card title={t("allowed")}>
        <DescriptionList items={allowed} />
      </Card>
    </>
  );
}

function Values({ list }: { list: ListValue[] }) {
  const locale = useLocale();
  return <Badges words={list.map((value) => valueIn(locale, value))} />;
}

function Badges({ words }: { words: string[] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {words.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
    </span>
  );
}
