import { useTranslations } from "next-intl";
import { ActiveFilters } from "@/components/lists/active-filters";
import type { ListParams } from "@/components/lists/href";
import { QueryBar } from "@/components/lists/query-bar";
import { QueryField } from "@/components/lists/query-field";
import { QuerySelect } from "@/components/lists/query-select";
import { Input } from "@/components/ui/input";
import { type EmployeeFilter, employmentStatuses, workerTypes } from "@/lib/employees/schema";

/** `unitName` is the unit chosen in the tree, for the line of active filters. */
export function EmployeeQuery({
  filter,
  params,
  unitName,
}: {
  filter: EmployeeFilter;
  params: ListParams;
  unitName?: string;
}) {
  const t = useTranslations("employees");
  const tc = useTranslations("common");
  return (
    <>
      <QueryBar path="/employees" params={params} keep={["tree", "unit", "sort", "size"]}>
        <QueryField label={t("keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("keywordHint")} />
        </QueryField>
        <QueryField label={t("fields.status")}>
          <QuerySelect
            name="status"
            defaultValue={filter.status ?? ""}
            placeholder={tc("all")}
            options={employmentStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </QueryField>
        <QueryField label={t("fields.workerTypes")}>
          <QuerySelect
            name="workerType"
            defaultValue={filter.workerType ?? ""}
            placeholder={tc("all")}
            options={workerTypes.map((value) => ({ value, label: t(`workerType.${value}`) }))}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        params={params}
        path="/employees"
        filters={[
          { key: "q", label: t("keyword"), value: filter.q },
          { key: "status", label: t("fields.status"), value: filter.status && t(`status.${filter.status}`) },
          {
            key: "workerType",
            label: t("fields.workerTypes"),
            value: filter.workerType && t(`workerType.${filter.workerType}`),
          },
          { key: "unit", label: t("units"), value: unitName },
        ]}
      />
    </>
  );
}
