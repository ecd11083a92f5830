import { useTranslations } from "next-intl";
import { importKinds, importStates, type ImportFilter } from "@/lib/exchange/imports/schema";
import { ActiveFilters } from "../../lists/active-filters";
import type { ListParams } from "../../lists/href";
import { QueryBar } from "../../lists/query-bar";
import { QueryField } from "../../lists/query-field";
import { QuerySelect } from "../../lists/query-select";
import { Input } from "../../ui/input";

export function ImportQuery({ filter, params }: { filter: ImportFilter; params: ListParams }) {
  const t = useTranslations("imports");
  const tc = useTranslations("common");
  const path = "/exchange/imports";
  return (
    <>
      <QueryBar path={path} params={params} keep={["sort", "size"]}>
        <QueryField label={t("list.keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} />
        </QueryField>
        <QueryField label={t("list.kind")}>
          <QuerySelect
            name="kind"
            defaultValue={filter.kind ?? ""}
            placeholder={tc("all")}
            options={importKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </QueryField>
        <QueryField label={t("list.state")}>
          <QuerySelect
            name="state"
            defaultValue={filter.state ?? ""}
            placeholder={tc("all")}
            options={importStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        params={params}
        path={path}
        filters={[
          { key: "q", label: t("list.keyword"), value: filter.q },
          { key: "kind", label: t("list.kind"), value: filter.kind && t(`kind.${filter.kind}`) },
          { key: "state", label: t("list.state"), value: filter.state && t(`state.${filter.state}`) },
        ]}
      />
    </>
  );
}
