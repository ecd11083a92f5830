"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckboxField } from "@/components/forms/checkbox-field";
import type { PickerItem } from "@/components/forms/entity-picker";
import { PartialDateField } from "@/components/forms/partial-date-field";
import { RowList } from "@/components/forms/row-list";
import type { Namespace } from "@/lib/i18n/catalog";
import { EmployeePicker } from "./employee-picker";

export type MemberRow = {
  employeeId: PickerItem | null;
  validFrom: string;
  validTo: string;
  isLeader: string;
};
type Props = {
  name: string;
  rows: readonly MemberRow[];
  max: number;
  /** The catalog whose `member.…` words the fields. */
  namespace: Namespace;
};

/** People of a team or studio, each with a period; for a form that wants `name` as a list. */
export function MemberRows({ name, rows, max, namespace }: Props) {
  const t = useTranslations(namespace);
  const [known, setKnown] = useState(() => byId(rows.map((row) => row.employeeId)));
  const personOf = (value: unknown) =>
    isItem(value) ? value : (known[String(value)] ?? (value ? { id: Number(value), label: "" } : null));
  const textOf = (value: unknown) => (typeof value === "string" ? value : "");
  return (
    <RowList<MemberRow>
      name={name}
      label={t("member.rows")}
      rows={rows}
      max={max}
      dense
      ordered
      rowLabel={(index) => t("member.row", { number: index + 1 })}
      addLabel={t("member.add")}
      blank={() => ({ employeeId: null, validFrom: "", validTo: "", isLeader: "false" })}
      stale={{
        value: ({ employeeId, validFrom, validTo, isLeader }) => ({
          ...{ employeeId: employeeId?.id ?? "", validFrom, validTo, isLeader },
        }),
        row: (value) => ({
          employeeId: personOf(value.employeeId),
          validFrom: textOf(value.validFrom),
          validTo: textOf(value.validTo),
          isLeader: textOf(value.isLeader),
        }),
        show: (value) =>
          t(value.isLeader === "true" ? "member.showLeader" : "member.show", {
            name: personOf(value.employeeId)?.label ?? "",
            from: textOf(value.validFrom),
            to: textOf(value.validTo),
          }),
      }}
    >
      {(row, { path }) => (
        <div className="grid items-start gap-x-4 gap-y-2 md:grid-cols-[minmax(0,1fr)_10rem_10rem_auto]">
          <EmployeePicker
            name={`${path}.employeeId`}
            label={t("member.person")}
            required
            defaultItem={row.employeeId}
            onItems={(items) => setKnown((before) => ({ ...before, ...byId(items) }))}
          />
          <PartialDateField
            name={`${path}.validFrom`}
            label={t("member.validFrom")}
            hint=""
            defaultValue={row.validFrom}
          />
          <PartialDateField
            name={`${path}.validTo`}
            label={t("member.validTo")}
            hint=""
            defaultValue={row.validTo}
          />
          <div className="md:pt-6">
            <CheckboxField
              name={`${path}.isLeader`}
              label={t("member.isLeader")}
              defaultChecked={row.isLeader === "true"}
            />
          </div>
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
