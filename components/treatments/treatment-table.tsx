import { HandCoins } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/i18n/format";
import type { MonthlyTotal } from "@/lib/treatments/ledger/queries";
import type { TreatmentView } from "@/lib/treatments/queries";
import { inLanguage, titleIn } from "../awards/named";
import { DataTable, type Column } from "../lists/data-table";
import type { ListParams } from "../lists/href";
import { EmptyState } from "../ui/empty-state";
import { toneOf } from "./treatment-state";
import { useTreatmentWords } from "./use-words";

type Props = { rows: readonly TreatmentView[]; monthly: MonthlyTotal; params: ListParams; sort: string };

export function TreatmentTable({ rows, monthly, params, sort }: Props) {
  const t = useTranslations("treatments");
  const locale = useLocale();
  const words = useTreatmentWords();
  const columns: Column<TreatmentView>[] = [
    { key: "person", header: t("fields.person"), cell: (row) => row.person.name, sticky: true, width: "sm" },
    { key: "unit", header: t("fields.unit"), cell: (row) => row.person.unitName, width: "sm" },
    { key: "kind", header: t("fields.kind"), cell: (row) => inLanguage(locale, row.kind), nowrap: true },
    {
      key: "amount",
      header: t("fields.amount"),
      cell: (row) => words.amount(row),
      sortKey: "amount",
      align: "end",
    },
    {
      key: "span",
      header: t("fields.span"),
      cell: (row) => words.span(row),
      sortKey: "validFrom",
      nowrap: true,
    },
    {
      key: "state",
      header: t("fields.state"),
      cell: (row) => ({ tone: toneOf(row), text: words.state(row), note: words.end(row) ?? undefined }),
      nowrap: true,
    },
    { key: "award", header: t("fields.award"), cell: (row) => titleIn(locale, row.award), width: "lg" },
    { key: "payer", header: t("fields.payer"), cell: (row) => row.payer, width: "xl" },
  ];
  return (
    <>
      <DataTable
        caption={t("listTitle")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/treatments/${row.id}`}
        params={params}
        path="/treatments"
        sort={sort}
        empty={<EmptyState icon={HandCoins} title={t("list.none")} text={t("list.noneText")} />}
      />
      {monthly.count > 0 && (
        <p className="flex flex-wrap items-baseline justify-end gap-x-3 rounded-md border border-line bg-surface px-4 py-2.5 shadow-card">
          <span className="text-ink-2">{t("list.monthly")}</span>
          <strong className="font-serif text-lg font-semibold tabular-nums">
            {t("list.monthlyAmount", { amount: formatMoney(monthly.amount, locale) })}
          </strong>
          <span className="text-ink-3">{t("list.monthlyCount", { count: monthly.count })}</span>
        </p>
      )}
    </>
  );
}
