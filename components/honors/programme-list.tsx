import { CalendarCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ProgrammeRow } from "@/lib/honors/programmes/queries";
import { cycles, type ProgrammeFilter } from "@/lib/honors/programmes/schema";
import { nameIn } from "@/lib/honors/rules";
import { type Column, DataTable } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { QueryBar } from "../lists/query-bar";
import { QueryField } from "../lists/query-field";
import { QuerySelect } from "../lists/query-select";
import { EmptyState } from "../ui/empty-state";
import { Input } from "../ui/input";

const path = "/honors/programmes";

export function ProgrammeQuery({ params, filter }: { params: ListParams; filter: ProgrammeFilter }) {
  const t = useTranslations("honors");
  const tc = useTranslations("common");
  return (
    <QueryBar path={path} params={params} keep={["sort", "size"]}>
      <QueryField label={t("keyword")} wide>
        <Input name="q" type="search" defaultValue={filter.q} placeholder={t("programmes.keywordHint")} />
      </QueryField>
      <QueryField label={t("programmes.cycle")}>
        <QuerySelect
          name="cycle"
          defaultValue={filter.cycle}
          options={cycles.map((cycle) => ({ value: cycle, label: t(`cycle.${cycle}`) }))}
          placeholder={tc("all")}
        />
      </QueryField>
      <QueryField label={t("programmes.official")}>
        <QuerySelect
          name="official"
          defaultValue={filter.official}
          options={(["yes", "no"] as const).map((value) => ({ value, label: tc(value) }))}
          placeholder={tc("all")}
        />
      </QueryField>
    </QueryBar>
  );
}

export function ProgrammeList({
  rows,
  params,
  sort,
  filtered,
}: {
  rows: ProgrammeRow[];
  params: ListParams;
  sort: string;
  filtered: boolean;
}) {
  const t = useTranslations("honors");
  const tc = useTranslations("common");
  const locale = useLocale();
  const columns: Column<ProgrammeRow>[] = [
    {
      key: "name",
      header: t("programmes.name"),
      cell: (row) => nameIn(locale, row),
      sortKey: "name",
      sticky: true,
      width: "lg",
    },
    { key: "series", header: t("programmes.series"), cell: (row) => row.series, sortKey: "series" },
    {
      key: "organisers",
      header: t("programmes.organisers"),
      cell: (row) => row.organisers.map((body) => nameIn(locale, body)).join(tc("listSeparator")) || null,
      width: "lg",
    },
    {
      key: "cycle",
      header: t("programmes.cycle"),
      cell: (row) => t(`cycle.${row.cycle}`),
      sortKey: "cycle",
      nowrap: true,
    },
    { key: "quota", header: t("programmes.quota"), cell: (row) => row.quota, align: "end" },
    {
      key: "official",
      header: t("programmes.official"),
      cell: (row) => tc(row.onOfficialList ? "yes" : "no"),
      nowrap: true,
    },
    { key: "titles", header: t("programmes.titleCount"), cell: (row) => row.titleCount, align: "end" },
  ];
  const empty = filtered ? undefined : <EmptyState icon={CalendarCheck} title={t("programmes.none")} />;
  return (
    <DataTable
      caption={t("programmes.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      params={params}
      path={path}
      sort={sort}
      empty={empty}
    />
  );
}
