"use client";

import { useTranslations } from "next-intl";
import { changeSignInPolicy } from "@/lib/auth/actions";
import { roles } from "@/lib/auth/schema";
import { ActionForm } from "../forms/action-form";
import { CheckboxGroupField } from "../forms/checkbox-field";
import { FormGrid, HiddenField } from "../forms/form-layout";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";

type Policy = { factorRoles: string[]; idleMinutes: number; sessionHours: number; version: number };

/** How people sign in, for the whole system. */
export function SignInPolicyForm({ policy }: { policy: Policy }) {
  const t = useTranslations("auth.policy");
  const tu = useTranslations("users.role");
  const stale = [
    { name: "factorRoles", label: t("factorRoles") },
    { name: "idleMinutes", label: t("idleMinutes") },
    { name: "sessionHours", label: t("sessionHours") },
  ];
  return (
    <ActionForm action={changeSignInPolicy} doneMessage={t("saved")} stale={stale} label={t("title")}>
      <HiddenField name="version" value={policy.version} key={policy.version} />
      <CheckboxGroupField
        name="factorRoles"
        label={t("factorRoles")}
        hint={t("factorRolesHint")}
        options={roles.map((value) => ({ value, label: tu(value) }))}
        defaultValue={policy.factorRoles}
      />
      <FormGrid>
        <TextField
          name="idleMinutes"
          label={t("idleMinutes")}
          hint={t("idleMinutesHint")}
          inputMode="numeric"
          required
          defaultValue={policy.idleMinutes}
        />
        <TextField
          name="sessionHours"
          label={t("sessionHours")}
          hint={t("sessionHoursHint")}
          inputMode="numeric"
          required
          defaultValue={policy.sessionHours}
        />
      </FormGrid>
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
