import { Building2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/lists/data-table";
import type { ListParams } from "@/components/lists/href";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { PeriodText } from "@/components/ui/partial-date";
import type { UnitRow } from "@/lib/organizations/register/queries";

type Props = {
  rows: readonly UnitRow[];
  members: ReadonlyMap<number, number> | null;
  params: ListParams;
  sort: string;
};

const indents = ["", "pl-5", "pl-10", "pl-15", "pl-20", "pl-25"];

/** The tree as a table: names indented by depth, or the way to them in words where the order is another. */
export function UnitTable({ rows, members, params, sort }: Props) {
  const t = useTranslations("organizations");
  const columns: Column<UnitRow>[] = [
    {
      key: "name",
      header: t("fields.name"),
      sortKey: "name",
      sticky: true,
      width: "xl",
      cell: (unit) => <Name unit={unit} />,
    },
    { key: "code", header: t("fields.code"), sortKey: "code", nowrap: true, cell: (unit) => unit.code },
    { key: "kind", header: t("fields.kind"), nowrap: true, cell: (unit) => t(`kind.${unit.kind}`) },
    ...(members
      ? [
          {
            key: "members",
            header: <span title={t("membersHint")}>{t("members")}</span>,
            label: t("members"),
            align: "end" as const,
            cell: (unit: UnitRow) => members.get(unit.id) ?? 0,
          },
        ]
      : []),
    {
      key: "state",
      header: t("stateFilter"),
      nowrap: true,
      cell: (unit) => (
        <Badge dot tone={unit.validTo ? "neutral" : "success"}>
          {t(unit.validTo ? "state.closed" : "state.open")}
        </Badge>
      ),
    },
    {
      key: "period",
      header: t("period"),
      nowrap: true,
      cell: (unit) =>
        unit.validFrom || unit.validTo ? <PeriodText from={unit.validFrom} to={unit.validTo} /> : "—",
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(unit) => unit.id}
      rowHref={(unit) => `/organizations/${unit.id}`}
      params={params}
      path="/organizations"
      sort={sort}
      empty={<EmptyState icon={Building2} title={t("none")} text={t("noneText")} />}
    />
  );
}

function Name({ unit }: { unit: UnitRow }) {
  return (
    <span className={indents[Math.min(unit.depth, indents.length - 1)]}>
      {unit.name}
      {unit.trail.length > 0 && (
        <span className="inline-block w-full text-xs font-normal text-ink-3">{unit.trail.join(" / ")}</span>
      )}
    </span>
  );
}
