"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import { cn } from "../../ui/cn";
import { columnLetter } from "./column-letter";

type Props = { rows: readonly (readonly string[])[]; headerRow: number; onHeaderRow: (row: number) => void };

/** Rows and columns that are enough to know one's own sheet again. */
const fewRows = 6;
const shownColumns = 20;

/** The beginning of the sheet; one points at the row that holds the headings. */
export function HeaderPicker({ rows, headerRow, onHeaderRow }: Props) {
  const t = useTranslations("imports.mapping");
  const [all, setAll] = useState(headerRow > fewRows - 2);
  const widest = Math.max(0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: Math.min(widest, shownColumns) }, (_, index) => index);
  const shown = all ? rows : rows.slice(0, fewRows);
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t("headerRow")}</legend>
      <div
        role="region"
        aria-label={t("preview")}
        tabIndex={0}
        className="max-h-80 overflow-auto border-y border-line"
      >
        <table className="w-full border-separate border-spacing-0 text-xs tabular-nums">
          <thead>
            <tr>
              <th scope="col" className={cn(edge, "sticky left-0 z-10 bg-sunken whitespace-nowrap")}>
                {t("headerRow")}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className={cn(edge, "bg-sunken text-center")}>
                  {columnLetter(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, index) => {
              const row = index + 1;
              const chosen = row === headerRow;
              const ground = chosen ? "bg-gold-tint" : "bg-surface";
              return (
                <tr key={row} className={cn(row < headerRow && "text-ink-3")}>
                  <th
                    scope="row"
                    className={cn(edge, ground, "sticky left-0 z-10 p-0 text-start font-normal")}
                  >
                    <label className="flex min-h-7 items-center gap-2 px-2 whitespace-nowrap max-md:min-h-11">
                      <input
                        type="radio"
                        name="headerRow"
                        value={row}
                        checked={chosen}
                        aria-label={t("rowAsHeader", { row })}
                        onChange={() => onHeaderRow(row)}
                        className="size-3.5 accent-honor"
                      />
                      <span aria-hidden>{row}</span>
                    </label>
                  </th>
                  {columns.map((column) => (
                    <td
                      key={column}
                      className={cn(edge, ground, "max-w-48 min-w-16 truncate", chosen && "font-semibold")}
                    >
                      {cells[column]}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 px-4 py-1.5 text-xs text-ink-3">
        {rows.length > fewRows && (
          <Button
            size="sm"
            variant="ghost"
            aria-expanded={all}
            onClick={() => setAll(!all)}
            className="-ml-2.5"
          >
            {t(all ? "fewerRows" : "moreRows")}
          </Button>
        )}
        {widest > shownColumns && <span>{t("wide", { count: shownColumns })}</span>}
      </div>
    </fieldset>
  );
}

const edge = "border-r border-b border-line px-2 py-1 font-medium";
