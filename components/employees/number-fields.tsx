"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/forms/checkbox-field";
import { FormGrid, HiddenField } from "@/components/forms/form-layout";
import { TextField } from "@/components/forms/text-field";
import { Alert } from "@/components/ui/alert";
import type { IdentityView } from "@/lib/employees/identities/queries";

type Props = { last4?: string | null; identity?: IdentityView };

/** ID and phone number. What is kept of them never comes to the browser: an empty field leaves it as it is. */
export function NumberFields({ last4, identity }: Props) {
  const t = useTranslations("employees");
  const kept = (mask: string | null | undefined, hint: string) =>
    mask ? t("numberKeptHint", { mask }) : hint;
  return (
    <FormGrid>
      <TextField
        name="idNumber"
        label={t("fields.idNumber")}
        hint={kept(identity?.idNumber, t("idNumberHint"))}
        maxLength={18}
        spellCheck={false}
      />
      {identity?.idNumber ? (
        <HiddenField name="idNumberLast4" value={last4 ?? ""} />
      ) : (
        <TextField
          name="idNumberLast4"
          label={t("fields.idNumberLast4")}
          hint={t("idNumberLast4Hint")}
          maxLength={4}
          defaultValue={last4 ?? ""}
        />
      )}
      <TextField
        name="phone"
        label={t("fields.phone")}
        hint={kept(identity?.phone, t("phoneHint"))}
        inputMode="tel"
        maxLength={40}
      />
      {identity?.idNumber && <CheckboxField name="forgetIdNumber" label={t("forgetIdNumber")} />}
      {identity?.phone && <CheckboxField name="forgetPhone" label={t("forgetPhone")} />}
    </FormGrid>
  );
}

/** Birth or gender is not what the ID number says: the card is looked at before it is kept so. */
export function NumberDiffers() {
  const t = useTranslations("employees");
  return (
    <Alert tone="warning" title={t("documentCheckedTitle")}>
      <p className="mb-2">{t("documentCheckedText")}</p>
      <CheckboxField name="documentChecked" label={t("documentChecked")} />
    </Alert>
  );
}
