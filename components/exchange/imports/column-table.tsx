"use client";

import { useTranslations } from "next-intl";
import type { SheetField } from "@/lib/exchange/imports/fields";
import { Select } from "../../ui/select";
import { columnLetter } from "./column-letter";
import type { SheetColumn } from "./sheet-columns";

type Props = {
  columns: readonly SheetColumn[];
  fields: readonly SheetField[];
  mapping: Readonly<Record<string, string>>;
  onField: (column: number, key: string) => void;
};

/** Every column of the sheet with what stands in it, and the field that it becomes. */
export function ColumnTable({ columns, fields, mapping, onField }: Props) {
  const t = useTranslations("imports.mapping");
  const holder = new Map(Object.entries(mapping).map(([column, key]) => [key, Number(column)]));

  return (
    <div role="region" aria-label={t("title")} tabIndex={0} className="overflow-x-auto">
      <table className="ledger">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col" className="c xs max-md:hidden">
              {t("column")}
            </th>
            <th scope="col">{t("heading")}</th>
            <th scope="col">{t("field")}</th>
            <th scope="col" className="max-md:hidden">
              {t("samples")}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, heading, samples }) => {
            const letter = columnLetter(column);
            const chosen = mapping[column] ?? "";
            return (
              <tr key={column} className={chosen === "" ? "text-ink-3" : undefined}>
                <td className="c xs max-md:hidden">{letter}</td>
                <th scope="row" className="md:w-64">
                  {heading || <span className="font-normal text-ink-3">{t("noHeading")}</span>}
                  <Samples
                    samples={samples}
                    className="line-clamp-2 text-xs font-normal text-ink-3 md:hidden"
                  />
                </th>
                <td className="w-44 min-w-44 md:w-72">
                  <Select
                    aria-label={
                      heading
                        ? t("fieldOf", { column: letter, heading })
                        : t("fieldOfPlain", { column: letter })
                    }
                    value={chosen}
                    placeholder={t("skip")}
                    options={fields.map(({ key, label, required }) => {
                      const other = holder.get(key);
                      const name = required ? t("required", { field: label }) : label;
                      return {
                        value: key,
                        label:
                          other === undefined || other === column
                            ? name
                            : t("used", { field: name, column: columnLetter(other) }),
                      };
                    })}
                    onChange={(event) => onField(column, event.target.value)}
                  />
                </td>
                <td className="max-w-0 max-md:hidden">
                  <Samples samples={samples} className="block truncate text-ink-2" />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Samples({ samples, className }: { samples: readonly string[]; className: string }) {
  const t = useTranslations("imports.mapping");
  return <span className={className}>{samples.length > 0 ? samples.join("  |  ") : t("noSamples")}</span>;
}
