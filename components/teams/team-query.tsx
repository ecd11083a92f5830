import { useTranslations } from "next-intl";
import { ActiveFilters } from "@/components/lists/active-filters";
import type { ListParams } from "@/components/lists/href";
import { QueryBar } from "@/components/lists/query-bar";
import { QueryField } from "@/components/lists/query-field";
import { QuerySelect } from "@/components/lists/query-select";
import { Input } from "@/components/ui/input";
import { teamKinds, type TeamFilter } from "@/lib/teams/schema";

type Props = { filter: TeamFilter; params: ListParams; unitName?: string };

export function TeamQuery({ filter, params, unitName }: Props) {
  const t = useTranslations("teams");
  const tc = useTranslations("common");
  return (
    <>
      <QueryBar path="/teams" params={params} keep={["unit", "sort", "size"]}>
        <QueryField label={t("keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("keywordHint")} />
        </QueryField>
        <QueryField label={t("kindFilter")}>
          <QuerySelect
            name="kind"
            defaultValue={filter.kind ?? ""}
            placeholder={tc("all")}
            options={teamKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        params={params}
        path="/teams"
        filters={[
          { key: "q", label: t("keyword"), value: filter.q },
          { key: "kind", label: t("kindFilter"), value: filter.kind && t(`kind.${filter.kind}`) },
          { key: "unit", label: t("units"), value: unitName },
        ]}
      />
    </>
  );
}
