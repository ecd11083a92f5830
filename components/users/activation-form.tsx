"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { issueActivations } from "@/lib/users/activations/actions";
import type { Slips } from "@/lib/users/activations/schema";
import { ActionForm } from "../forms/action-form";
import { EntityPicker } from "../forms/entity-picker";
import { SubmitButton } from "../forms/submit-button";
import { Card } from "../ui/card";
import { ActivationSlips } from "./activation-slips";

/** Whom slips are made for, and after it the slips, which are shown this once. */
export function ActivationForm({ site }: { site: string }) {
  const t = useTranslations("users.activations");
  const [made, setMade] = useState<Slips | null>(null);
  if (made) return <ActivationSlips {...made} site={site} />;
  return (
    <Card className="max-w-2xl">
      <ActionForm action={issueActivations} onDone={setMade} label={t("new")}>
        <p className="text-ink-2">{t("text")}</p>
        <EntityPicker
          name="unitId"
          label={t("unit")}
          hint={t("unitHint")}
          url="/organizations/search"
          params={{ open: "1", tree: "union" }}
        />
        <EntityPicker
          name="employees"
          label={t("employees")}
          hint={t("employeesHint")}
          url="/employees/search"
          multiple
        />
        <SubmitButton>{t("make")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
