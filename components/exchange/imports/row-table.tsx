import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SheetField } from "@/lib/exchange/imports/fields";
import type { ImportRowView, ImportView } from "@/lib/exchange/imports/queries";
import type { IntakeOutcome } from "@/lib/kernel/intake";
import type { Page } from "@/lib/kernel/page";
import { DataTable } from "../../lists/data-table";
import type { ListParams } from "../../lists/href";
import { Pager } from "../../lists/pager";
import { EmptyState } from "../../ui/empty-state";
import { useRowColumns } from "./row-columns";

type Props = {
  view: ImportView;
  fields: readonly SheetField[];
  outcome: IntakeOutcome;
  q?: string;
  list: Page<ImportRowView>;
  params: ListParams;
};

/** The rows of one outcome, with what that outcome asks to be looked at. */
export function RowTable({ view, fields, outcome, q, list, params }: Props) {
  const t = useTranslations("imports");
  const columns = useRowColumns(view, outcome, fields);
  const path = `/exchange/imports/${view.id}`;
  return (
    <>
      <DataTable
        caption={t("result.caption", { outcome: t(`outcome.${outcome}`) })}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.position}
        empty={
          q ? (
            <EmptyState icon={SearchX} title={t("result.noneFound", { q })} />
          ) : (
            <EmptyState
              icon={SearchX}
              title={t(`result.none.${outcome}`)}
              text={t(`result.noneText.${outcome}`)}
            />
          )
        }
      />
      {list.total > 0 && <Pager {...list} params={params} path={path} />}
    </>
  );
}
