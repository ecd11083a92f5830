"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/checkbox-field";
import { FormActions, FormGrid, FormSection, HiddenField } from "@/components/forms/form-layout";
import { PartialDateField } from "@/components/forms/partial-date-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { ServedUnitPicker } from "@/components/organizations/served-unit-picker";
import { changeAchievement, createAchievement } from "@/lib/achievements/actions";
import type { AchievementForm as Values } from "@/lib/achievements/queries";
import { achievementKinds, secrecies, textMax } from "@/lib/achievements/schema";
import { BenefitFields } from "./benefit-fields";
import { ContributorRows } from "./contributor-rows";
import { PropertyRows } from "./property-rows";

const compared = [
  ...(["name", "kind", "field", "units", "startedOn", "finishedOn", "secrecy", "disputed"] as const),
  ...(["novelty", "application", "economicBenefit", "benefitYear", "benefitKind"] as const),
  ...(["benefitCertifiedBy", "socialBenefit", "contributors", "properties"] as const),
] as const;

/** A new achievement has a key, a present one its values. */
export function AchievementForm({ achievement: of, formKey }: { achievement?: Values; formKey?: string }) {
  const t = useTranslations("achievements");
  const tc = useTranslations("common");
  return (
    <ActionForm
      action={of ? changeAchievement : createAchievement}
      doneHref="/achievements/{id}"
      doneMessage={t(of ? "saved" : "created")}
      stale={compared.map((name) => ({ name, label: t(`fields.${name}`) }))}
      label={t(of ? "edit" : "new")}
    >
      {formKey && <HiddenField name="key" value={formKey} />}
      {of && <HiddenField name="id" value={of.id} />}
      {of && <HiddenField name="version" value={of.version} />}
      <FormSection title={t("sections.facts")}>
        <FormGrid>
          <TextField name="name" label={t("fields.name")} required defaultValue={of?.name} span="full" />
          <SelectField
            name="kind"
            label={t("fields.kind")}
            required
            options={achievementKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            defaultValue={of?.kind}
          />
          <TextField name="field" label={t("fields.field")} defaultValue={of?.field} />
          <ServedUnitPicker
            name="units"
            label={t("fields.units")}
            hint={t("unitsHint")}
            partners
            multiple
            required
            defaultItems={of?.units}
            span="full"
          />
          <PartialDateField name="startedOn" label={t("fields.startedOn")} defaultValue={of?.startedOn} />
          <PartialDateField name="finishedOn" label={t("fields.finishedOn")} defaultValue={of?.finishedOn} />
          <SelectField
            name="secrecy"
            label={t("fields.secrecy")}
            required
            placeholder=""
            options={secrecies.map((value) => ({ value, label: t(`secrecy.${value}`) }))}
            defaultValue={of?.secrecy ?? "open"}
          />
          <div className="md:pt-6">
            <CheckboxField
              name="disputed"
              label={t("fields.disputed")}
              hint={t("disputedHint")}
              defaultChecked={of?.disputed === "true"}
            />
          </div>
        </FormGrid>
      </FormSection>
      <FormSection title={t("sections.contributors")} hint={t("sections.contributorsHint")}>
        <ContributorRows rows={of?.contributors ?? []} />
      </FormSection>
      <FormSection title={t("sections.content")}>
        {(["novelty", "application"] as const).map((name) => (
          <TextareaField
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            maxLength={textMax}
            rows={3}
            defaultValue={of?.[name]}
          />
        ))}
      </FormSection>
      <FormSection title={t("sections.benefit")}>
        <BenefitFields of={of} />
      </FormSection>
      <FormSection title={t("sections.properties")} hint={t("sections.propertiesHint")}>
        <PropertyRows rows={of?.properties ?? []} />
      </FormSection>
      <FormActions cancelHref={of ? `/achievements/${of.id}` : "/achievements"}>
        <SubmitButton>{tc("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
