"use client";

import { useLocale, useTranslations } from "next-intl";
import { saveTitle } from "@/lib/honors/actions";
import type { Values } from "@/lib/honors/queries";
import { nameIn, valueIn } from "@/lib/honors/rules";
import { type ListValue, type NamedRef, subjectKinds } from "@/lib/honors/schema";
import type { TitleView } from "@/lib/honors/titles/queries";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, CheckboxGroupField } from "../forms/checkbox-field";
import { EntityPicker, type PickerItem } from "../forms/entity-picker";
import { FormActions, FormGrid, FormSection, HiddenField } from "../forms/form-layout";
import { PartialDateField } from "../forms/partial-date-field";
import { SelectField } from "../forms/select-field";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";

type Props = {
  values: Values;
  programmes: NamedRef[];
  /** The title that is changed, or whose successor is made. */
  title?: TitleView;
  succeeds?: boolean;
  predecessor?: PickerItem | null;
};

const compared = [
  "name",
  "nameEn",
  "programmeId",
  "categoryCode",
  "levels",
  "prizeLevels",
  "subjectKinds",
  "validityMonths",
  "countsForMembers",
  "nationalCode",
  "predecessorId",
  "validFrom",
  "validTo",
  "sort",
] as const;

export function TitleForm({ values, programmes, title, succeeds = false, predecessor }: Props) {
  const t = useTranslations("honors");
  const tc = useTranslations("common");
  const locale = useLocale();
  const own = succeeds ? undefined : title;
  const options = (list: ListValue[]) =>
    list.map((value) => ({ value: value.code, label: valueIn(locale, value) }));
  const codes = (list: ListValue[] = []) => list.map(({ code }) => code);
  const labels: Record<(typeof compared)[number], string> = {
    ...{
      name: t("name"),
      nameEn: t("nameEn"),
      programmeId: t("programme"),
      categoryCode: t("category"),
      levels: t("levels"),
      prizeLevels: t("prizeLevels"),
      subjectKinds: t("subjectKinds"),
    },
    ...{
      validityMonths: t("validityMonths"),
      countsForMembers: t("countsForMembers"),
      nationalCode: t("nationalCode"),
      predecessorId: t("predecessor"),
    },
    ...{ validFrom: t("validFrom"), validTo: t("validTo"), sort: t("sort") },
  };
  return (
    <ActionForm
      action={saveTitle}
      doneHref="/honors/{id}"
      doneMessage={t("saved")}
      label={t(own ? "editTitle" : "newTitle")}
      stale={compared.map((name) => ({ name, label: labels[name] }))}
    >
      {own && <HiddenField name="id" value={own.id} />}
      {own && <HiddenField name="version" value={own.version} />}
      <FormSection title={t("facts")}>
        <FormGrid>
          <TextField name="name" label={t("name")} required defaultValue={own?.name} />
          <TextField name="nameEn" label={t("nameEn")} defaultValue={own?.nameEn ?? ""} />
          <SelectField
            name="categoryCode"
            label={t("category")}
            required
            options={options(values.categories)}
            placeholder={tc("choose")}
            defaultValue={title?.category.code ?? ""}
          />
          <SelectField
            name="programmeId"
            label={t("programme")}
            options={programmes.map((one) => ({ value: String(one.id), label: nameIn(locale, one) }))}
            placeholder={tc("none")}
            defaultValue={String(title?.programme?.id ?? "")}
          />
          <TextField
            name="nationalCode"
            label={t("nationalCode")}
            hint={t("nationalCodeHint")}
            defaultValue={own?.nationalCode ?? ""}
          />
          <TextField name="sort" label={t("sort")} inputMode="numeric" defaultValue={title?.sort ?? 0} />
        </FormGrid>
      </FormSection>
      <FormSection title={t("allowed")}>
        <CheckboxGroupField
          name="levels"
          label={t("levels")}
          required
          options={options(values.levels)}
          defaultValue={codes(title?.levels)}
        />
        <CheckboxGroupField
          name="prizeLevels"
          label={t("prizeLevels")}
          hint={t("prizeLevelsHint")}
          options={options(values.prizeLevels)}
          defaultValue={codes(title?.prizeLevels)}
        />
        <CheckboxGroupField
          name="subjectKinds"
          label={t("subjectKinds")}
          required
          options={subjectKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue={title?.subjectKinds ?? []}
        />
        <CheckboxField
          name="countsForMembers"
          label={t("countsForMembers")}
          defaultChecked={title?.countsForMembers}
        />
      </FormSection>
      <FormSection title={t("line")} hint={t("successorHint")}>
        <FormGrid>
          <PartialDateField name="validFrom" label={t("validFrom")} defaultValue={own?.validFrom ?? ""} />
          <PartialDateField name="validTo" label={t("validTo")} defaultValue={own?.validTo ?? ""} />
          <TextField
            name="validityMonths"
            label={t("validityMonths")}
            hint={t("validityHint")}
            inputMode="numeric"
            defaultValue={title?.validityMonths ?? ""}
          />
          <EntityPicker
            name="predecessorId"
            label={t("predecessor")}
            hint={t("predecessorHint")}
            url="/honors/search"
            params={own && { except: String(own.id) }}
            defaultItems={[predecessor]}
          />
        </FormGrid>
      </FormSection>
      <FormActions cancelHref={own ? `/honors/${own.id}` : "/honors"}>
        <SubmitButton>{tc("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
