"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { ActionForm, type FormAction } from "./action-form";
import type { StaleField } from "./stale-compare";
import { SubmitButton } from "./submit-button";
import { TextareaField } from "./textarea-field";

export type DecisionProps<T> = {
  title: string;
  action: FormAction<T>;
  /** Sent along: the id and version of what it is about. */
  input?: Record<string, unknown>;
  reason?: { name?: string; label: string; required?: boolean; maxLength?: number; hint?: string };
  confirmLabel: string;
  danger?: boolean;
  doneMessage?: string;
  doneHref?: string;
  /** Fields compared when someone else has saved meanwhile; the version is then a hidden field among the children. */
  stale?: readonly StaleField[];
  children?: ReactNode;
};

/** What stands in the window of a decision; fetched when it opens (see ActionDialog). */
export default function ActionDialogForm<T>({
  title,
  action,
  input,
  reason,
  confirmLabel,
  danger,
  doneMessage,
  doneHref,
  stale,
  children,
  onClose,
}: DecisionProps<T> & { onClose: () => void }) {
  const t = useTranslations("common");
  return (
    <ActionForm<T>
      action={(fields) => action({ ...input, ...(fields as Record<string, unknown>) })}
      doneMessage={doneMessage}
      doneHref={doneHref}
      onDone={onClose}
      stale={stale}
      label={title}
    >
      {children}
      {reason && (
        <TextareaField
          name={reason.name ?? "reason"}
          label={reason.label}
          required={reason.required}
          maxLength={reason.maxLength ?? 500}
          hint={reason.hint}
          rows={3}
        />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <SubmitButton variant={danger ? "danger" : "primary"}>{confirmLabel}</SubmitButton>
      </div>
    </ActionForm>
  );
}
