import { useLocale, useTranslations } from "next-intl";
import type { Values } from "@/lib/honors/queries";
import { valueIn } from "@/lib/honors/rules";
import { subjectKinds, type ListValue, type TitleFilter } from "@/lib/honors/schema";
import { ActiveFilters } from "../lists/active-filters";
import type { ListParams } from "../lists/href";
import { QueryBar } from "../lists/query-bar";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { Input } from "../ui/input";

type Props = { params: ListParams; filter: TitleFilter; values: Values };

export function TitleQuery({ params, filter, values }: Props) {
  const t = useTranslations("honors");
  const all = useTranslations("common")("all");
  const locale = useLocale();
  const options = (list: ListValue[]) =>
    list.map((value) => ({ value: value.code, label: valueIn(locale, value) }));
  const named = (list: ListValue[], code?: string) =>
    list.filter((value) => value.code === code).map((value) => valueIn(locale, value))[0] ?? code;
  return (
    <>
      <QueryBar path="/honors" params={params} keep={["sort", "size"]}>
        <QueryField label={t("keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("keywordHint")} />
        </QueryField>
        <QueryField label={t("category")}>
          <QuerySelect
            name="category"
            defaultValue={filter.category}
            options={options(values.categories)}
            placeholder={all}
          />
        </QueryField>
        <QueryField label={t("level")}>
          <QuerySelect
            name="level"
            defaultValue={filter.level}
            options={options(values.levels)}
            placeholder={all}
          />
        </QueryField>
        <QueryField label={t("subjectKinds")}>
          <QuerySelect
            name="kind"
            defaultValue={filter.kind}
            options={subjectKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            placeholder={all}
          />
        </QueryField>
        <QueryField label={t("inForce")}>
          <QuerySelect
            name="force"
            defaultValue={filter.force}
            options={(["yes", "no"] as const).map((force) => ({ value: force, label: t(`force.${force}`) }))}
            placeholder={all}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        path="/honors"
        params={params}
        filters={[
          { key: "q", label: t("keyword"), value: filter.q },
          { key: "category", label: t("category"), value: named(values.categories, filter.category) },
          { key: "level", label: t("level"), value: named(values.levels, filter.level) },
          { key: "kind", label: t("subjectKinds"), value: filter.kind && t(`kind.${filter.kind}`) },
          { key: "force", label: t("inForce"), value: filter.force && t(`force.${filter.force}`) },
        ]}
      />
    </>
  );
}
