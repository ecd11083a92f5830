"use client";

import { FileText, Paperclip, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type DragEvent } from "react";
import { formatBytes } from "@/lib/i18n/format";
import { cn } from "../ui/cn";
import { describe, FieldNotes, Label } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Progress } from "../ui/progress";
import type { UploadedFile } from "./upload";
import { spanClass, useField, type FieldProps } from "./use-field";
import { useUploads } from "./use-uploads";

export type { UploadedFile } from "./upload";

type Props = FieldProps & {
  url?: string;
  multiple?: boolean;
  accept?: string;
  /** The accepted kinds in words. */
  types?: string;
  maxBytes?: number;
  defaultFiles?: readonly UploadedFile[];
  onFiles?: (files: readonly UploadedFile[]) => void;
};

/** Files go up at once and by themselves; the form posts their ids. What they really are, the server tells by their content. */
export function FileField({
  name,
  label,
  hint,
  required,
  span,
  disabled,
  url = "/files",
  multiple = false,
  accept = ".pdf,.jpg,.jpeg,.png",
  types = "PDF / JPEG / PNG",
  maxBytes = 20 * 1024 * 1024,
  defaultFiles = [],
  onFiles,
}: Props) {
  const t = useTranslations("common.file");
  const [files, setFiles] = useState<readonly UploadedFile[]>(defaultFiles);
  const [over, setOver] = useState(false);
  const uploads = useUploads({ url, multiple, maxBytes, files, onChange: change });
  const { id, error, form } = useField(name, label, { list: multiple, busy: uploads.busy });
  const limits = t("limits", { types, size: formatBytes(maxBytes).replace(".0", "") });

  function change(next: readonly UploadedFile[]) {
    setFiles(next);
    form.touch(name);
    onFiles?.(next);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) void uploads.send([...event.dataTransfer.files]);
  }

  return (
    <div className={cn("min-w-0 space-y-1", spanClass(span))}>
      <Label htmlFor={id} required={required}>
        {label}
      </Label>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cn(
          "relative flex min-h-14 flex-wrap items-center justify-center gap-x-3 rounded-sm border border-dashed border-line-control bg-surface px-4 py-2 text-center focus-within:outline-2 focus-within:outline-focus",
          over && "border-honor! bg-honor-tint!",
          error && "border-danger! bg-danger-tint!",
        )}
      >
        <span className="inline-flex items-center gap-1.5 font-medium">
          <Paperclip aria-hidden className="size-4 text-ink-3" />
          {t("choose")}
        </span>
        <span className="text-xs text-ink-3">
          <span className="max-md:hidden">{t("drop")} · </span>
          {limits}
        </span>
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-required={required || undefined}
          onChange={(event) => {
            void uploads.send([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
          className="absolute inset-0 cursor-pointer opacity-0"
          {...describe(id, { hint, error })}
        />
      </div>
      <ul className="space-y-1">
        {files.map((file) => (
          <li
            key={file.id}
            className="flex items-center gap-2 rounded-sm border border-line bg-surface pl-2.5"
          >
            <FileText aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="min-w-0 flex-1 truncate">{file.name}</span>
            <span className="text-xs text-ink-3 tabular-nums">{formatBytes(file.size)}</span>
            <IconButton
              icon={X}
              label={t("removeFile", { name: file.name })}
              disabled={disabled}
              onClick={() => change(files.filter((one) => one.id !== file.id))}
            />
            <input type="hidden" name={multiple ? `${name}[]` : name} value={file.id} disabled={disabled} />
          </li>
        ))}
        {uploads.transfers.map((one) => (
          <li
            key={one.key}
            className={cn(
              "flex items-center gap-2 rounded-sm border pl-2.5",
              one.error ? "border-danger-line bg-danger-tint" : "border-line bg-surface",
            )}
          >
            {one.error ? (
              <TriangleAlert aria-hidden className="size-4 shrink-0 text-danger" />
            ) : (
              <FileText aria-hidden className="size-4 shrink-0 text-ink-3" />
            )}
            <span className="min-w-0 flex-1 py-1">
              <span className="block truncate">{one.name}</span>
              {one.error ? (
                <span role="alert" className="block text-xs text-danger">
                  {one.error}
                </span>
              ) : (
                <Progress value={one.part} max={1} label={t("uploading", { name: one.name })} />
              )}
            </span>
            <IconButton
              icon={X}
              label={t("removeFile", { name: one.name })}
              onClick={() => uploads.drop(one.key)}
            />
          </li>
        ))}
      </ul>
      {files.length === 0 && !multiple && <input type="hidden" name={name} value="" disabled={disabled} />}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
