"use client";

import { useLocale, useTranslations } from "next-intl";
import { saveProgramme } from "@/lib/honors/programmes/actions";
import type { ProgrammeView } from "@/lib/honors/programmes/queries";
import { cycles } from "@/lib/honors/programmes/schema";
import { nameIn } from "@/lib/honors/rules";
import { ActionForm } from "../forms/action-form";
import { CheckboxField } from "../forms/checkbox-field";
import { EntityPicker } from "../forms/entity-picker";
import { FormActions, FormGrid, FormSection, HiddenField } from "../forms/form-layout";
import { SelectField } from "../forms/select-field";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";
import { TextareaField } from "../forms/textarea-field";

export function ProgrammeForm({ programme }: { programme?: ProgrammeView }) {
  const t = useTranslations("honors.programmes");
  const th = useTranslations("honors");
  const tc = useTranslations("common");
  const locale = useLocale();
  const labels = {
    ...{
      name: t("name"),
      nameEn: th("nameEn"),
      series: t("series"),
      cycle: t("cycle"),
      quota: t("quota"),
      coverage: t("coverage"),
    },
    ...{ onOfficialList: t("onOfficialList"), basis: t("basis"), organisers: t("organisers") },
  };
  return (
    <ActionForm
      action={saveProgramme}
      doneHref="/honors/programmes/{id}"
      doneMessage={t("saved")}
      label={t(programme ? "edit" : "new")}
      stale={Object.entries(labels).map(([name, label]) => ({ name, label }))}
    >
      {programme && <HiddenField name="id" value={programme.id} />}
      {programme && <HiddenField name="version" value={programme.version} />}
      <FormSection title={th("facts")}>
        <FormGrid>
          <TextField name="name" label={labels.name} required defaultValue={programme?.name} />
          <TextField name="nameEn" label={labels.nameEn} defaultValue={programme?.nameEn ?? ""} />
          <TextField
            name="series"
            label={labels.series}
            hint={t("seriesHint")}
            defaultValue={programme?.series ?? ""}
          />
          <SelectField
            name="cycle"
            label={labels.cycle}
            required
            options={cycles.map((cycle) => ({ value: cycle, label: th(`cycle.${cycle}`) }))}
            defaultValue={programme?.cycle ?? "yearly"}
          />
          <TextField
            name="quota"
            label={labels.quota}
            hint={t("quotaHint")}
            inputMode="numeric"
            defaultValue={programme?.quota ?? ""}
          />
          <TextField name="coverage" label={labels.coverage} defaultValue={programme?.coverage ?? ""} />
        </FormGrid>
        <EntityPicker
          name="organisers"
          label={labels.organisers}
          hint={t("organisersHint")}
          multiple
          url="/honors/bodies/search"
          defaultItems={programme?.organisers.map((body) => ({ id: body.id, label: nameIn(locale, body) }))}
        />
        <TextareaField
          name="basis"
          label={labels.basis}
          maxLength={1000}
          rows={3}
          defaultValue={programme?.basis ?? ""}
        />
        <CheckboxField
          name="onOfficialList"
          label={labels.onOfficialList}
          defaultChecked={programme?.onOfficialList}
        />
      </FormSection>
      <FormActions cancelHref={programme ? `/honors/programmes/${programme.id}` : "/honors/programmes"}>
        <SubmitButton>{tc("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
