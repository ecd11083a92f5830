"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ActionForm, type FormAction } from "./action-form";
import type { StaleField } from "./stale-compare";
import { SubmitButton } from "./submit-button";
import { TextareaField } from "./textarea-field";

type Props<T> = {
  trigger: ReactNode;
  title: string;
  text?: ReactNode;
  action: FormAction<T>;
  /** Sent along: the id and version of what it is about. */
  input?: Record<string, unknown>;
  reason?: { name?: string; label: string; required?: boolean; maxLength?: number; hint?: string };
  confirmLabel: string;
  danger?: boolean;
  doneMessage?: string;
  doneHref?: string;
  size?: "sm" | "md" | "lg";
  /** Fields compared when someone else has saved meanwhile; the version is then a hidden field among the children. */
  stale?: readonly StaleField[];
  children?: ReactNode;
};

/** A decision with its reason: confirm, return, void. Refusals show inside the window, which stays open with what was typed. */
export function ActionDialog<T>({
  trigger,
  title,
  text,
  action,
  input,
  reason,
  confirmLabel,
  danger,
  doneMessage,
  doneHref,
  size = "sm",
  stale,
  children,
}: Props<T>) {
  const t = useTranslations("common");
  const [open, setOpen] = useState(false);
  return (
    <Dialog trigger={trigger} open={open} onOpenChange={setOpen} title={title} description={text} size={size}>
      <ActionForm<T>
        action={(fields) => action({ ...input, ...(fields as Record<string, unknown>) })}
        doneMessage={doneMessage}
        doneHref={doneHref}
        onDone={() => setOpen(false)}
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
          <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
          <SubmitButton variant={danger ? "danger" : "primary"}>{confirmLabel}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
