"use client";

import { useTranslations } from "next-intl";
import { treatmentPeriods } from "@/lib/treatments/schema";
import type { Honored, TreatmentView } from "@/lib/treatments/queries";
import { FormGrid } from "../forms/form-layout";
import { MoneyField } from "../forms/money-field";
import { PartialDateField } from "../forms/partial-date-field";
import { SelectField } from "../forms/select-field";
import { TextField } from "../forms/text-field";
import { TextareaField } from "../forms/textarea-field";

export type TreatmentChoices = {
  people: readonly Honored[];
  kinds: readonly { code: string; label: string }[];
};

/** The fields of a new treatment, or of one that is changed. */
export function TreatmentFields({
  people,
  kinds,
  treatment,
}: TreatmentChoices & { treatment?: TreatmentView }) {
  const t = useTranslations("treatments");
  return (
    <>
      <FormGrid columns={3}>
        <SelectField
          name="employeeId"
          label={t("fields.employeeId")}
          required
          options={people.map(({ employeeId, name, unitName }) => ({
            value: String(employeeId),
            label: [name, unitName].filter(Boolean).join(" · "),
          }))}
          placeholder={people.length === 1 ? "" : undefined}
          defaultValue={treatment?.person.id ?? (people.length === 1 ? people[0]!.employeeId : "")}
        />
        <SelectField
          name="kindCode"
          label={t("fields.kindCode")}
          required
          options={kinds.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={treatment?.kind.code}
        />
        <SelectField
          name="period"
          label={t("fields.period")}
          required
          options={treatmentPeriods.map((period) => ({ value: period, label: t(`period.${period}`) }))}
          defaultValue={treatment?.period}
        />
        <MoneyField
          name="amount"
          label={t("fields.amount")}
          hint={t("hints.amount")}
          defaultValue={treatment?.amount}
        />
        <PartialDateField
          name="validFrom"
          label={t("fields.validFrom")}
          required
          defaultValue={treatment?.validFrom}
        />
        <PartialDateField
          name="validTo"
          label={t("fields.validTo")}
          hint={t("hints.validTo")}
          defaultValue={treatment?.validTo}
        />
      </FormGrid>
      <FormGrid>
        <TextField
          name="payer"
          label={t("fields.payer")}
          required
          maxLength={200}
          defaultValue={treatment?.payer}
        />
        <TextField
          name="basis"
          label={t("fields.basis")}
          hint={t("hints.basis")}
          maxLength={500}
          defaultValue={treatment?.basis ?? ""}
        />
      </FormGrid>
      <TextareaField
        name="note"
        label={t("fields.note")}
        maxLength={500}
        rows={2}
        defaultValue={treatment?.note ?? ""}
      />
    </>
  );
}
