"use client";

import { FileSpreadsheet, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type DragEvent } from "react";
import { formatBytes } from "@/lib/i18n/format";
import { useField } from "../../forms/use-field";
import { cn } from "../../ui/cn";
import { describe, FieldNotes, Label } from "../../ui/field";
import { IconButton } from "../../ui/icon-button";
import { Progress } from "../../ui/progress";

type Props = {
  file: File | null;
  onFile: (file: File | null) => void;
  /** How much of it has gone up, while it does. */
  part: number | null;
  onStop: () => void;
  limits: string;
};

const accept = ".xlsx,.xls,.csv,.txt";

/** One workbook, dropped or chosen. What it really is, the server tells by its content. */
export function WorkbookField({ file, onFile, part, onStop, limits }: Props) {
  const t = useTranslations("imports.upload");
  const tc = useTranslations("common.file");
  const [over, setOver] = useState(false);
  const { id, error, form } = useField("file", t("workbook"), { busy: false });

  function take(next: File | null | undefined) {
    if (!next || part !== null) return;
    form.touch("file");
    onFile(next);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Label htmlFor={id} required>
        {t("workbook")}
      </Label>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "relative flex min-h-40 flex-1 flex-col items-center justify-center gap-1 rounded-md border border-dashed border-line-control bg-paper px-4 py-5 text-center focus-within:outline-2 focus-within:outline-focus",
          over && "border-honor! bg-honor-tint!",
          error && "border-danger! bg-danger-tint!",
        )}
      >
        <FileSpreadsheet aria-hidden strokeWidth={1.5} className="size-8 text-ink-3" />
        {file ? (
          <div className="w-full max-w-sm">
            <p className="flex items-center justify-center gap-1">
              <span className="truncate font-medium">{file.name}</span>
              <span className="shrink-0 text-xs text-ink-3 tabular-nums">{formatBytes(file.size)}</span>
              <IconButton
                icon={X}
                label={part === null ? tc("removeFile", { name: file.name }) : t("stop")}
                onClick={() => (part === null ? onFile(null) : onStop())}
                className="relative z-10"
              />
            </p>
            {/* The bar's place is kept, so that nothing moves when the upload begins. */}
            <div className="h-1.5">
              {part !== null && <Progress value={part} max={1} label={t("sending", { name: file.name })} />}
            </div>
            <p role="status" className="min-h-5 text-xs leading-5 text-ink-3">
              {part === 1 ? t("received") : part !== null ? t("sending", { name: file.name }) : ""}
            </p>
          </div>
        ) : (
          <>
            <p>
              {t("drop")}{" "}
              <span className="font-medium text-honor underline underline-offset-3">{t("choose")}</span>
            </p>
            <p id={`${id}-limits`} className="text-xs text-ink-3">
              {limits}
            </p>
          </>
        )}
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={part !== null}
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file can be chosen again, corrected meanwhile.
            event.target.value = "";
          }}
          className="absolute inset-0 cursor-pointer opacity-0 disabled:hidden"
          {...describe(id, { error }, file ? undefined : `${id}-limits`)}
        />
      </div>
      <FieldNotes id={id} error={error} />
    </div>
  );
}
