"use client";

import { useTranslations } from "next-intl";
import { saveDocument } from "@/lib/documents/actions";
import type { DocumentView } from "@/lib/documents/queries";
import { ActionForm } from "../forms/action-form";
import type { PickerItem } from "../forms/entity-picker";
import { FormActions, FormSection, HiddenField } from "../forms/form-layout";
import { SubmitButton } from "../forms/submit-button";
import { DocumentCoreFields, DocumentLinkFields, DocumentScansField } from "./document-fields";

export function DocumentForm({ document, unit }: { document?: DocumentView; unit?: PickerItem | null }) {
  const t = useTranslations("documents");
  const tc = useTranslations("common");
  const labels = {
    ...{
      number: t("number"),
      title: t("name"),
      kind: t("kind"),
      issuers: t("issuers"),
      signedOn: t("signedOn"),
      publishedOn: t("publishedOn"),
      recordingUnitId: t("recordingUnit"),
    },
    ...{
      correctsId: t("corrects"),
      forwardsId: t("forwards"),
      sourceUrl: t("sourceUrl"),
      remark: t("remark"),
    },
  };
  return (
    <ActionForm
      action={saveDocument}
      doneHref="/documents/{id}"
      doneMessage={t(document ? "saved" : "created")}
      label={t(document ? "edit" : "new")}
      stale={Object.entries(labels).map(([name, label]) => ({ name, label }))}
    >
      {document && <HiddenField name="id" value={document.id} />}
      {document && <HiddenField name="version" value={document.version} />}
      <FormSection title={t("facts")}>
        <DocumentCoreFields document={document} unit={unit} />
      </FormSection>
      <FormSection title={t("files")}>
        <DocumentScansField document={document} />
      </FormSection>
      <FormSection title={t("links")}>
        <DocumentLinkFields document={document} />
      </FormSection>
      <FormActions cancelHref={document ? `/documents/${document.id}` : "/documents"}>
        <SubmitButton>{tc("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
