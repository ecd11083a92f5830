"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmployeePicker } from "@/components/employees/employee-picker";
import type { PickerItem } from "@/components/forms/entity-picker";
import { RowList } from "@/components/forms/row-list";
import { TextField } from "@/components/forms/text-field";
import { contributorsMax } from "@/lib/achievements/schema";

export type ContributorRow = { employeeId: PickerItem | null; share: string; contribution: string };

/** Contributors in order: the number of the row is the place. */
export function ContributorRows({ rows }: { rows: readonly ContributorRow[] }) {
  const t = useTranslations("achievements");
  const [known, setKnown] = useState(() => byId(rows.map((row) => row.employeeId)));
  const personOf = (value: unknown) =>
    isItem(value) ? value : (known[String(value)] ?? (value ? { id: Number(value), label: "" } : null));
  const textOf = (value: unknown) => (typeof value === "string" ? value : "");
  return (
    <RowList<ContributorRow>
      name="contributors"
      label={t("contributor.rows")}
      rows={rows}
      max={contributorsMax}
      dense
      ordered
      rowLabel={(index) => t("contributor.row", { number: index + 1 })}
      addLabel={t("contributor.add")}
      blank={() => ({ employeeId: null, share: "", contribution: "" })}
      stale={{
        value: ({ employeeId, share, contribution }) => ({
          ...{ employeeId: employeeId?.id ?? "", share, contribution },
        }),
        row: (value) => ({
          employeeId: personOf(value.employeeId),
          share: textOf(value.share),
          contribution: textOf(value.contribution),
        }),
        show: (value, index) =>
          t("contributor.show", {
            number: index + 1,
            name: personOf(value.employeeId)?.label ?? "",
            share: textOf(value.share) && `${textOf(value.share)}%`,
            contribution: textOf(value.contribution),
          }),
      }}
    >
      {(row, { path }) => (
        <div className="grid items-start gap-x-4 gap-y-2 md:grid-cols-[minmax(0,5fr)_8rem_minmax(0,4fr)]">
          <EmployeePicker
            name={`${path}.employeeId`}
            label={t("contributor.person")}
            required
            defaultItem={row.employeeId}
            onItems={(items) => setKnown((before) => ({ ...before, ...byId(items) }))}
          />
          <TextField
            name={`${path}.share`}
            label={t("contributor.share")}
            inputMode="decimal"
            defaultValue={row.share}
          />
          <TextField
            name={`${path}.contribution`}
            label={t("contributor.contribution")}
            defaultValue={row.contribution}
          />
        </div>
      )}
    </RowList>
  );
}

function byId(items: readonly (PickerItem | null)[]): Record<string, PickerItem> {
  return Object.fromEntries(items.flatMap((item) => (item ? [[item.id, item]] : [])));
}

function isItem(value: unknown): value is PickerItem {
  return typeof value === "object" && value !== null && "id" in value && "label" in value;
}
