"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import {
  columnGroups,
  defaultColumns,
  type ExportColumn,
  type RowPer,
  usualColumns,
} from "@/lib/exchange/exports/schema";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { FieldNotes } from "../ui/field";
import { IconButton } from "../ui/icon-button";

type Props = {
  columns: readonly ExportColumn[];
  rowPer: RowPer;
  error?: string;
  /** Whether whole ID and phone numbers may be chosen; each by itself, never along with all. */
  numbers: boolean;
  onColumns: (columns: readonly ExportColumn[]) => void;
};
type Goal = { column: ExportColumn; control: "up" | "down" };

/** Columns to tick, and the ticked ones in their order. Until scripts run, the boxes themselves are what the form sends. */
export function ColumnPicker({ columns, rowPer, error, numbers, onColumns }: Props) {
  const t = useTranslations("exports");
  const ready = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const [said, setSaid] = useState("");
  const [goal, setGoal] = useState<Goal | null>(null);
  const order = useRef<HTMLOListElement>(null);
  const nameOf = (column: ExportColumn) =>
    t(column === "recipientBonus" && rowPer === "award" ? "columns.recipientBonusSum" : `columns.${column}`);

  // A row that moves in the document loses the focus; at an end of the list its button is off, and the other one takes it.
  useEffect(() => {
    const row = goal && order.current?.querySelector(`[data-column="${goal.column}"]`);
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-control="${goal!.control}"]:enabled`);
    (wanted ?? row?.querySelector<HTMLButtonElement>("[data-control]:enabled"))?.focus();
  }, [goal]);

  function change(next: readonly ExportColumn[], words = "") {
    setSaid(words);
    onColumns(next);
  }

  function move(index: number, by: 1 | -1) {
    const next = [...columns];
    const [column] = next.splice(index, 1);
    next.splice(index + by, 0, column!);
    change(next, t("form.moved", { column: nameOf(column!), position: index + by + 1 }));
    setGoal({ column: column!, control: by === 1 ? "down" : "up" });
  }

  return (
    <fieldset data-columns className="min-w-0 space-y-2" aria-describedby="export-columns-hint">
      <legend className="text-sm font-medium">{t("form.columns")}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <p id="export-columns-hint" className="mr-auto text-xs text-ink-3">
          {t("form.columnsHint")}
        </p>
        <Button size="sm" variant="ghost" onClick={() => change(usualColumns)}>
          {t("form.all")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => change([])}>
          {t("form.clear")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => change(defaultColumns)}>
          {t("form.default")}
        </Button>
      </div>
      <FieldNotes id="export-columns" error={error} />
      {ready && columns.map((column) => <input key={column} type="hidden" name="columns" value={column} />)}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="space-y-3">
          {Object.entries(columnGroups)
            .filter(([group]) => numbers || group !== "numbers")
            .map(([group, members]) => (
              <div key={group} role="group" aria-label={t(`groups.${group}`)}>
                <p className="mb-1 text-xs text-ink-3">{t(`groups.${group}`)}</p>
                <div className="grid grid-cols-2 gap-x-4 md:grid-cols-3">
                  {members.map((column) => (
                    <Checkbox
                      key={column}
                      label={nameOf(column)}
                      name={ready ? undefined : "columns"}
                      value={column}
                      checked={columns.includes(column)}
                      onChange={() =>
                        change(
                          columns.includes(column)
                            ? columns.filter((one) => one !== column)
                            : [...columns, column],
                        )
                      }
                    />
                  ))}
                </div>
              </div>
            ))}
        </div>
        <div className="rounded-md border border-line bg-paper/60">
          <p className="flex items-baseline justify-between border-b border-line px-3 py-1.5">
            <span className="text-sm font-medium">{t("form.order")}</span>
            <span className="text-xs text-ink-3">{t("form.chosen", { count: columns.length })}</span>
          </p>
          {columns.length === 0 && <p className="px-3 py-4 text-center text-ink-3">{t("form.nothing")}</p>}
          <ol ref={order} aria-label={t("form.order")} className="max-h-96 overflow-y-auto py-1">
            {columns.map((column, index) => (
              <li key={column} data-column={column} className="flex items-center pr-1 pl-3 hover:bg-hover">
                <span aria-hidden className="w-6 shrink-0 text-xs text-ink-3 tabular-nums">
                  {index + 1}
                </span>
                <span className="min-w-0 flex-1 truncate">{nameOf(column)}</span>
                <IconButton
                  icon={ArrowUp}
                  data-control="up"
                  label={t("form.up", { column: nameOf(column) })}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                  className="md:size-7"
                />
                <IconButton
                  icon={ArrowDown}
                  data-control="down"
                  label={t("form.down", { column: nameOf(column) })}
                  disabled={index === columns.length - 1}
                  onClick={() => move(index, 1)}
                  className="md:size-7"
                />
                <IconButton
                  icon={X}
                  label={t("form.remove", { column: nameOf(column) })}
                  onClick={() => change(columns.filter((one) => one !== column))}
                  className="md:size-7"
                />
              </li>
            ))}
          </ol>
        </div>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}
