import { Lightbulb } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DataTable, type Column } from "@/components/lists/data-table";
import type { ListParams } from "@/components/lists/href";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { PartialDateText } from "@/components/ui/partial-date";
import type { AchievementRow } from "@/lib/achievements/queries";
import type { AchievementFilter } from "@/lib/achievements/schema";
import { formatMoney } from "@/lib/i18n/format";
import { SecrecyBadge } from "./secrecy-badge";

type Props = { rows: AchievementRow[]; params: ListParams; filter: AchievementFilter };

export function AchievementTable({ rows, filter, params }: Props) {
  const t = useTranslations("achievements");
  const tc = useTranslations("common");
  const locale = useLocale();
  const people = ({ contributors, contributorCount: count }: AchievementRow) => {
    const names = contributors.join(tc("listSeparator"));
    return count > contributors.length ? t("andOthers", { names, count }) : names || null;
  };
  const columns: Column<AchievementRow>[] = [
    {
      key: "name",
      header: t("fields.name"),
      sortKey: "name",
      sticky: true,
      width: "lg",
      cell: (row) => row.name,
    },
    {
      key: "kind",
      header: t("fields.kind"),
      sortKey: "kind",
      nowrap: true,
      cell: (row) => (
        <span className="flex flex-wrap gap-1.5">
          {t(`kind.${row.kind}`)}
          {row.disputed && <Badge tone="warning">{t("disputed")}</Badge>}
          <SecrecyBadge secrecy={row.secrecy} />
        </span>
      ),
    },
    { key: "unit", header: t("columns.unit"), width: "sm", cell: (row) => row.unitName },
    { key: "contributors", header: t("columns.contributors"), width: "md", cell: people },
    {
      key: "finishedOn",
      header: t("columns.period"),
      sortKey: "finishedOn",
      nowrap: true,
      cell: (row) => row.finishedOn && <PartialDateText value={row.finishedOn} />,
    },
    {
      key: "benefit",
      header: t("columns.benefit"),
      sortKey: "benefit",
      align: "end",
      cell: (row) => row.economicBenefit && formatMoney(row.economicBenefit, locale),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/achievements/${row.id}`}
      params={params}
      path="/achievements"
      sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
      empty={<EmptyState icon={Lightbulb} title={t("none")} text={t("noneText")} />}
    />
  );
}
