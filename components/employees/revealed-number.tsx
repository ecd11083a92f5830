"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/form-layout";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { revealIdentity } from "@/lib/employees/identities/actions";
import { type IdentityField, shownSeconds } from "@/lib/employees/identities/schema";

type Props = { employeeId: number; field: IdentityField; mask: string };

/** A masked number that is shown whole for a minute, for a purpose. */
export function RevealedNumber({ employeeId, field, mask }: Props) {
  const t = useTranslations("employees");
  const tc = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [number, setNumber] = useState<string | null>(null);
  useEffect(() => {
    if (number === null) return;
    const timer = setTimeout(() => setNumber(null), shownSeconds * 1000);
    return () => clearTimeout(timer);
  }, [number]);
  const name = t(`fields.${field}`);
  if (number !== null)
    return (
      <span className="inline-flex items-center gap-2" role="status">
        <span className="font-bold tabular-nums">{number}</span>
        <IconButton icon={EyeOff} label={t("reveal.hide")} onClick={() => setNumber(null)} />
        <span className="text-xs text-ink-3">{t("reveal.shown")}</span>
      </span>
    );
  return (
    <span className="inline-flex items-center gap-2">
      <span className="tabular-nums">{mask}</span>
      <Dialog
        trigger={<IconButton icon={Eye} label={t("reveal.actionOf", { field: name })} />}
        open={open}
        onOpenChange={setOpen}
        title={t("reveal.title", { field: name })}
        description={t("reveal.text")}
        size="sm"
      >
        <ActionForm
          action={revealIdentity}
          onDone={(shown) => {
            setOpen(false);
            setNumber(shown.number);
          }}
          label={t("reveal.title", { field: name })}
        >
          <HiddenField name="id" value={employeeId} />
          <HiddenField name="field" value={field} />
          <TextareaField name="reason" label={t("reveal.reason")} required maxLength={500} rows={3} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{tc("cancel")}</Button>
            <SubmitButton>{t("reveal.confirm")}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </span>
  );
}
