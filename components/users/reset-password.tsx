"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { resetPassword } from "@/lib/users/actions";
import type { NewAccount } from "@/lib/users/schema";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { InitialPassword } from "./initial-password";

export function ResetPassword({ user }: { user: { id: number; version: number; name: string } }) {
  const t = useTranslations("users.reset");
  const tu = useTranslations("users.initial");
  const tc = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewAccount | null>(null);

  function change(next: boolean) {
    setOpen(next);
    if (!next) setMade(null);
  }

  return (
    <Dialog
      trigger={<Button icon={KeyRound}>{t("action")}</Button>}
      open={open}
      onOpenChange={change}
      title={t("title")}
      description={made ? undefined : t("text", { name: user.name })}
      size="sm"
    >
      {made ? (
        <>
          <InitialPassword account={made} title={tu("reset")} />
          <div className="mt-4 flex justify-end">
            <Button onClick={() => change(false)}>{tc("close")}</Button>
          </div>
        </>
      ) : (
        <ActionForm
          action={() => resetPassword({ id: user.id, version: user.version })}
          onDone={setMade}
          label={t("title")}
        >
          <div className="flex justify-end gap-2">
            <Button onClick={() => change(false)}>{tc("cancel")}</Button>
            <SubmitButton>{t("confirm")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </Dialog>
  );
}
