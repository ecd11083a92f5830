"use client";

import { useTranslations } from "next-intl";
import { recordAnnulment } from "@/lib/awards/annulments/actions";
import { ActionForm } from "../../forms/action-form";
import type { PickerItem } from "../../forms/entity-picker";
import { FileField } from "../../forms/file-field";
import { FormActions, FormSection, HiddenField } from "../../forms/form-layout";
import { PartialDateField } from "../../forms/partial-date-field";
import { SubmitButton } from "../../forms/submit-button";
import { TextareaField } from "../../forms/textarea-field";
import { DecisionField } from "./decision-field";

type Props = { id: number; version: number; awardId: number; unit: PickerItem | null };

export function AnnulmentForm({ id, version, awardId, unit }: Props) {
  const t = useTranslations("revocations");
  const back = `/awards/${awardId}/revocations/${id}`;
  return (
    <ActionForm
      action={recordAnnulment}
      doneHref={back}
      doneMessage={t("annul.saved")}
      label={t("annul.title")}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={version} />
      <FormSection title={t("annul.section")} hint={t("annul.sectionHint")}>
        <DecisionField
          label={t("annul.documentPick")}
          hint={t("annul.documentPickHint")}
          newLabel={t("annul.newDocument")}
          unit={unit}
        />
        <PartialDateField
          name="annulledOn"
          label={t("fields.annulledOn")}
          hint={t("annul.annulledOnHint")}
          precision="day"
          required
        />
        <TextareaField name="reason" label={t("fields.annulmentReason")} required maxLength={2000} rows={4} />
        <FileField name="files" label={t("form.evidence")} hint={t("form.evidenceHint")} multiple />
      </FormSection>
      <FormActions cancelHref={back}>
        <SubmitButton>{t("annul.submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
