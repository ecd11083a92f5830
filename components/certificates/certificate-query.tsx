import { useTranslations } from "next-intl";
import { certificateKinds, stateFilters, type CertificateFilter } from "@/lib/certificates/schema";
import { ActiveFilters } from "../lists/active-filters";
import type { ListParams } from "../lists/href";
import { QueryBar } from "../lists/query-bar";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { Input } from "../ui/input";

type Props = { filter: CertificateFilter; params: ListParams; unitName?: string };

export function CertificateQuery({ filter, params, unitName }: Props) {
  const t = useTranslations("certificates");
  const tc = useTranslations("common");
  return (
    <>
      <QueryBar path="/certificates" params={params} keep={["tree", "unit", "sort", "size"]}>
        <QueryField label={t("list.keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("list.keywordHint")} />
        </QueryField>
        <QueryField label={t("fields.kind")}>
          <QuerySelect
            name="kind"
            defaultValue={filter.kind ?? ""}
            options={certificateKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            placeholder={tc("all")}
          />
        </QueryField>
        <QueryField label={t("fields.state")}>
          <QuerySelect
            name="state"
            defaultValue={filter.state ?? ""}
            options={stateFilters.map((value) => ({ value, label: t(`state.${value}`) }))}
            placeholder={tc("all")}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        path="/certificates"
        params={params}
        filters={[
          { key: "q", label: t("list.keyword"), value: filter.q },
          { key: "kind", label: t("fields.kind"), value: filter.kind && t(`kind.${filter.kind}`) },
          { key: "state", label: t("fields.state"), value: filter.state && t(`state.${filter.state}`) },
          { key: "unit", label: t("list.units"), value: unitName },
        ]}
      />
    </>
  );
}
