"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import { Button } from "./button";
import { Dialog, DialogClose } from "./dialog";
import { Field } from "./field";
import { Textarea } from "./textarea";

type Props = {
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  text?: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  reason?: { label: string; required?: boolean; maxLength?: number };
  onConfirm: (reason: string) => void | Promise<void>;
};

/** Asks before something happens, with a reason where one is wanted. Closes after `onConfirm` is through. */
export function ConfirmDialog({
  trigger,
  open,
  onOpenChange,
  title,
  text,
  confirmLabel,
  danger,
  reason,
  onConfirm,
}: Props) {
  const t = useTranslations("common");
  const id = useId();
  const [inside, setInside] = useState(false);
  const [why, setWhy] = useState("");
  const [asked, setAsked] = useState(false);
  const [pending, setPending] = useState(false);
  const lacking = reason?.required === true && why.trim() === "";

  function change(next: boolean) {
    setInside(next);
    setAsked(false);
    onOpenChange?.(next);
  }

  async function confirm() {
    setAsked(true);
    if (lacking || pending) return;
    setPending(true);
    try {
      await onConfirm(why.trim());
      change(false);
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      trigger={trigger}
      open={open ?? inside}
      onOpenChange={change}
      title={title}
      description={text}
      size="sm"
      footer={
        <>
          <DialogClose>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {reason && (
        <Field
          id={id}
          label={reason.label}
          required={reason.required}
          error={asked && lacking ? t("form.reasonTooShort") : undefined}
        >
          <Textarea
            rows={3}
            maxLength={reason.maxLength}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        </Field>
      )}
    </Dialog>
  );
}
