"use client";

import { useTranslations } from "next-intl";
import { changeRetention } from "@/lib/retention/actions";
import { type RetentionDays, retentionKeys, retentionLimits } from "@/lib/retention/schema";
import { ActionForm } from "../forms/action-form";
import { HiddenField } from "../forms/form-layout";
import { SubmitButton } from "../forms/submit-button";
import { TextField } from "../forms/text-field";

/** For how many days is kept what nobody needs for ever. */
export function RetentionForm({ retention }: { retention: RetentionDays & { version: number } }) {
  const t = useTranslations("retention");
  const label = (key: (typeof retentionKeys)[number]) => t("limit", { field: t(`fields.${key}`) });
  const stale = retentionKeys.map((name) => ({ name, label: label(name) }));
  return (
    <ActionForm action={changeRetention} doneMessage={t("saved")} stale={stale} label={t("title")}>
      <HiddenField name="version" value={retention.version} key={retention.version} />
      {retentionKeys.map((key) => {
        const [from, to] = retentionLimits[key];
        return (
          <TextField
            key={key}
            name={key}
            label={label(key)}
            hint={t(`hints.${key}`, { from, to })}
            inputMode="numeric"
            required
            defaultValue={retention[key]}
          />
        );
      })}
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
