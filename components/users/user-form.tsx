"use client";

import { useTranslations } from "next-intl";
import { changeUser, createUser } from "@/lib/users/actions";
import type { NewAccount } from "@/lib/users/schema";
import { ActionForm } from "../forms/action-form";
import { EntityPicker, type PickerItem } from "../forms/entity-picker";
import { FormActions, FormSection, HiddenField } from "../forms/form-layout";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";

type Account = { id: number; version: number; username: string; name: string; employee: PickerItem | null };

/** A new account, or one that is changed. */
export function UserForm({ user, onMade }: { user?: Account; onMade?: (made: NewAccount) => void }) {
  const t = useTranslations("users");
  const tc = useTranslations("common");
  const fields = (
    <>
      <FormSection title={t("basics")}>
        <EntityPicker
          name="employeeId"
          label={t("employee")}
          url="/employees/search"
          hint={t("employeeHint")}
          defaultItems={[user?.employee]}
        />
        <TextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          maxLength={100}
          defaultValue={user?.name}
        />
        <TextField
          name="username"
          label={t("username")}
          hint={t("usernameHint")}
          required
          maxLength={64}
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={user?.username}
        />
      </FormSection>
      <FormActions cancelHref={user ? `/settings/users/${user.id}` : "/settings/users"}>
        <SubmitButton>{user ? tc("save") : t("create")}</SubmitButton>
      </FormActions>
    </>
  );
  if (!user)
    return (
      <ActionForm<NewAccount> action={createUser} onDone={onMade} label={t("new")}>
        {fields}
      </ActionForm>
    );
  const stale = [
    { name: "employeeId", label: t("employee") },
    { name: "name", label: t("name") },
    { name: "username", label: t("username") },
  ];
  return (
    <ActionForm
      action={changeUser}
      doneHref="/settings/users/{id}"
      doneMessage={t("saved")}
      stale={stale}
      label={t("edit")}
    >
      <HiddenField name="id" value={user.id} />
      <HiddenField name="version" value={user.version} />
      {fields}
    </ActionForm>
  );
}
