"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { registerTreatment } from "@/lib/treatments/actions";
import { ActionDialog } from "../forms/action-dialog";
import { Button } from "../ui/button";
import { TreatmentFields, type TreatmentChoices } from "./treatment-fields";

type Props = TreatmentChoices & {
  awardId: number;
  /** Makes a second sending of the same form the same treatment. */
  formKey: string;
};

export function RegisterTreatment({ awardId, formKey, ...choices }: Props) {
  const t = useTranslations("treatments");
  return (
    <ActionDialog
      trigger={
        <Button size="sm" icon={Plus}>
          {t("register")}
        </Button>
      }
      title={t("register")}
      text={t("registerText")}
      size="lg"
      action={registerTreatment}
      input={{ awardId, key: formKey }}
      confirmLabel={t("register")}
      doneMessage={t("registered")}
    >
      <TreatmentFields {...choices} />
    </ActionDialog>
  );
}
