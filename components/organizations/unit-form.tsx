"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormGrid, FormSection, HiddenField } from "@/components/forms/form-layout";
import { PartialDateField } from "@/components/forms/partial-date-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { changeUnit, createUnit } from "@/lib/organizations/actions";
import type { UnitView } from "@/lib/organizations/register/queries";
import { type Tree, unitKinds } from "@/lib/organizations/schema";
import { UnitPicker } from "./unit-picker";

type Props = {
  tree: Tree;
  unit?: UnitView;
  parent?: { id: number; name: string } | null;
  mayBeRoot?: boolean;
};

/** A new unit, or the facts of one that have no history. */
export function UnitForm({ tree, unit, parent, mayBeRoot = false }: Props) {
  const t = useTranslations("organizations");
  const kinds = unitKinds[tree].map((value) => ({ value, label: t(`kind.${value}`) }));
  const stale = (["kind", "shortName", "code", "creditCode", "validFrom", "sort"] as const).map((name) => ({
    name,
    label: t(`fields.${name}`),
  }));
  return (
    <ActionForm
      action={unit ? changeUnit : createUnit}
      doneHref="/organizations/{id}"
      doneMessage={t(unit ? "saved" : "created")}
      stale={stale}
      label={t(unit ? "edit" : "new")}
    >
      {unit && <HiddenField name="id" value={unit.id} />}
      {unit && <HiddenField name="version" value={unit.version} />}
      <FormSection title={t("newSection.identity")} hint={t("newSection.identityHint")}>
        <FormGrid>
          {!unit && <TextField name="name" label={t("fields.name")} required maxLength={200} span="full" />}
          <TextField
            name="shortName"
            label={t("fields.shortName")}
            maxLength={100}
            defaultValue={unit?.shortName ?? ""}
          />
          <TextField name="code" label={t("fields.code")} required maxLength={64} defaultValue={unit?.code} />
          <SelectField
            name="kind"
            label={t("fields.kind")}
            required
            options={kinds}
            defaultValue={unit?.kind}
          />
          {tree === "company" && (
            <TextField
              name="creditCode"
              label={t("fields.creditCode")}
              hint={t("creditCodeHint")}
              maxLength={18}
              defaultValue={unit?.creditCode ?? ""}
            />
          )}
        </FormGrid>
      </FormSection>
      <FormSection title={t("newSection.place")}>
        <FormGrid>
          {!unit && (
            <UnitPicker
              name="parentId"
              label={t("fields.parentId")}
              tree={tree}
              required={!mayBeRoot}
              hint={t(mayBeRoot ? "rootHint" : "parentHint")}
              defaultItem={parent && { id: parent.id, label: parent.name }}
              span="full"
            />
          )}
          <PartialDateField name="validFrom" label={t("fields.validFrom")} defaultValue={unit?.validFrom} />
          <TextField
            name="sort"
            label={t("fields.sort")}
            inputMode="numeric"
            hint={t("sortHint")}
            defaultValue={unit?.sort ?? 0}
          />
        </FormGrid>
      </FormSection>
      <FormActions cancelHref={unit ? `/organizations/${unit.id}` : `/organizations?tree=${tree}`}>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
