"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode, type SubmitEvent } from "react";
import { checkRecent } from "@/lib/auth/actions";
import { refuse } from "@/lib/kernel/result";
import { useStepUp } from "../../forms/step-up";
import { useFaultSentence } from "../../forms/use-fault-text";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Textarea } from "../../ui/textarea";
import { toast } from "../../ui/toaster";

type Props = {
  action: string;
  label: string;
  wantsReason?: boolean;
  onSent?: () => void;
  children?: ReactNode;
};

/** A plain form, so that the browser saves the answer as it comes; who sits there shows who they are before it goes out. */
export function DossierForm({ action, label, wantsReason = false, onSent, children }: Props) {
  const t = useTranslations("dossiers.form");
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const confirmed = useStepUp();
  const sentence = useFaultSentence();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const missing = wantsReason && String(new FormData(form).get("reason") ?? "").trim() === "";
    setFault(missing ? t("reasonRequired") : undefined);
    if (missing) return form.querySelector("textarea")?.focus();
    setBusy(true);
    const result = await confirmed(checkRecent).catch(() => refuse({ code: "unavailable" }));
    setBusy(false);
    if (!result.ok) return void toast.error(sentence(result.fault));
    form.submit();
    onSent?.();
  }

  return (
    <form method="post" action={action} noValidate aria-label={label} onSubmit={submit} className="space-y-4">
      {wantsReason && (
        <Field id={id} label={t("reason")} error={fault} required>
          <Textarea name="reason" maxLength={500} rows={3} />
        </Field>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {children}
        <Button type="submit" variant="primary" icon={Download} pending={busy}>
          {wantsReason ? t("download") : label}
        </Button>
      </div>
    </form>
  );
}
