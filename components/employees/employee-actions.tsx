"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionDialog } from "@/components/forms/action-dialog";
import { HiddenField } from "@/components/forms/form-layout";
import { PartialDateField } from "@/components/forms/partial-date-field";
import { SelectField } from "@/components/forms/select-field";
import { Button } from "@/components/ui/button";
import { changeStatus, transferEmployee } from "@/lib/employees/actions";
import type { EmployeeView } from "@/lib/employees/queries";
import { employmentStatuses } from "@/lib/employees/schema";
import { PlaceFields } from "./employment-fields";

/** What happens to a person on a day: another unit or post, another status. */
export function EmployeeActions({ employee }: { employee: EmployeeView }) {
  const t = useTranslations("employees");
  const stale = (...names: string[]) => names.map((name) => ({ name, label: t(`fields.${name}`) }));
  return (
    <>
      <ActionDialog
        trigger={<Button>{t("transfer.action")}</Button>}
        title={t("transfer.title")}
        text={t("transfer.text")}
        action={transferEmployee}
        input={{ id: employee.id }}
        stale={stale("unitId", "unionUnitId", "post")}
        reason={{ label: t("transfer.reason") }}
        confirmLabel={t("transfer.confirm")}
        doneMessage={t("transfer.done")}
        size="md"
      >
        <HiddenField name="version" value={employee.version} />
        <PlaceFields employee={employee} />
        <PartialDateField name="assignedFrom" label={t("transfer.from")} required />
      </ActionDialog>
      <ActionDialog
        trigger={<Button>{t("changeStatus.action")}</Button>}
        title={t("changeStatus.title")}
        text={t("changeStatus.text")}
        action={changeStatus}
        input={{ id: employee.id }}
        stale={stale("status", "statusDate")}
        reason={{ label: t("changeStatus.reason") }}
        confirmLabel={t("changeStatus.confirm")}
        doneMessage={t("changeStatus.done")}
      >
        <HiddenField name="version" value={employee.version} />
        <SelectField
          name="status"
          label={t("fields.status")}
          required
          placeholder=""
          defaultValue={employee.status}
          options={employmentStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
        <PartialDateField
          name="statusDate"
          label={t("changeStatus.date")}
          defaultValue={employee.statusDate}
        />
      </ActionDialog>
      <Button href={`/employees/${employee.id}/edit`} icon={Pencil}>
        {t("editAction")}
      </Button>
    </>
  );
}
