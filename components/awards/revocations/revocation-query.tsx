import { useTranslations } from "next-intl";
import { stateFilters, type RevocationFilter } from "@/lib/awards/revocations/schema";
import { ActiveFilters } from "../../lists/active-filters";
import type { ListParams } from "../../lists/href";
import { QueryBar } from "../../lists/query-bar";
import { QueryField } from "../../lists/query-field";
import { QuerySelect } from "../../lists/query-select";
import { Input } from "../../ui/input";

export function RevocationQuery({ params, filter }: { params: ListParams; filter: RevocationFilter }) {
  const t = useTranslations("revocations");
  const tc = useTranslations("common");
  const say = (state: (typeof stateFilters)[number]) =>
    state === "waiting" ? t("list.waiting") : t(`state.${state}`);
  return (
    <>
      <QueryBar path="/awards/revocations" params={params} keep={["sort", "size"]}>
        <QueryField label={t("list.keyword")} wide>
          <Input name="q" type="search" defaultValue={filter.q} placeholder={t("list.keywordHint")} />
        </QueryField>
        <QueryField label={t("list.state")}>
          <QuerySelect
            name="state"
            defaultValue={filter.state ?? ""}
            options={stateFilters
              .filter((state) => state !== "recorded")
              .map((value) => ({ value, label: say(value) }))}
            placeholder={tc("all")}
          />
        </QueryField>
      </QueryBar>
      <ActiveFilters
        path="/awards/revocations"
        params={params}
        filters={[
          { key: "q", label: t("list.keyword"), value: filter.q },
          { key: "state", label: t("list.state"), value: filter.state && say(filter.state) },
        ]}
      />
    </>
  );
}
