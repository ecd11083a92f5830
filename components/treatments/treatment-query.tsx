import { useLocale, useTranslations } from "next-intl";
import type { Named } from "@/lib/awards/queries";
import { treatmentStates, type TreatmentFilter } from "@/lib/treatments/schema";
import { inLanguage } from "../awards/named";
import { ActiveFilters } from "../lists/active-filters";
import type { ListParams } from "../lists/href";
import { QueryBar } from "../lists/query-bar";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { Input } from "../ui/input";

type Props = { filter: TreatmentFilter; params: ListParams; kinds: readonly Named[]; unitName?: string };

export function TreatmentQuery({ filter, params, kinds, unitName }: Props) {
  const t = useTranslations("treatments");
  const tc = useTranslations("common");
  const locale = useLocale();
  const kind = kinds.find(({ code }) => code === filter.kind);
  return (
    <>
      <QueryBar path="/treatments" params={params}>
        <QueryField label={t("list.keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("list.keywordHint")} />
        </QueryField>
        <QueryField label={t("fields.kind")}>
          <QuerySelect
            name="kind"
            defaultValue={filter.kind ?? ""}
            options={kinds.map((one) => ({ value: one.code, label: inLanguage(locale, one) }))}
            placeholder={tc("all")}
          />
        </QueryField>
        <QueryField label={t("fields.state")}>
          <QuerySelect
            name="state"
            defaultValue={filter.state ?? ""}
            options={treatmentStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
            placeholder={tc("all")}
          />
        </QueryField>
        <QueryField label={t("list.year")}>
          <Input
            name="year"
            inputMode="numeric"
            maxLength={4}
            defaultValue={filter.year}
            placeholder={t("list.yearHint")}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        path="/treatments"
        params={params}
        filters={[
          { key: "unit", label: t("fields.unit"), value: unitName },
          { key: "q", label: t("list.keyword"), value: filter.q },
          { key: "kind", label: t("fields.kind"), value: kind && inLanguage(locale, kind) },
          { key: "state", label: t("fields.state"), value: filter.state && t(`state.${filter.state}`) },
          {
            key: "year",
            label: t("list.year"),
            value: filter.year === undefined ? undefined : String(filter.year),
          },
        ]}
      />
    </>
  );
}
