"use client";

import { useTranslations } from "next-intl";
import { createRequest } from "@/lib/awards/requests/actions";
import { ActionForm } from "../../forms/action-form";
import { FileField } from "../../forms/file-field";
import { FormActions, FormGrid, HiddenField } from "../../forms/form-layout";
import { PartialDateField } from "../../forms/partial-date-field";
import { SubmitButton } from "../../forms/submit-button";
import { TextField } from "../../forms/text-field";
import { TextareaField } from "../../forms/textarea-field";

type Props = {
  /** Made once for the page: a second press, or a retry after a lost answer, is the same request. */
  requestKey: string;
  /** The award to correct; without one an honor is declared that the ledger lacks. */
  awardId?: number;
};

export function RequestForm({ requestKey, awardId }: Props) {
  const t = useTranslations("requests.form");
  const isCorrection = awardId !== undefined;
  return (
    <ActionForm
      action={createRequest}
      doneHref="/me"
      doneMessage={t("sent")}
      label={t(isCorrection ? "correctionTitle" : "declarationTitle")}
    >
      <div className="rounded-md border border-line bg-surface p-4 shadow-card">
        <HiddenField name="key" value={requestKey} />
        {isCorrection && <HiddenField name="awardId" value={awardId} />}
        <FormGrid>
          {!isCorrection && (
            <>
              <TextField
                name="titleText"
                label={t("titleText")}
                hint={t("titleTextHint")}
                required
                maxLength={200}
                span="full"
              />
              <TextField name="grantedByText" label={t("grantedByText")} maxLength={200} />
              <PartialDateField name="awardDate" label={t("awardDate")} />
            </>
          )}
          <TextareaField
            name="explanation"
            label={t(isCorrection ? "correctionText" : "declarationText")}
            hint={isCorrection ? undefined : t("explanationHint")}
            required
            maxLength={2000}
            rows={5}
            span="full"
          />
          <FileField name="files" label={t("files")} hint={t("filesHint")} multiple span="full" />
        </FormGrid>
      </div>
      <FormActions cancelHref="/me">
        <SubmitButton>{t("submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
