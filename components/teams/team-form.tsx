"use client";

import { useTranslations } from "next-intl";
import { MemberRows } from "@/components/employees/member-rows";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormGrid, FormSection, HiddenField } from "@/components/forms/form-layout";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { ServedUnitPicker } from "@/components/organizations/served-unit-picker";
import { changeTeam, createTeam } from "@/lib/teams/actions";
import type { TeamForm as Values } from "@/lib/teams/queries";
import { membersMax, teamKinds } from "@/lib/teams/schema";

/** A new team has a key, a present one its values. */
export function TeamForm({ team, formKey }: { team?: Values; formKey?: string }) {
  const t = useTranslations("teams");
  const tc = useTranslations("common");
  const stale = (["name", "kind", "unitId", "members"] as const).map((name) => ({
    name,
    label: t(`fields.${name}`),
  }));
  return (
    <ActionForm
      action={team ? changeTeam : createTeam}
      doneHref="/teams/{id}"
      doneMessage={t(team ? "saved" : "created")}
      stale={stale}
      label={t(team ? "edit" : "new")}
    >
      {formKey && <HiddenField name="key" value={formKey} />}
      {team && <HiddenField name="id" value={team.id} />}
      {team && <HiddenField name="version" value={team.version} />}
      <FormSection title={t("sections.facts")}>
        <FormGrid>
          <TextField
            name="name"
            label={t("fields.name")}
            required
            maxLength={200}
            defaultValue={team?.name}
            span="full"
          />
          <ServedUnitPicker
            name="unitId"
            label={t("fields.unit")}
            required
            hint={t("unitHint")}
            defaultItems={team ? [team.unitId] : []}
          />
          <SelectField
            name="kind"
            label={t("fields.kind")}
            required
            options={teamKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            defaultValue={team?.kind}
          />
        </FormGrid>
      </FormSection>
      <FormSection title={t("sections.members")} hint={t("sections.membersHint")}>
        <MemberRows name="members" namespace="teams" rows={team?.members ?? []} max={membersMax} />
      </FormSection>
      <FormActions cancelHref={team ? `/teams/${team.id}` : "/teams"}>
        <SubmitButton>{tc("save")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
