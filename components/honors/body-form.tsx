"use client";

import { useLocale, useTranslations } from "next-intl";
import { saveBody } from "@/lib/honors/bodies/actions";
import type { BodyView } from "@/lib/honors/bodies/queries";
import { bodyKinds } from "@/lib/honors/bodies/schema";
import { nameIn } from "@/lib/honors/rules";
import { ActionForm } from "../forms/action-form";
import { EntityPicker } from "../forms/entity-picker";
import { FormActions, FormGrid, FormSection, HiddenField } from "../forms/form-layout";
import { SelectField } from "../forms/select-field";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";

export function BodyForm({ body }: { body?: BodyView }) {
  const t = useTranslations("honors.bodies");
  const th = useTranslations("honors");
  const tc = useTranslations("common");
  const locale = useLocale();
  const labels = {
    name: t("name"),
    nameEn: th("nameEn"),
    code: t("code"),
    kind: t("kind"),
    rank: t("rank"),
    successorId: t("successor"),
  };
  const successor = body?.successor && { id: body.successor.id, label: nameIn(locale, body.successor) };
  return (
    <ActionForm
      action={saveBody}
      doneHref="/honors/bodies/{id}"
      doneMessage={t("saved")}
      label={t(body ? "edit" : "new")}
      stale={Object.entries(labels).map(([name, label]) => ({ name, label }))}
    >
      {body && <HiddenField name="id" value={body.id} />}
      {body && <HiddenField name="version" value={body.version} />}
      <FormSection title={th("facts")}>
        <FormGrid>
          <TextField name="name" label={labels.name} required defaultValue={body?.name} />
          <TextField name="nameEn" label={labels.nameEn} defaultValue={body?.nameEn ?? ""} />
          <TextField
            name="code"
            label={labels.code}
            hint={t("codeHint")}
            required
            defaultValue={body?.code}
          />
          <SelectField
            name="kind"
            label={labels.kind}
            required
            options={bodyKinds.map((kind) => ({ value: kind, label: th(`bodyKind.${kind}`) }))}
            placeholder={tc("choose")}
            defaultValue={body?.kind ?? ""}
          />
          <TextField
            name="rank"
            label={labels.rank}
            hint={t("rankHint")}
            inputMode="numeric"
            defaultValue={body?.rank ?? 0}
          />
          <EntityPicker
            name="successorId"
            label={labels.successorId}
            hint={t("successorHint")}
            url="/honors/bodies/search"
            params={body && { except: String(body.id) }}
            defaultItems={[successor]}
          />
        </FormGrid>
      </FormSection>
      <FormActions cancelHref={body ? `/honors/bodies/${body.id}` : "/honors/bodies"}>
        <SubmitButton>{tc("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
