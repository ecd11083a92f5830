"use client";

import { useLocale, useTranslations } from "next-intl";
import type { RevocationStart } from "@/lib/awards/cases/queries";
import { recordRevocation } from "@/lib/awards/revocations/actions";
import { revocationCauses } from "@/lib/awards/revocations/schema";
import { nameIn } from "@/lib/honors/rules";
import { ActionForm } from "../../forms/action-form";
import type { PickerItem } from "../../forms/entity-picker";
import { FileField } from "../../forms/file-field";
import { FormActions, FormGrid, FormSection, HiddenField } from "../../forms/form-layout";
import { PartialDateField } from "../../forms/partial-date-field";
import { SelectField } from "../../forms/select-field";
import { SubmitButton } from "../../forms/submit-button";
import { TextField } from "../../forms/text-field";
import { TextareaField } from "../../forms/textarea-field";
import { DecisionField } from "./decision-field";
import { RecallFields } from "./recall-fields";

type Props = {
  start: RevocationStart;
  /** Made once for the page: a second press, or a retry after a lost answer, is the same case. */
  formKey: string;
  unit: PickerItem | null;
};

export function RevocationForm({ start: { award, targets }, formKey, unit }: Props) {
  const t = useTranslations("revocations");
  const locale = useLocale();
  const separator = useTranslations("common")("listSeparator");
  const bodies = award.grantingBodies.map((body) => nameIn(locale, body)).join(separator);
  const choices = targets.map(({ value, name, unitName, of }) => ({
    value,
    label: [of === null ? name : t("target.member", { name, of }), unitName].filter(Boolean).join(" · "),
  }));
  return (
    <ActionForm
      action={recordRevocation}
      doneHref={`/awards/${award.id}/revocations/{id}`}
      doneMessage={t("form.saved")}
      label={t("new")}
    >
      <HiddenField name="key" value={formKey} />
      <HiddenField name="awardId" value={award.id} />
      <FormSection title={t("form.what")} hint={t("form.whatHint")}>
        <SelectField
          name="target"
          label={t("fields.target")}
          required
          placeholder=""
          options={[{ value: "award", label: t("target.award") }, ...choices]}
          defaultValue="award"
        />
      </FormSection>
      <FormSection title={t("form.why")} hint={t("form.whyHint")}>
        <FormGrid>
          <SelectField
            name="cause"
            label={t("fields.cause")}
            required
            options={revocationCauses.map((value) => ({ value, label: t(`cause.${value}`) }))}
          />
          <TextField
            name="applicant"
            label={t("fields.applicant")}
            required
            maxLength={200}
            defaultValue={award.recordingUnitName}
          />
          <TextareaField
            name="explanation"
            label={t("fields.explanation")}
            required
            maxLength={2000}
            rows={5}
            span="full"
          />
        </FormGrid>
        <FileField name="files" label={t("form.evidence")} hint={t("form.evidenceHint")} multiple />
      </FormSection>
      <FormSection
        title={t("form.decision")}
        hint={bodies ? t("form.decisionHint", { bodies }) : t("form.decisionHintUnknown")}
      >
        <DecisionField
          label={t("form.documentPick")}
          hint={t("form.documentPickHint")}
          newLabel={t("form.newDocument")}
          unit={unit}
        />
        <FormGrid>
          <PartialDateField
            name="effectiveOn"
            label={t("fields.effectiveOn")}
            hint={t("form.effectiveOnHint")}
            precision="day"
            required
          />
          <PartialDateField
            name="treatmentStoppedFrom"
            label={t("fields.treatmentStoppedFrom")}
            hint={t("form.treatmentHint")}
            precision="day"
          />
        </FormGrid>
      </FormSection>
      <FormSection title={t("form.after")} hint={t("form.afterHint")}>
        <RecallFields recall="pending" recallNote={null} />
      </FormSection>
      <FormActions cancelHref={`/awards/${award.id}`}>
        <SubmitButton variant="danger">{t("form.submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
