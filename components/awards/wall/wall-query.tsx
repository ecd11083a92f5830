import { RotateCcw, Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { QueryField } from "@/components/lists/query-field";
import { QuerySelect } from "@/components/lists/query-select";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { WallUnit } from "@/lib/awards/wall/queries";
import type { Named, WallFilter } from "@/lib/awards/wall/schema";
import { inLanguage } from "../named";

type Props = {
  filter: WallFilter;
  years: readonly number[];
  units: readonly WallUnit[];
  values: { levels: Named[]; categories: Named[] };
};

/** A plain form: the address is the state, and no script has to arrive first. */
export function WallQuery({ filter, years, units, values }: Props) {
  const t = useTranslations("wall");
  const locale = useLocale();
  const options = (list: Named[]) => list.map((one) => ({ value: one.code, label: inLanguage(locale, one) }));
  const all = t("filters.all");
  return (
    <form
      key={JSON.stringify(filter)}
      role="search"
      aria-label={t("filters.label")}
      action="/wall"
      className="rounded-md border border-line bg-surface px-4 py-3 shadow-card print:hidden"
    >
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2.5 max-md:grid max-md:grid-cols-2">
        <QueryField label={t("filters.year")}>
          <QuerySelect
            name="year"
            defaultValue={filter.year ?? ""}
            options={years.map((year) => ({ value: String(year), label: t("year", { year: String(year) }) }))}
            placeholder={all}
          />
        </QueryField>
        <QueryField label={t("filters.level")}>
          <QuerySelect
            name="level"
            defaultValue={filter.level ?? ""}
            options={options(values.levels)}
            placeholder={all}
          />
        </QueryField>
        <QueryField label={t("filters.category")}>
          <QuerySelect
            name="category"
            defaultValue={filter.category ?? ""}
            options={options(values.categories)}
            placeholder={all}
          />
        </QueryField>
        <QueryField label={t("filters.unit")}>
          <QuerySelect
            name="unit"
            defaultValue={filter.unit ?? ""}
            options={units.map(({ id, name, depth }) => ({
              value: String(id),
              label: "\u3000".repeat(depth) + name,
            }))}
            placeholder={all}
          />
        </QueryField>
        <QueryField label={t("filters.keyword")} wide>
          <Input
            name="q"
            type="search"
            defaultValue={filter.q ?? ""}
            placeholder={t("filters.keywordHint")}
            maxLength={100}
          />
        </QueryField>
        <div className="ml-auto flex gap-2 max-md:col-span-full max-md:*:grow">
          <Button href="/wall" icon={RotateCcw}>
            {t("filters.reset")}
          </Button>
          <Button type="submit" variant="primary" icon={Search}>
            {t("filters.submit")}
          </Button>
        </div>
      </div>
    </form>
  );
}
