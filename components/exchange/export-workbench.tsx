"use client";

import { useState } from "react";
import {
  defaultColumns,
  type ExportColumn,
  type ExportFormat,
  type Layout,
  type RowPer,
} from "@/lib/exchange/exports/schema";
import { DetailLayout } from "../shell/detail-layout";
import { ExportForm } from "./export-form";
import { LayoutPanel } from "./layout-panel";

export type Choice = { columns: readonly ExportColumn[]; rowPer: RowPer; format: ExportFormat };

type Props = {
  /** The list's filter, as the form's fields. */
  filter: readonly (readonly [string, string])[];
  rows: Readonly<Record<RowPer, number>>;
  layouts: readonly Layout[];
  /** Whether whole ID and phone numbers may go out. */
  numbers: boolean;
};

const start: Choice = { columns: defaultColumns, rowPer: "recipient", format: "xlsx" };

/** The form of the export, and beside it the layouts that fill it: no form can stand within another. */
export function ExportWorkbench({ filter, rows, layouts, numbers }: Props) {
  const [choice, setChoice] = useState(start);
  // A layout in use is another form: its radio buttons start anew.
  const [turn, setTurn] = useState(0);
  return (
    <DetailLayout
      aside={
        <LayoutPanel
          layouts={layouts}
          choice={choice}
          onApply={({ columns, rowPer, format }) => {
            setChoice({ columns, rowPer, format });
            setTurn(turn + 1);
          }}
        />
      }
    >
      <ExportForm
        filter={filter}
        rows={rows}
        choice={choice}
        turn={turn}
        numbers={numbers}
        onChoice={(changed) => setChoice({ ...choice, ...changed })}
      />
    </DetailLayout>
  );
}
