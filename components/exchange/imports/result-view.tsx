import type { SheetField } from "@/lib/exchange/imports/fields";
import type { ImportRowView, ImportView } from "@/lib/exchange/imports/queries";
import type { RowFilter } from "@/lib/exchange/imports/schema";
import type { IntakeOutcome } from "@/lib/kernel/intake";
import type { Page } from "@/lib/kernel/page";
import type { ListParams } from "../../lists/href";
import { ResultTabs } from "./result-tabs";
import { RowSearch } from "./row-search";
import { RowTable } from "./row-table";

type Props = {
  view: ImportView;
  fields: readonly SheetField[];
  filter: RowFilter & { outcome: IntakeOutcome };
  list: Page<ImportRowView>;
  params: ListParams;
};

/** The rows that were checked, outcome by outcome. */
export function ResultView({ view, fields, filter: { outcome, q }, list, params }: Props) {
  return (
    <section className="space-y-3">
      <div className="flex flex-wrap-reverse items-end gap-x-6 gap-y-1 border-b border-line">
        <div className="-mb-px min-w-0 flex-1 basis-96 [&>nav]:border-transparent">
          <ResultTabs view={view} current={outcome} />
        </div>
        <RowSearch id={view.id} outcome={outcome} q={q} params={params} />
      </div>
      <RowTable view={view} fields={fields} outcome={outcome} q={q} list={list} params={params} />
    </section>
  );
}
