"use client";

import { useTranslations } from "next-intl";
import { MemberRows } from "@/components/employees/member-rows";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormGrid, FormSection, HiddenField } from "@/components/forms/form-layout";
import { MoneyField } from "@/components/forms/money-field";
import { PartialDateField } from "@/components/forms/partial-date-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { ServedUnitPicker } from "@/components/organizations/served-unit-picker";
import { changeStudio, createStudio } from "@/lib/studios/actions";
import type { StudioForm as Values } from "@/lib/studios/queries";
import { goalsMax, membersMax } from "@/lib/studios/schema";

const compared = [
  ...(["name", "unitId", "field", "foundedOn", "place", "area"] as const),
  ...(["funding", "goals", "members"] as const),
] as const;

/** A new studio has a key, a present one its values. */
export function StudioForm({ studio, formKey }: { studio?: Values; formKey?: string }) {
  const t = useTranslations("studios");
  const tc = useTranslations("common");
  return (
    <ActionForm
      action={studio ? changeStudio : createStudio}
      doneHref="/studios/{id}"
      doneMessage={t(studio ? "saved" : "created")}
      stale={compared.map((name) => ({ name, label: t(`fields.${name}`) }))}
      label={t(studio ? "edit" : "new")}
    >
      {formKey && <HiddenField name="key" value={formKey} />}
      {studio && <HiddenField name="id" value={studio.id} />}
      {studio && <HiddenField name="version" value={studio.version} />}
      <FormSection title={t("sections.facts")}>
        <FormGrid>
          <TextField
            name="name"
            label={t("fields.name")}
            required
            maxLength={200}
            defaultValue={studio?.name}
            span="full"
          />
          <ServedUnitPicker
            name="unitId"
            label={t("fields.unit")}
            required
            hint={t("unitHint")}
            defaultItems={studio ? [studio.unitId] : []}
          />
          <TextField name="field" label={t("fields.field")} maxLength={200} defaultValue={studio?.field} />
          <PartialDateField name="foundedOn" label={t("fields.foundedOn")} defaultValue={studio?.foundedOn} />
        </FormGrid>
      </FormSection>
      <FormSection title={t("sections.resources")}>
        <FormGrid columns={3}>
          <TextField name="place" label={t("fields.place")} maxLength={200} defaultValue={studio?.place} />
          <TextField name="area" label={t("fields.area")} inputMode="decimal" defaultValue={studio?.area} />
          <MoneyField
            name="funding"
            label={t("fundingLabel")}
            unit={tc("tenThousandYuan")}
            defaultValue={studio?.funding}
          />
        </FormGrid>
      </FormSection>
      <FormSection title={t("sections.goals")}>
        <TextareaField
          name="goals"
          label={t("fields.goals")}
          maxLength={goalsMax}
          rows={4}
          defaultValue={studio?.goals}
        />
      </FormSection>
      <FormSection title={t("sections.members")} hint={t("sections.membersHint")}>
        <MemberRows name="members" namespace="studios" rows={studio?.members ?? []} max={membersMax} />
      </FormSection>
      <FormActions cancelHref={studio ? `/studios/${studio.id}` : "/studios"}>
        <SubmitButton>{tc("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
