"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { registerCertificate } from "@/lib/certificates/actions";
import type { TargetOption } from "@/lib/certificates/queries";
import { ActionDialog } from "../forms/action-dialog";
import { SelectField } from "../forms/select-field";
import { Button } from "../ui/button";
import { CertificateFields } from "./certificate-fields";

type Props = {
  awardId: number;
  /** Makes a second press of the same window the same certificate. */
  formKey: string;
  targets: readonly Pick<TargetOption, "value" | "name" | "of">[];
};

export function RegisterButton({ awardId, formKey, targets }: Props) {
  const t = useTranslations("certificates");
  const options = targets.map(({ value, name, of }) => ({
    value,
    label:
      name === null
        ? t("target.award")
        : of === null
          ? t("target.recipient", { name })
          : t("target.member", { name, of }),
  }));
  return (
    <ActionDialog
      trigger={
        <Button size="sm" icon={Plus}>
          {t("register")}
        </Button>
      }
      title={t("registerTitle")}
      text={t("registerText")}
      action={registerCertificate}
      input={{ awardId, key: formKey }}
      confirmLabel={t("submit")}
      doneMessage={t("registered")}
      size="md"
    >
      <SelectField
        name="target"
        label={t("fields.target")}
        required
        options={options}
        // One winner is the award; of several each has their own.
        defaultValue={options[1]?.value ?? options[0]?.value}
        placeholder=""
      />
      <CertificateFields />
    </ActionDialog>
  );
}
