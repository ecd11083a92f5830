import { useTranslations } from "next-intl";
import type { ReconcileFilter } from "@/lib/awards/reconcile/schema";
import { ActiveFilters } from "../../lists/active-filters";
import type { ListParams } from "../../lists/href";
import { QueryBar } from "../../lists/query-bar";
import { QueryField } from "../../lists/query-field";
import { Input } from "../../ui/input";

type Props = { params: ListParams; filter: ReconcileFilter; unitName?: string; documentName?: string };

export function ReconcileQuery({ params, filter, unitName, documentName }: Props) {
  const t = useTranslations("awards-lists.reconcile");
  const tc = useTranslations("common");
  return (
    <>
      <QueryBar path="/awards/reconcile" params={params} keep={["tab", "unit", "document", "sort", "size"]}>
        <QueryField label={t("keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("keywordHint")} />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        path="/awards/reconcile"
        params={params}
        filters={[
          { key: "unit", label: tc("list.units"), value: unitName },
          { key: "document", label: t("fields.document"), value: documentName },
          { key: "q", label: t("keyword"), value: filter.q },
        ]}
      />
    </>
  );
}
