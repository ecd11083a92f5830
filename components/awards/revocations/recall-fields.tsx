"use client";

import { useTranslations } from "next-intl";
import { recallStates, type RecallState } from "@/lib/awards/revocations/schema";
import { SelectField } from "../../forms/select-field";
import { TextareaField } from "../../forms/textarea-field";

/** What became of certificate and medal. */
export function RecallFields({ recall, recallNote }: { recall: RecallState; recallNote: string | null }) {
  const t = useTranslations("revocations");
  return (
    <>
      <SelectField
        name="recall"
        label={t("fields.recall")}
        required
        placeholder=""
        options={recallStates.map((value) => ({ value, label: t(`recall.${value}`) }))}
        defaultValue={recall}
      />
      <TextareaField
        name="recallNote"
        label={t("fields.recallNote")}
        maxLength={500}
        rows={2}
        defaultValue={recallNote ?? ""}
      />
    </>
  );
}
