"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type ChangeEvent } from "react";
import { recipientRoles } from "@/lib/awards/schema";
import { useFaultText } from "../../forms/use-fault-text";
import { cn } from "../../ui/cn";
import { IconButton } from "../../ui/icon-button";
import { cellId } from "./focus";
import type { Cell, Row } from "./model";
import { RowStatusButton } from "./row-status";
import type { RowStatus } from "./status";

type Props = {
  row: Row;
  /** Its number in the group, from 1. */
  number: number;
  status: RowStatus;
  twice?: "list" | "entered";
  faults?: Record<string, string[]>;
  /** Whether the column for what fits no other is shown. */
  withRest: boolean;
  open: boolean;
  onCell: (row: string, cell: Cell, value: string) => void;
  onOpen: (row: string) => void;
  onRemove: (row: string) => void;
  /** The window in which the person meant is chosen; it hangs on the status. */
  choice: (button: React.ReactElement, row: Row) => React.ReactNode;
};

/** One row of the grid: plain fields, so that every key does what it does in a form. */
export const ListRow = memo(function ListRow({
  row,
  number,
  status,
  twice,
  faults = {},
  withRest,
  open,
  onCell,
  onOpen,
  onRemove,
  choice,
}: Props) {
  const t = useTranslations("awards-lists");
  const ta = useTranslations("awards");
  const say = useFaultText();
  const { key, cells } = row;
  const error = [...new Set(Object.values(faults).flat())].map((text) => say(text)).join(" ");
  const field = (cell: Cell) => ({
    id: cellId(key, cell),
    "data-row": key,
    "data-cell": cell,
    "aria-label": t("cell", { row: number, column: t(`columns.${cell}`) }),
    "aria-invalid": faults[cell] ? true : undefined,
    "aria-describedby": error ? `${key}-error` : undefined,
    value: cells[cell],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      onCell(key, cell, event.target.value),
  });
  const input = (cell: Cell, more = "") => (
    <td className="p-0.5">
      <input
        {...field(cell)}
        type="text"
        autoComplete="off"
        spellCheck={false}
        inputMode={cell === "rank" ? "numeric" : cell === "bonus" ? "decimal" : undefined}
        className={cn("control scroll-mb-24 px-1.5", more)}
      />
    </td>
  );
  const button = (
    <RowStatusButton
      status={status}
      twice={twice}
      faulty={error !== ""}
      label={t("choose.title", { name: cells.name || t("rowOf", { row: number }) })}
      onOpen={() => onOpen(key)}
    />
  );
  return (
    <>
      <tr className="align-top hover:bg-hover" aria-label={t("rowOf", { row: number })}>
        <td className="px-1 py-1.5 text-right text-xs text-ink-3 tabular-nums">{number}</td>
        {input("name", "font-medium")}
        <td className="p-0.5">{open ? choice(button, row) : button}</td>
        {input("unit")}
        {input("post")}
        <td className="p-0.5">
          <select {...field("role")} disabled={status.kind !== "employee"} className="control px-1">
            <option value="">—</option>
            {recipientRoles.map((role) => (
              <option key={role} value={role}>
                {ta(`role.${role}`)}
              </option>
            ))}
          </select>
        </td>
        {input("rank", "text-right tabular-nums")}
        {input("bonus", "text-right tabular-nums")}
        {input("note")}
        {withRest && input("rest", cells.rest ? "border-warning-line bg-warning-tint" : "")}
        <td className="p-0.5">
          <IconButton
            icon={Trash2}
            label={t("removeRow", { row: number })}
            tabIndex={-1}
            onClick={() => onRemove(key)}
          />
        </td>
      </tr>
      {error && (
        <tr>
          <td />
          <td colSpan={10} id={`${key}-error`} className="px-2 pb-1 text-xs text-danger">
            {error}
          </td>
        </tr>
      )}
    </>
  );
});
