"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { saveAward } from "@/lib/awards/actions";
import type { AwardForm as Values } from "@/lib/awards/drafts/queries";
import { deedsMax, evidenceGrades, visibilities } from "@/lib/awards/schema";
import { ActionForm } from "../forms/action-form";
import { CheckboxField } from "../forms/checkbox-field";
import { EntityPicker, type PickerItem } from "../forms/entity-picker";
import { FormActions, FormGrid, FormSection, HiddenField } from "../forms/form-layout";
import { MoneyField } from "../forms/money-field";
import { SelectField } from "../forms/select-field";
import { SubmitButton } from "../forms/submit-button";
import { TextareaField } from "../forms/textarea-field";
import { DocumentField } from "./document-field";
import { RecipientsField } from "./recipients-field";
import { TitleFields } from "./title-fields";
import { useStaleFields } from "./use-stale-fields";
import { useTitleRules, type TitleRules } from "./use-title-rules";

type Props = {
  /** A draft to edit; without it the form begins empty but for what `start` gives. */
  award?: Values;
  start?: {
    documents?: PickerItem[];
    title?: PickerItem;
    unit?: PickerItem | null;
    recipients?: string;
    hints?: Record<string, string>;
  };
  rules?: TitleRules | null;
};

/** One page from the paper to the people. A refusal, a lost connection or a lost session leaves everything as it was typed. */
export function AwardForm({ award: given, start = {}, rules: known = null }: Props) {
  const t = useTranslations("awards");
  // As it was opened: a refreshed page must not slip a newer version under what was typed against the older one.
  const [award] = useState(given);
  const { rules, status, choose } = useTitleRules(known);
  const key = useRef<string | null>(null);
  const stale = useStaleFields();
  const unit = award?.recordingUnitId ?? start.unit ?? null;
  const options = <Value extends string>(group: "grade" | "visibility", values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}` as "grade.A") }));

  // One key for what is one act to the person, however often it is sent; the server does it once.
  const save = (input: unknown) =>
    saveAward(award ? input : { ...(input as object), key: (key.current ??= newKey()) });

  return (
    <ActionForm
      action={save}
      onDone={() => (key.current = null)}
      doneHref="/awards/{id}"
      doneMessage={t("form.saved")}
      stale={stale}
      label={t(award ? "editTitle" : "newTitle")}
    >
      {award && <HiddenField name="id" value={award.id} />}
      {award && <HiddenField name="version" value={award.version} />}
      <FormSection title={t("form.documents")} hint={t("form.documentsHint")}>
        <DocumentField documents={award?.documents ?? start.documents ?? []} unit={unit} />
        <EntityPicker
          name="grantingBodies"
          label={t("form.grantingBodies")}
          hint={t("form.grantingBodiesHint")}
          url="/honors/bodies/search"
          multiple
          defaultItems={award?.grantingBodies}
        />
      </FormSection>
      <FormSection title={t("form.honor")} hint={t("form.honorHint")}>
        <TitleFields
          title={award?.titleId ?? start.title ?? null}
          rules={rules}
          status={status}
          onTitle={(id) => void choose(id)}
          values={award ?? blank}
        />
      </FormSection>
      <FormSection title={t("form.recipients")} hint={t("form.recipientsHint")}>
        <RecipientsField
          recipients={award?.recipients ?? start.recipients ?? "[]"}
          hints={award?.hints ?? start.hints ?? {}}
          kinds={rules?.subjectKinds}
        />
      </FormSection>
      <FormSection title={t("form.other")} hint={t("form.otherHint")}>
        <FormGrid>
          <TextareaField
            name="reason"
            label={t("fields.reason")}
            hint={t("form.noDocumentHint")}
            maxLength={1000}
            rows={2}
            span="full"
            defaultValue={award?.reason}
          />
          <TextareaField
            name="deeds"
            label={t("fields.deeds")}
            maxLength={deedsMax}
            rows={5}
            span="full"
            defaultValue={award?.deeds}
          />
          <MoneyField name="bonus" label={t("form.bonusTotal")} defaultValue={award?.bonus} />
          <SelectField
            name="evidenceGrade"
            label={t("fields.evidenceGrade")}
            options={options("grade", evidenceGrades)}
            placeholder=""
            defaultValue={award?.evidenceGrade ?? "C"}
          />
          <SelectField
            name="visibility"
            label={t("fields.visibility")}
            hint={t("form.visibilityHint")}
            options={options("visibility", visibilities)}
            placeholder=""
            defaultValue={award?.visibility ?? "open"}
          />
          <EntityPicker
            name="recordingUnitId"
            label={t("form.recordingUnit")}
            url="/documents/units"
            required
            defaultItems={[unit]}
          />
          <CheckboxField
            name="posthumous"
            label={t("fields.posthumous")}
            defaultChecked={award?.posthumous === "true"}
          />
        </FormGrid>
      </FormSection>
      <FormActions cancelHref={award ? `/awards/${award.id}` : "/awards"}>
        <SubmitButton name="intent" value="draft" variant="secondary">
          {t("form.saveDraft")}
        </SubmitButton>
        <SubmitButton
          name="intent"
          value="submit"
          confirm={{ title: t("form.submitTitle"), text: t("form.submitText") }}
        >
          {t("form.submit")}
        </SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

const blank = { levelCode: "", prizeLevelCode: "", rank: "", awardDate: "", awardYear: "", validTo: "" };

/** A random UUID. `crypto.randomUUID` is missing where the registry is reached by plain HTTP. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
