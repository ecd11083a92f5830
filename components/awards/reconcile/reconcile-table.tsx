import { CircleCheckBig } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { UnresolvedRow } from "@/lib/awards/reconcile/queries";
import type { UnresolvedState } from "@/lib/awards/reconcile/schema";
import { formatInstant } from "@/lib/i18n/format";
import { formatPartialDate } from "@/lib/kernel/partial-date";
import { DataTable, type Column } from "../../lists/data-table";
import type { ListParams } from "../../lists/href";
import { EmptyState } from "../../ui/empty-state";
import { TextLink } from "../../ui/text-link";
import { inLanguage, titleIn } from "../named";
import { ResolveButtons } from "./resolve-buttons";

type Props = {
  rows: readonly UnresolvedRow[];
  state: UnresolvedState;
  params: ListParams;
  sort: string;
  mayCreate: boolean;
};

/** Names of lists, with the honor that each waits for or that came of it. */
export function ReconcileTable({ rows, state, params, sort, mayCreate }: Props) {
  const t = useTranslations("awards-lists.reconcile");
  const locale = useLocale();
  const columns: Column<UnresolvedRow>[] = [
    {
      key: "name",
      header: t("fields.name"),
      cell: (row) => row.name,
      sortKey: "name",
      sticky: true,
      width: "sm",
    },
    {
      key: "unit",
      header: t("fields.unitText"),
      cell: (row) => [row.unitText, row.postText].filter(Boolean).join(" · ") || null,
      width: "md",
    },
    {
      key: "title",
      header: t("fields.title"),
      cell: ({ title, prizeLevel }) =>
        [
          titleIn(locale, { titleName: title.name, titleNameEn: title.nameEn }),
          prizeLevel && inLanguage(locale, prizeLevel),
        ]
          .filter(Boolean)
          .join(" · "),
      width: "lg",
    },
    {
      key: "date",
      header: t("fields.awardDate"),
      cell: (row) => formatPartialDate(row.awardDate, locale === "en" ? "en" : "zh-CN"),
      nowrap: true,
    },
    {
      key: "document",
      header: t("fields.document"),
      cell: ({ document }) => (
        <TextLink href={`/documents/${document.id}`} quiet>
          {document.number ?? document.title}
        </TextLink>
      ),
      width: "md",
    },
    { key: "recordingUnit", header: t("fields.recordingUnit"), cell: (row) => row.unitName, nowrap: true },
    ...(state === "open" ? openColumns() : doneColumns()),
  ];

  function openColumns(): Column<UnresolvedRow>[] {
    return [
      {
        key: "createdAt",
        header: t("fields.createdAt"),
        cell: (row) => formatInstant(row.createdAt, locale),
        sortKey: "createdAt",
        nowrap: true,
      },
      {
        key: "actions",
        header: t("fields.actions"),
        cell: (row) => (row.canResolve ? <ResolveButtons row={row} mayCreate={mayCreate} /> : null),
        nowrap: true,
      },
    ];
  }

  function doneColumns(): Column<UnresolvedRow>[] {
    return [
      {
        key: "resolvedBy",
        header: t("fields.resolvedBy"),
        cell: (row) => [row.resolvedBy, row.resolvedAt && formatInstant(row.resolvedAt, locale)].join(" "),
        nowrap: true,
      },
      state === "resolved"
        ? {
            key: "result",
            header: t("fields.result"),
            cell: ({ resultAwardId, employee }) =>
              resultAwardId && (
                <TextLink href={`/awards/${resultAwardId}`}>{employee?.name ?? `#${resultAwardId}`}</TextLink>
              ),
          }
        : { key: "reason", header: t("fields.reason"), cell: (row) => row.reason, width: "lg" },
    ];
  }

  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      params={params}
      path="/awards/reconcile"
      sort={sort}
      empty={<EmptyState icon={CircleCheckBig} title={t(`none.${state}`)} text={t("noneText")} />}
    />
  );
}
