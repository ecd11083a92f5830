"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { grantRole } from "@/lib/users/actions";
import { type GrantedRole, grantedRoles, roleTrees } from "@/lib/users/schema";
import { ActionForm } from "../forms/action-form";
import { EntityPicker } from "../forms/entity-picker";
import { FormGrid, HiddenField } from "../forms/form-layout";
import { SelectField } from "../forms/select-field";
import { SubmitButton } from "../forms/submit-button";

/** A role and, where it has one, its scope. After a grant the form begins anew. */
export function GrantForm({ userId }: { userId: number }) {
  const [turn, setTurn] = useState(0);
  return <OneGrant key={turn} userId={userId} onDone={() => setTurn(turn + 1)} />;
}

function OneGrant({ userId, onDone }: { userId: number; onDone: () => void }) {
  const t = useTranslations("users");
  const [role, setRole] = useState<GrantedRole | "">("");
  const trees = role === "" ? [] : roleTrees[role];
  const params: Record<string, string> = trees.length === 1 ? { open: "1", tree: trees[0] } : { open: "1" };
  return (
    <ActionForm action={grantRole} onDone={onDone} doneMessage={t("grant.done")} label={t("grant.title")}>
      <HiddenField name="userId" value={userId} />
      <FormGrid>
        <SelectField
          name="role"
          label={t("grant.role")}
          required
          options={grantedRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          hint={role === "" ? undefined : t(`roleHint.${role}`)}
          onValue={(value) => setRole(value as GrantedRole | "")}
        />
        {/* Another tree is another list: what was picked from the old one goes. */}
        {trees.length > 0 && (
          <EntityPicker
            key={trees.join()}
            name="organizationId"
            label={t("grant.unit")}
            url="/organizations/search"
            params={params}
            required
          />
        )}
      </FormGrid>
      <SubmitButton>{t("grant.submit")}</SubmitButton>
    </ActionForm>
  );
}
