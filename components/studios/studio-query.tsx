import { useTranslations } from "next-intl";
import { ActiveFilters } from "@/components/lists/active-filters";
import type { ListParams } from "@/components/lists/href";
import { QueryBar } from "@/components/lists/query-bar";
import { QueryField } from "@/components/lists/query-field";
import { Input } from "@/components/ui/input";
import type { StudioFilter } from "@/lib/studios/schema";

type Props = { filter: StudioFilter; params: ListParams; unitName?: string };

export function StudioQuery({ filter, params, unitName }: Props) {
  const t = useTranslations("studios");
  return (
    <>
      <QueryBar path="/studios" params={params} keep={["unit", "sort", "size"]}>
        <QueryField label={t("keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("keywordHint")} />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        params={params}
        path="/studios"
        filters={[
          { key: "q", label: t("keyword"), value: filter.q },
          { key: "unit", label: t("units"), value: unitName },
        ]}
      />
    </>
  );
}
