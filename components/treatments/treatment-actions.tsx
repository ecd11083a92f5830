"use client";

import { CircleStop, Pencil, RotateCcw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { changeTreatment, resumeTreatment, stopTreatment } from "@/lib/treatments/actions";
import type { TreatmentView } from "@/lib/treatments/queries";
import { inLanguage } from "../awards/named";
import { ActionDialog } from "../forms/action-dialog";
import { HiddenField } from "../forms/form-layout";
import { PartialDateField } from "../forms/partial-date-field";
import { Button } from "../ui/button";
import { TreatmentFields, type TreatmentChoices } from "./treatment-fields";

const compared = [
  ...(["employeeId", "kindCode", "amount", "period", "validFrom"] as const),
  ...(["validTo", "payer", "basis", "note"] as const),
] as const;

type Props = TreatmentChoices & {
  treatment: TreatmentView;
  /** Beside the rows of a list. */
  small?: boolean;
};

/** What its keepers do with a treatment. Each names whose it is, for there may be several on the page. */
export function TreatmentActions({ treatment, small = false, ...choices }: Props) {
  const t = useTranslations("treatments");
  const locale = useLocale();
  const { id, version } = treatment;
  const whose = { name: treatment.person.name, kind: inLanguage(locale, treatment.kind) };
  const look = small ? ({ size: "sm", variant: "ghost" } as const) : {};
  return (
    <div className="flex flex-wrap gap-2">
      <ActionDialog
        trigger={
          <Button {...look} icon={Pencil} aria-label={t("changeOf", whose)}>
            {t("change")}
          </Button>
        }
        title={t("changeTitle")}
        size="lg"
        action={changeTreatment}
        input={{ id }}
        stale={compared.map((name) => ({ name, label: t(`fields.${name}`) }))}
        confirmLabel={t("change")}
        doneMessage={t("changed")}
      >
        <HiddenField name="version" value={version} />
        <TreatmentFields {...choices} treatment={treatment} />
      </ActionDialog>
      {treatment.stop ? (
        <ActionDialog
          trigger={
            <Button {...look} icon={RotateCcw} aria-label={t("resumeOf", whose)}>
              {t("resume")}
            </Button>
          }
          title={t("resumeTitle")}
          text={t("resumeText")}
          action={resumeTreatment}
          input={{ id, version }}
          reason={{ label: t("resumeReason"), required: true }}
          confirmLabel={t("resume")}
          doneMessage={t("resumed")}
        />
      ) : (
        <ActionDialog
          trigger={
            <Button {...look} icon={CircleStop} aria-label={t("stopOf", whose)}>
              {t("stop")}
            </Button>
          }
          title={t("stopTitle")}
          text={t("stopText")}
          action={stopTreatment}
          input={{ id, version }}
          reason={{ label: t("stopReason"), required: true }}
          confirmLabel={t("stop")}
          doneMessage={t("stopped")}
          danger
        >
          <PartialDateField
            name="stoppedFrom"
            label={t("stopFrom")}
            hint={t("stopFromHint")}
            precision="day"
            required
          />
        </ActionDialog>
      )}
    </div>
  );
}
