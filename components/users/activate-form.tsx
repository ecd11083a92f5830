"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { activateAccount } from "@/lib/users/activations/actions";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";

/** Makes one's own account out of work number and code. */
export function ActivateForm() {
  const t = useTranslations("users.activate");
  const [username, setUsername] = useState<string | null>(null);
  return (
    <div className="space-y-4">
      <h1 className="font-serif text-lg font-bold">{t("title")}</h1>
      {username === null ? (
        <ActionForm action={activateAccount} onDone={(made) => setUsername(made.username)} label={t("title")}>
          <p className="text-ink-2">{t("text")}</p>
          <TextField
            name="workNumber"
            label={t("workNumber")}
            autoComplete="username"
            spellCheck={false}
            required
          />
          <TextField
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <TextField
            name="password"
            type="password"
            label={t("password")}
            hint={t("passwordHint")}
            autoComplete="new-password"
            required
          />
          <TextField name="again" type="password" label={t("again")} autoComplete="new-password" required />
          <SubmitButton>{t("submit")}</SubmitButton>
        </ActionForm>
      ) : (
        <Alert live tone="success" title={t("done")}>
          {t("doneText", { username })}
        </Alert>
      )}
      <Button href="/sign-in" variant={username === null ? "ghost" : "primary"} className="w-full">
        {t("toSignIn")}
      </Button>
    </div>
  );
}
