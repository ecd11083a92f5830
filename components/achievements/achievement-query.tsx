import { useTranslations } from "next-intl";
import { ActiveFilters } from "@/components/lists/active-filters";
import type { ListParams } from "@/components/lists/href";
import { QueryBar } from "@/components/lists/query-bar";
import { QueryField } from "@/components/lists/query-field";
import { QuerySelect } from "@/components/lists/query-select";
import { Input } from "@/components/ui/input";
import { achievementKinds, type AchievementFilter } from "@/lib/achievements/schema";

type Props = { filter: AchievementFilter; params: ListParams; years: readonly number[]; unitName?: string };

export function AchievementQuery({ filter, params, years, unitName }: Props) {
  const t = useTranslations("achievements");
  const tc = useTranslations("common");
  const offered = filter.year && !years.includes(filter.year) ? [filter.year, ...years] : years;
  const year = (value: number) => t("yearOption", { year: String(value) });
  return (
    <>
      <QueryBar path="/achievements" params={params} keep={["unit", "sort", "size"]}>
        <QueryField label={t("keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("keywordHint")} />
        </QueryField>
        <QueryField label={t("kindFilter")}>
          <QuerySelect
            name="kind"
            defaultValue={filter.kind ?? ""}
            placeholder={tc("all")}
            options={achievementKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </QueryField>
        <QueryField label={t("year")}>
          <QuerySelect
            name="year"
            defaultValue={filter.year ?? ""}
            placeholder={t("allYears")}
            options={offered.map((value) => ({ value: String(value), label: year(value) }))}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        params={params}
        path="/achievements"
        filters={[
          { key: "q", label: t("keyword"), value: filter.q },
          { key: "kind", label: t("kindFilter"), value: filter.kind && t(`kind.${filter.kind}`) },
          { key: "year", label: t("year"), value: filter.year && year(filter.year) },
          { key: "unit", label: t("units"), value: unitName },
        ].map((one) => ({ ...one, value: one.value || undefined }))}
      />
    </>
  );
}
