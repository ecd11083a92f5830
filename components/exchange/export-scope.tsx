import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ExportCounts } from "@/lib/exchange/exports/queries";
import type { FilterWord } from "@/lib/exchange/exports/schema";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Card } from "../ui/card";

type Props = { counts: ExportCounts; words: readonly FilterWord[]; list: string };

/** What the file will hold: the list's filters in words, and how many awards and recipients they leave. */
export function ExportScope({ counts, words, list }: Props) {
  const t = useTranslations("exports");
  const numbers = [
    ["awards", counts.awards],
    ["recipients", counts.recipients],
  ] as const;
  return (
    <Card
      title={t("scope.title")}
      actions={
        <Button href={list} size="sm" icon={SlidersHorizontal}>
          {t("scope.change")}
        </Button>
      }
    >
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <dl className="flex gap-8">
          {numbers.map(([key, count]) => (
            <div key={key} className="flex items-baseline gap-2">
              <dt className="text-ink-2">{t(`scope.${key}`)}</dt>
              <dd className="text-lg font-semibold tabular-nums">{count.toLocaleString("en")}</dd>
            </div>
          ))}
        </dl>
        <ul aria-label={t("scope.filters")} className="flex flex-wrap gap-2">
          {words.map(({ key, value }) => (
            <li
              key={key}
              className="inline-flex min-h-7 items-center rounded-sm border border-line-strong bg-sunken px-2 text-xs"
            >
              <span className="text-ink-2">{t(`filter.${key}`)}</span>
              <span className="ml-1.5 font-medium break-all">{value}</span>
            </li>
          ))}
        </ul>
      </div>
      {counts.awards === 0 ? (
        <div className="mt-3">
          <Alert tone="warning">{t("scope.none")}</Alert>
        </div>
      ) : (
        counts.awards < counts.listed && (
          <div className="mt-3">
            <Alert>{t("scope.partial", { listed: counts.listed, awards: counts.awards })}</Alert>
          </div>
        )
      )}
    </Card>
  );
}
