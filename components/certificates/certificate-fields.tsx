"use client";

import { useTranslations } from "next-intl";
import type { CertificateView } from "@/lib/certificates/queries";
import { certificateKinds } from "@/lib/certificates/schema";
import { FormGrid } from "../forms/form-layout";
import { PartialDateField } from "../forms/partial-date-field";
import { SelectField } from "../forms/select-field";
import { TextField } from "../forms/text-field";

type Values = Pick<CertificateView, "kind" | "number" | "holder" | "issuedOn" | "custody">;

/** What is printed on a certificate, and where it is kept. A replacement is of the same kind and holder. */
export function CertificateFields({ values, replaces }: { values?: Values; replaces?: boolean }) {
  const t = useTranslations("certificates");
  return (
    <FormGrid>
      {!replaces && (
        <SelectField
          name="kind"
          label={t("fields.kind")}
          required
          options={certificateKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          defaultValue={values?.kind ?? "certificate"}
          placeholder=""
        />
      )}
      <TextField
        name="number"
        label={t("fields.number")}
        hint={t("hints.number")}
        defaultValue={values?.number ?? ""}
      />
      {!replaces && (
        <TextField
          name="holder"
          label={t("fields.holder")}
          hint={values ? undefined : t("hints.holder")}
          required={values !== undefined}
          defaultValue={values?.holder ?? ""}
          span="full"
        />
      )}
      <PartialDateField name="issuedOn" label={t("fields.issuedOn")} defaultValue={values?.issuedOn ?? ""} />
      <TextField
        name="custody"
        label={t("fields.custody")}
        hint={t("hints.custody")}
        defaultValue={values?.custody ?? ""}
      />
    </FormGrid>
  );
}
