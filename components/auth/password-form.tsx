"use client";

import { useTranslations } from "next-intl";
import { changeOwnPassword } from "@/lib/auth/actions";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";

/** `username` is for password managers, which keep the pair. */
export function PasswordForm({ username, doneHref }: { username: string; doneHref?: string }) {
  const t = useTranslations("auth.password");
  return (
    <ActionForm
      action={changeOwnPassword}
      doneMessage={t("done")}
      doneHref={doneHref}
      resetOnDone
      label={t("title")}
      className="max-w-md"
    >
      <input type="text" name="username" autoComplete="username" defaultValue={username} readOnly hidden />
      <TextField
        name="current"
        type="password"
        label={t("current")}
        autoComplete="current-password"
        required
      />
      <TextField
        name="password"
        type="password"
        label={t("new")}
        hint={t("hint")}
        autoComplete="new-password"
        required
      />
      <TextField name="again" type="password" label={t("again")} autoComplete="new-password" required />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{t("submit")}</SubmitButton>
        <p className="text-xs text-ink-3">{t("effect")}</p>
      </div>
    </ActionForm>
  );
}
