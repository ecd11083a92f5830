import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Named } from "@/lib/awards/queries";
import { awardStates, subjectKinds, type AwardFilter } from "@/lib/awards/schema";
import { ActiveFilters } from "../lists/active-filters";
import { listHref, type ListParams } from "../lists/href";
import { QueryBar } from "../lists/query-bar";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { inLanguage } from "./named";

type Props = {
  params: ListParams;
  filter: AwardFilter;
  thisYear: number;
  values: { levels: Named[]; prizeLevels: Named[]; categories: Named[] };
  /** The chosen title and unit in words, for the chips. */
  titleName?: string;
  unitName?: string;
  mayExport: boolean;
};

const path = "/awards";
const firstYear = 1950;

export function AwardFilters({ params, filter, thisYear, values, titleName, unitName, mayExport }: Props) {
  const t = useTranslations("awards");
  const tc = useTranslations("common");
  const locale = useLocale();
  const options = (list: Named[]) =>
    list.map((value) => ({ value: value.code, label: inLanguage(locale, value) }));
  const nameOf = (list: Named[], code: string | undefined) =>
    options(list).find(({ value }) => value === code)?.label;
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => String(thisYear - index));
  if (filter.year !== null && !years.includes(String(filter.year))) years.unshift(String(filter.year));
  const yearText =
    filter.year === null ? t("list.allYears") : t("list.yearOption", { year: String(filter.year) });

  return (
    <>
      <QueryBar
        path={path}
        params={params}
        keep={["unit", "tree", "title", "sort", "size"]}
        moreOpen={Boolean(filter.prizeLevel || filter.subjectKind)}
        more={
          <>
            <QueryField label={t("fields.prizeLevel")}>
              <QuerySelect
                name="prizeLevel"
                defaultValue={filter.prizeLevel ?? ""}
                options={options(values.prizeLevels)}
                placeholder={tc("all")}
              />
            </QueryField>
            <QueryField label={t("fields.subjectKind")}>
              <QuerySelect
                name="subjectKind"
                defaultValue={filter.subjectKind ?? ""}
                options={subjectKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
                placeholder={tc("all")}
              />
            </QueryField>
          </>
        }
        actions={
          mayExport ? (
            <Button
              href={listHref("/awards/export", params, { page: null, size: null, tree: null })}
              icon={Download}
            >
              {tc("export")}
            </Button>
          ) : undefined
        }
      >
        <QueryField label={t("list.year")}>
          <QuerySelect
            name="year"
            defaultValue={filter.year === null ? "all" : String(filter.year)}
            options={[
              { value: "all", label: t("list.allYears") },
              ...years.map((year) => ({ value: year, label: t("list.yearOption", { year }) })),
            ]}
          />
        </QueryField>
        <QueryField label={t("fields.level")}>
          <QuerySelect
            name="level"
            defaultValue={filter.level ?? ""}
            options={options(values.levels)}
            placeholder={tc("all")}
          />
        </QueryField>
        <QueryField label={t("fields.category")}>
          <QuerySelect
            name="category"
            defaultValue={filter.category ?? ""}
            options={options(values.categories)}
            placeholder={tc("all")}
          />
        </QueryField>
        <QueryField label={t("fields.state")}>
          <QuerySelect
            name="state"
            defaultValue={filter.state ?? ""}
            options={awardStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
            placeholder={tc("all")}
          />
        </QueryField>
        <QueryField label={t("list.keyword")} wide>
          <Input
            name="q"
            type="search"
            defaultValue={filter.q ?? ""}
            placeholder={t("list.keywordHint")}
            maxLength={100}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        params={params}
        path={path}
        filters={[
          { key: "year", label: t("list.year"), value: filter.year === thisYear ? undefined : yearText },
          { key: "unit", label: t("list.units"), value: unitName },
          { key: "title", label: t("fields.title"), value: titleName },
          { key: "level", label: t("fields.level"), value: nameOf(values.levels, filter.level) },
          { key: "category", label: t("fields.category"), value: nameOf(values.categories, filter.category) },
          {
            key: "prizeLevel",
            label: t("fields.prizeLevel"),
            value: nameOf(values.prizeLevels, filter.prizeLevel),
          },
          {
            key: "subjectKind",
            label: t("fields.subjectKind"),
            value: filter.subjectKind && t(`kind.${filter.subjectKind}`),
          },
          { key: "state", label: t("fields.state"), value: filter.state && t(`state.${filter.state}`) },
          { key: "q", label: t("list.keyword"), value: filter.q },
        ]}
      />
    </>
  );
}
