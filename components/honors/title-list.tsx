import { Medal } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TitleRow } from "@/lib/honors/queries";
import { nameIn, valueIn } from "@/lib/honors/rules";
import type { ListValue } from "@/lib/honors/schema";
import { type Column, DataTable } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { PeriodText } from "../ui/partial-date";

type Props = { rows: TitleRow[]; params: ListParams; sort: string; filtered: boolean; action?: ReactNode };

export function TitleList({ rows, params, sort, filtered, action }: Props) {
  const t = useTranslations("honors");
  const tc = useTranslations("common");
  const locale = useLocale();
  const values = (list: ListValue[]) => list.map((value) => valueIn(locale, value)).join(tc("listSeparator"));
  const columns: Column<TitleRow>[] = [
    {
      key: "name",
      header: t("name"),
      cell: (row) => nameIn(locale, row),
      sortKey: "name",
      sticky: true,
      width: "lg",
    },
    {
      key: "category",
      header: t("category"),
      cell: (row) => valueIn(locale, row.category),
      sortKey: "category",
      nowrap: true,
    },
    { key: "levels", header: t("level"), cell: (row) => values(row.levels), width: "sm" },
    { key: "prizes", header: t("prizeLevels"), cell: (row) => values(row.prizeLevels) || t("noPrizeLevels") },
    {
      key: "kinds",
      header: t("subjectKinds"),
      cell: (row) => row.subjectKinds.map((kind) => t(`kind.${kind}`)).join(tc("listSeparator")),
    },
    {
      key: "programme",
      header: t("programme"),
      cell: (row) => row.programme && nameIn(locale, row.programme),
      width: "md",
    },
    {
      key: "period",
      header: t("period"),
      cell: (row) =>
        row.validFrom || row.validTo ? <PeriodText from={row.validFrom} to={row.validTo} /> : null,
      sortKey: "validFrom",
      nowrap: true,
    },
    {
      key: "force",
      header: t("inForce"),
      cell: (row) => (
        <Badge dot tone={row.inForce ? "success" : "neutral"}>
          {t(row.inForce ? "force.yes" : "force.no")}
        </Badge>
      ),
      nowrap: true,
    },
  ];
  const empty = filtered ? undefined : (
    <EmptyState icon={Medal} title={t("none")} text={t("noneText")} action={action} />
  );
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/honors/${row.id}`}
      params={params}
      path="/honors"
      sort={sort}
      empty={empty}
    />
  );
}
