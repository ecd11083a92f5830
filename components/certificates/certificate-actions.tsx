"use client";

import { useTranslations } from "next-intl";
import { changeCertificate, moveCertificate, reissueCertificate } from "@/lib/certificates/actions";
import type { CertificateView } from "@/lib/certificates/queries";
import { ActionDialog } from "../forms/action-dialog";
import { HiddenField } from "../forms/form-layout";
import { PartialDateField } from "../forms/partial-date-field";
import { SelectField } from "../forms/select-field";
import { TextareaField } from "../forms/textarea-field";
import { Button } from "../ui/button";
import { CertificateFields } from "./certificate-fields";

const compared = ["kind", "number", "holder", "issuedOn", "custody"] as const;

type Props = {
  certificate: CertificateView;
  /** What it is called, for who hears the buttons instead of seeing where they stand. */
  name: string;
  /** Makes a second press of the same window the same replacement. */
  formKey: string;
  today: string;
};

/** What the actor may do with a certificate; the return comes first where it has to come back. */
export function CertificateActions({ certificate, name, formKey, today }: Props) {
  const t = useTranslations("certificates");
  const { id, version, can, toRecall } = certificate;
  return (
    <>
      {toRecall && can.moves.includes("returned") && (
        <ActionDialog
          trigger={
            <Button size="sm" variant="primary" aria-label={t("returnOf", { name })}>
              {t("return")}
            </Button>
          }
          title={t("returnTitle")}
          text={t("returnText")}
          action={moveCertificate}
          input={{ id, version, to: "returned" }}
          confirmLabel={t("return")}
          doneMessage={t("moved")}
        >
          <DayAndNote today={today} />
        </ActionDialog>
      )}
      {can.reissue && (
        <ActionDialog
          trigger={
            <Button size="sm" variant="primary" aria-label={t("reissueOf", { name })}>
              {t("reissue")}
            </Button>
          }
          title={t("reissueTitle")}
          text={t("reissueText")}
          action={reissueCertificate}
          input={{ id, key: formKey }}
          confirmLabel={t("reissue")}
          doneMessage={t("reissued")}
          size="md"
        >
          <CertificateFields replaces />
        </ActionDialog>
      )}
      {can.moves.length > 0 && (
        <ActionDialog
          trigger={
            <Button size="sm" aria-label={t("moveOf", { name })}>
              {t("move")}
            </Button>
          }
          title={t("moveTitle")}
          text={t("moveText")}
          action={moveCertificate}
          input={{ id, version }}
          confirmLabel={t("submit")}
          doneMessage={t("moved")}
        >
          <SelectField
            name="to"
            label={t("fields.state")}
            required
            options={can.moves.map((value) => ({ value, label: t(`moves.${value}`) }))}
          />
          <DayAndNote today={today} hint={t("hints.note")} />
        </ActionDialog>
      )}
      {can.change && (
        <ActionDialog
          trigger={
            <Button size="sm" variant="ghost" aria-label={t("editOf", { name })}>
              {t("edit")}
            </Button>
          }
          title={t("editTitle")}
          action={changeCertificate}
          input={{ id }}
          confirmLabel={t("submit")}
          doneMessage={t("saved")}
          stale={compared.map((field) => ({ name: field, label: t(`fields.${field}`) }))}
          size="md"
        >
          <HiddenField name="version" value={version} />
          <CertificateFields values={certificate} />
        </ActionDialog>
      )}
    </>
  );
}

function DayAndNote({ today, hint }: { today: string; hint?: string }) {
  const t = useTranslations("certificates");
  return (
    <>
      <PartialDateField name="on" label={t("fields.on")} precision="day" required defaultValue={today} />
      <TextareaField name="note" label={t("fields.note")} hint={hint} maxLength={500} rows={2} />
    </>
  );
}
