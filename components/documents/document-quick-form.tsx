"use client";

import { useTranslations } from "next-intl";
import { saveDocument } from "@/lib/documents/actions";
import type { DocumentKind, SavedDocument } from "@/lib/documents/schema";
import { ActionForm } from "../forms/action-form";
import type { PickerItem } from "../forms/entity-picker";
import { SubmitButton } from "../forms/submit-button";
import { DocumentCoreFields, DocumentScansField } from "./document-fields";

type Props = {
  /** Called with the new document, or with the one that bears the number already. */
  onCreated: (document: PickerItem) => void;
  /** Where the recording unit begins. */
  unit?: PickerItem | null;
  kind?: DocumentKind;
};

/** A document recorded from within another form: put it into a Dialog. Needs the catalogs "documents". */
export function DocumentQuickForm({ onCreated, unit, kind }: Props) {
  const t = useTranslations("documents");
  const tc = useTranslations("common");
  const give = ({ id, number, title }: Pick<SavedDocument, "id" | "number" | "title">) =>
    onCreated({ id, label: number ?? title, hint: number ? title : undefined });
  return (
    <ActionForm<SavedDocument>
      action={saveDocument}
      onDone={give}
      doneMessage={t("created")}
      label={t("quickTitle")}
    >
      <DocumentCoreFields unit={unit} kind={kind} onUse={give} />
      <DocumentScansField />
      <div className="flex justify-end">
        <SubmitButton>{tc("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
