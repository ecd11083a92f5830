import { useTranslations } from "next-intl";
import { requestKinds, requestStates, type RequestFilter } from "@/lib/awards/requests/schema";
import { ActiveFilters } from "../../lists/active-filters";
import type { ListParams } from "../../lists/href";
import { QueryBar } from "../../lists/query-bar";
import { QueryField } from "../../lists/query-field";
import { QuerySelect } from "../../lists/query-select";
import { Input } from "../../ui/input";

export function RequestQuery({
  params,
  filter,
  unitName,
}: {
  params: ListParams;
  filter: RequestFilter;
  unitName?: string;
}) {
  const t = useTranslations("requests");
  const tc = useTranslations("common");
  const states = [
    { value: "all", label: tc("all") },
    ...requestStates.map((state) => ({ value: state as string, label: t(`state.${state}`) })),
  ];
  return (
    <>
      <QueryBar path="/awards/requests" params={params}>
        <QueryField label={t("list.keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("list.keywordHint")} />
        </QueryField>
        <QueryField label={t("list.state")}>
          <QuerySelect name="state" defaultValue={filter.state ?? "all"} options={states} />
        </QueryField>
        <QueryField label={t("fields.kind")}>
          <QuerySelect
            name="kind"
            defaultValue={filter.kind}
            options={requestKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            placeholder={tc("all")}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        path="/awards/requests"
        params={params}
        filters={[
          { key: "unit", label: tc("list.units"), value: unitName },
          { key: "q", label: t("list.keyword"), value: filter.q },
          { key: "kind", label: t("fields.kind"), value: filter.kind && t(`kind.${filter.kind}`) },
        ]}
      />
    </>
  );
}
