"use client";

import { useTranslations } from "next-intl";
import { FormGrid } from "@/components/forms/form-layout";
import { PartialDateField } from "@/components/forms/partial-date-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { UnitPicker } from "@/components/organizations/unit-picker";
import type { EmployeeView } from "@/lib/employees/queries";
import { employmentStatuses } from "@/lib/employees/schema";

/** By whom somebody is employed; the status of an existing record changes by its own action, on its day. */
export function EmploymentFields({ employee }: { employee?: EmployeeView }) {
  const t = useTranslations("employees");
  return (
    <FormGrid>
      <TextField
        name="workNumber"
        label={t("fields.workNumber")}
        maxLength={64}
        defaultValue={employee?.workNumber ?? ""}
      />
      <PartialDateField name="hiredOn" label={t("fields.hiredOn")} defaultValue={employee?.hiredOn} />
      <UnitPicker
        name="employerId"
        label={t("fields.employerId")}
        tree="company"
        hint={t("employerHint")}
        defaultItem={itemOf(employee?.employer)}
        span="full"
      />
      {!employee && (
        <SelectField
          name="status"
          label={t("fields.status")}
          placeholder=""
          defaultValue="active"
          options={employmentStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
      )}
      {!employee && (
        <PartialDateField name="statusDate" label={t("fields.statusDate")} hint={t("statusDateHint")} />
      )}
    </FormGrid>
  );
}

/** Where somebody works and which union unit is theirs; new records also take the day from which on. */
export function PlaceFields({ employee, from = !employee }: { employee?: EmployeeView; from?: boolean }) {
  const t = useTranslations("employees");
  return (
    <FormGrid>
      <UnitPicker
        name="unitId"
        label={t("fields.unitId")}
        tree="company"
        defaultItem={itemOf(employee?.unit)}
      />
      <UnitPicker
        name="unionUnitId"
        label={t("fields.unionUnitId")}
        tree="union"
        defaultItem={itemOf(employee?.unionUnit)}
      />
      <TextField name="post" label={t("fields.post")} maxLength={100} defaultValue={employee?.post ?? ""} />
      {from && (
        <PartialDateField name="assignedFrom" label={t("fields.assignedFrom")} hint={t("assignedFromHint")} />
      )}
    </FormGrid>
  );
}

function itemOf(unit: { id: number; name: string } | null | undefined) {
  return unit ? { id: unit.id, label: unit.name } : null;
}
