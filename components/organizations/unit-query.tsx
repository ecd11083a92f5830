import { useTranslations } from "next-intl";
import { ActiveFilters } from "@/components/lists/active-filters";
import type { ListParams } from "@/components/lists/href";
import { QueryBar } from "@/components/lists/query-bar";
import { QueryField } from "@/components/lists/query-field";
import { QuerySelect } from "@/components/lists/query-select";
import { Input } from "@/components/ui/input";
import { type UnitFilter, unitStates } from "@/lib/organizations/schema";

export function UnitQuery({ filter, params }: { filter: UnitFilter; params: ListParams }) {
  const t = useTranslations("organizations");
  const tc = useTranslations("common");
  return (
    <>
      <QueryBar path="/organizations" params={params} keep={["tree", "unit", "sort", "size"]}>
        <QueryField label={t("keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("keywordHint")} />
        </QueryField>
        <QueryField label={t("stateFilter")}>
          <QuerySelect
            name="state"
            defaultValue={filter.state ?? ""}
            placeholder={tc("all")}
            options={unitStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        params={params}
        path="/organizations"
        filters={[
          { key: "q", label: t("keyword"), value: filter.q },
          { key: "state", label: t("stateFilter"), value: filter.state && t(`state.${filter.state}`) },
        ]}
      />
    </>
  );
}
