"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ImportKind } from "@/lib/exchange/imports/schema";
import { formatBytes } from "@/lib/i18n/format";
import { refuse, refuseField, type Result } from "@/lib/kernel/result";
import { ActionForm } from "../../forms/action-form";
import { FormActions } from "../../forms/form-layout";
import { SelectField } from "../../forms/select-field";
import { SubmitButton } from "../../forms/submit-button";
import { upload } from "../../forms/upload";
import { KindCards, type KindChoice } from "./kind-cards";
import { WorkbookField } from "./workbook-field";

type Props = {
  choices: readonly (KindChoice & { units: readonly { id: number; label: string }[] })[];
  kind: ImportKind;
  maxBytes: number;
  maxRows: number;
};

/** What kind of sheet, for which unit, and the file. It goes up when the button is pressed; then its columns are shown. */
export function UploadForm({ choices, kind: first, maxBytes, maxRows }: Props) {
  const t = useTranslations("imports.upload");
  const [kind, setKind] = useState(first);
  const [file, setFile] = useState<File | null>(null);
  const [part, setPart] = useState<number | null>(null);
  const abort = useRef<AbortController | null>(null);
  const units = choices.find((choice) => choice.kind === kind)?.units ?? [];

  async function send(fields: unknown): Promise<Result<{ id: number }>> {
    const { unitId } = fields as { unitId: string };
    const lacking = { ...(!unitId && { unitId: ["required"] }), ...(!file && { file: ["fileRequired"] }) };
    if (!file || !unitId) return refuse({ code: "invalid", fields: lacking });
    if (file.size > maxBytes)
      return refuseField("file", `fileTooLarge:${Math.floor(maxBytes / 1024 / 1024)}`);
    abort.current = new AbortController();
    const { signal } = abort.current;
    setPart(0);
    const answer = await upload("/exchange/imports/upload", file, setPart, signal, { kind, unitId });
    if (answer.ok) return { ok: true, value: { id: answer.file.id } };
    setPart(null);
    if (signal.aborted) return refuseField("file", "uploadStopped");
    return refuse(answer.fault ?? { code: answer.status === 413 ? "too_large" : "unavailable" });
  }

  return (
    <ActionForm action={send} doneHref="/exchange/imports/{id}" label={t("file")}>
      <KindCards choices={choices} kind={kind} onKind={setKind} />
      <div className="grid gap-x-6 gap-y-4 rounded-md border border-line bg-surface p-5 shadow-card lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="space-y-4">
          <SelectField
            key={kind}
            name="unitId"
            label={t("unit")}
            hint={t("unitHint")}
            required
            options={units.map(({ id, label }) => ({ value: String(id), label }))}
            defaultValue={String(units[0]?.id ?? "")}
          />
          <div className="text-xs leading-5 text-ink-2">
            <p className="font-semibold">{t("own")}</p>
            <p>{t("ownText")}</p>
          </div>
        </div>
        <WorkbookField
          file={file}
          onFile={setFile}
          part={part}
          onStop={() => abort.current?.abort()}
          limits={t("limits", {
            types: t("types"),
            size: formatBytes(maxBytes).replace(".0", ""),
            rows: maxRows,
          })}
        />
      </div>
      <FormActions cancelHref="/exchange/imports">
        <p className="mr-auto text-xs text-ink-3 max-md:hidden">{t("notStarted")}</p>
        <SubmitButton>{t("submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
