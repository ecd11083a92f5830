import { useLocale, useTranslations } from "next-intl";
import type { TitleView } from "@/lib/honors/titles/queries";
import { nameIn } from "@/lib/honors/rules";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { PeriodText } from "../ui/partial-date";
import { TextLink } from "../ui/text-link";

/** The line of a title: what it was called before and after. */
export function FamilyList({ title }: { title: TitleView }) {
  const t = useTranslations("honors");
  const locale = useLocale();
  if (title.family.length === 0) return null;
  const self = {
    id: title.id,
    name: title.name,
    nameEn: title.nameEn,
    validFrom: title.validFrom,
    validTo: title.validTo,
    relation: "self" as const,
  };
  const before = title.family.filter((one) => one.relation === "before");
  const rest = title.family.filter((one) => one.relation !== "before");
  return (
    <Card title={t("family")} hint={t("familyHint")}>
      <ol className="space-y-3">
        {[...before, self, ...rest].map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-2">
            <Badge tone={one.relation === "self" ? "accent" : "neutral"}>
              {t(`relation.${one.relation}`)}
            </Badge>
            {one.relation === "self" ? (
              <span className="font-medium">{nameIn(locale, one)}</span>
            ) : (
              <TextLink href={`/honors/${one.id}`}>{nameIn(locale, one)}</TextLink>
            )}
            {(one.validFrom || one.validTo) && (
              <span className="text-xs text-ink-3">
                <PeriodText from={one.validFrom} to={one.validTo} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
