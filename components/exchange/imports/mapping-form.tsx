"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { startCheck } from "@/lib/exchange/imports/actions";
import type { ImportView } from "@/lib/exchange/imports/queries";
import type { SheetField } from "@/lib/exchange/imports/fields";
import type { HeaderGuesses } from "@/lib/exchange/imports/header-guesses";
import { refuseField } from "@/lib/kernel/result";
import { ActionForm } from "../../forms/action-form";
import { FormActions } from "../../forms/form-layout";
import { SubmitButton } from "../../forms/submit-button";
import { Alert } from "../../ui/alert";
import { Card } from "../../ui/card";
import { Select } from "../../ui/select";
import { ColumnTable } from "./column-table";
import { HeaderPicker } from "./header-picker";
import { OptionFields } from "./option-fields";
import { sheetColumns } from "./sheet-columns";
import { columnLetter } from "./column-letter";

type Props = {
  batch: Pick<
    ImportView,
    | "id"
    | "version"
    | "kind"
    | "mode"
    | "options"
    | "preview"
    | "sheet"
    | "headerRow"
    | "headings"
    | "mapping"
  >;
  fields: readonly SheetField[];
  /** What the headings of each row would be, were it the header. */
  guesses: HeaderGuesses;
  /** Where one goes without changing anything. */
  cancelHref?: string;
};

/** Which column is which field: proposed by the server, corrected by hand. The rest of the form holds for the whole batch. */
export function MappingForm({ batch, fields, guesses, cancelHref }: Props) {
  const t = useTranslations("imports.mapping");
  const tc = useTranslations("common");
  const preview = batch.preview ?? [];
  const [sheet, setSheet] = useState(batch.sheet ?? preview[0]?.name ?? "");
  const [headerRow, setHeaderRow] = useState(batch.headerRow ?? 1);
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(batch.mapping ?? {});
  const [said, setSaid] = useState("");
  const rows = preview.find(({ name }) => name === sheet)?.rows ?? [];
  const asGiven = sheet === batch.sheet && headerRow === batch.headerRow;
  const headings = asGiven ? batch.headings : (guesses[sheet]?.[headerRow - 1]?.headings ?? []);
  const columns = sheetColumns(headings, rows.slice(headerRow));
  const mapped = new Set(Object.values(mapping));
  const missing = fields.filter(({ key, required }) => required && !mapped.has(key));
  const names = missing.map(({ label }) => label).join(tc("listSeparator"));

  function read(nextSheet: string, row: number) {
    setSheet(nextSheet);
    setHeaderRow(row);
    setMapping(guesses[nextSheet]?.[row - 1]?.mapping ?? {});
    setSaid(t("guessed", { row }));
  }

  /** A field stands in one column alone: chosen anew, it leaves the column where it was. */
  function assign(column: number, key: string) {
    const before = Object.entries(mapping).find(([at, field]) => field === key && Number(at) !== column);
    const rest = Object.entries(mapping).filter(([at]) => Number(at) !== column && at !== before?.[0]);
    setMapping(Object.fromEntries(key === "" ? rest : [...rest, [column, key]]));
    if (key === "" || !before) return setSaid("");
    const field = fields.find((one) => one.key === key)?.label ?? key;
    setSaid(t("moved", { field, to: columnLetter(column), from: columnLetter(Number(before[0])) }));
  }

  return (
    <ActionForm
      action={async (sent) =>
        missing.length > 0
          ? refuseField("mapping", `importColumnsMissing:${names}`)
          : startCheck({
              ...(sent as object),
              id: batch.id,
              version: batch.version,
              sheet,
              headerRow,
              mapping,
            })
      }
      // What follows stands at the same address, or at the one that one came from to correct the columns; it begins on top.
      doneHref={cancelHref}
      onDone={() => window.scrollTo({ top: 0 })}
      label={t("form")}
    >
      {missing.length > 0 ? (
        <Alert tone="warning">
          <strong>{t("missing", { columns: names })}</strong> {t("missingText")}
        </Alert>
      ) : (
        <Alert tone="success">
          <strong>{t("complete")}</strong> {t("hint")}
        </Alert>
      )}
      <Card
        flush
        title={t("preview")}
        hint={t("headerRowHint")}
        actions={
          preview.length > 1 && (
            <label className="flex items-center gap-2">
              <span className="shrink-0 text-xs text-ink-2">{t("sheet")}</span>
              <Select
                value={sheet}
                options={preview.map(({ name }) => ({ value: name, label: name }))}
                onChange={(event) => read(event.target.value, bestRow(guesses[event.target.value]))}
              />
            </label>
          )
        }
      >
        <HeaderPicker key={sheet} rows={rows} headerRow={headerRow} onHeaderRow={(row) => read(sheet, row)} />
      </Card>
      <Card
        flush
        title={t("title")}
        hint={<span role="status">{said || t("count", { total: columns.length, mapped: mapped.size })}</span>}
      >
        <ColumnTable columns={columns} fields={fields} mapping={mapping} onField={assign} />
      </Card>
      <OptionFields kind={batch.kind} mode={batch.mode} options={batch.options} />
      <FormActions cancelHref={cancelHref}>
        <p className="mr-auto text-xs text-ink-3 max-md:hidden">{t("submitHint")}</p>
        <SubmitButton>{t("submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

/** The row of a sheet whose headings say most. */
function bestRow(rows: HeaderGuesses[string] = []): number {
  const known = rows.map(({ mapping }) => Object.keys(mapping).length);
  return Math.max(0, known.indexOf(Math.max(0, ...known))) + 1;
}
