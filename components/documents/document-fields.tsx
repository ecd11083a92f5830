"use client";

import { useLocale, useTranslations } from "next-intl";
import type { DocumentRef, DocumentView } from "@/lib/documents/queries";
import { itemOf } from "@/lib/documents/rules";
import { documentKinds, type DocumentKind } from "@/lib/documents/schema";
import { nameIn } from "@/lib/honors/rules";
import { EntityPicker, type PickerItem } from "../forms/entity-picker";
import { FileField } from "../forms/file-field";
import { FormGrid } from "../forms/form-layout";
import { PartialDateField } from "../forms/partial-date-field";
import { SelectField } from "../forms/select-field";
import { TextField } from "../forms/text-field";
import { TextareaField } from "../forms/textarea-field";
import { NumberField } from "./number-field";

type Props = {
  document?: DocumentView;
  unit?: PickerItem | null;
  /** What a new one begins as. */
  kind?: DocumentKind;
  onUse?: (document: DocumentRef) => void;
};

/** What the paper says of itself: enough to record it. */
export function DocumentCoreFields({ document, unit, kind = "decision", onUse }: Props) {
  const t = useTranslations("documents");
  const tc = useTranslations("common");
  const locale = useLocale();
  const kinds = documentKinds.map((value) => ({ value, label: t(`kinds.${value}`) }));
  const own = document ? { id: document.recordingUnit.id, label: document.recordingUnit.name } : unit;
  return (
    <FormGrid>
      <NumberField defaultValue={document?.number ?? ""} except={document?.id} onUse={onUse} />
      <SelectField
        name="kind"
        label={t("kind")}
        required
        options={kinds}
        placeholder={tc("choose")}
        defaultValue={document?.kind ?? kind}
      />
      <TextField name="title" label={t("name")} required span="full" defaultValue={document?.title} />
      <EntityPicker
        name="issuers"
        label={t("issuers")}
        hint={t("issuersHint")}
        span="full"
        multiple
        url="/honors/bodies/search"
        defaultItems={document?.issuers.map((body) => ({ id: body.id, label: nameIn(locale, body) }))}
      />
      <PartialDateField name="signedOn" label={t("signedOn")} defaultValue={document?.signedOn ?? ""} />
      <PartialDateField
        name="publishedOn"
        label={t("publishedOn")}
        defaultValue={document?.publishedOn ?? ""}
      />
      <EntityPicker
        name="recordingUnitId"
        label={t("recordingUnit")}
        hint={t("recordingUnitHint")}
        required
        span="full"
        url="/documents/units"
        defaultItems={[own]}
      />
    </FormGrid>
  );
}

export function DocumentScansField({ document }: { document?: DocumentView }) {
  const t = useTranslations("documents");
  return (
    <>
      {document?.files.map((file) => (
        <input key={file.id} type="hidden" name="shownFiles[]" value={file.id} />
      ))}
      <FileField
        name="files"
        label={t("files")}
        hint={t("filesHint")}
        multiple
        defaultFiles={document?.files}
      />
    </>
  );
}

export function DocumentLinkFields({ document }: { document?: DocumentView }) {
  const t = useTranslations("documents");
  const locale = useLocale();
  const params = document && { except: String(document.id) };
  const item = (other?: DocumentRef | null) => [other && itemOf(locale, other)];
  return (
    <FormGrid>
      <EntityPicker
        name="correctsId"
        label={t("corrects")}
        url="/documents/search"
        params={params}
        defaultItems={item(document?.corrects)}
      />
      <EntityPicker
        name="forwardsId"
        label={t("forwards")}
        url="/documents/search"
        params={params}
        defaultItems={item(document?.forwards)}
      />
      <TextField
        name="sourceUrl"
        label={t("sourceUrl")}
        type="url"
        span="full"
        defaultValue={document?.sourceUrl ?? ""}
      />
      <TextareaField
        name="remark"
        label={t("remark")}
        maxLength={1000}
        rows={3}
        span="full"
        defaultValue={document?.remark ?? ""}
      />
    </FormGrid>
  );
}
