"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FormGrid } from "@/components/forms/form-layout";
import { PartialDateField } from "@/components/forms/partial-date-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { proposeReading } from "@/lib/employees/actions";
import type { EmployeeView } from "@/lib/employees/queries";
import { genders } from "@/lib/employees/schema";

/** Who somebody is. The reading follows the name until it is corrected by hand. */
export function IdentityFields({ employee }: { employee?: EmployeeView }) {
  const t = useTranslations("employees");
  const reading = useRef<HTMLInputElement>(null);
  const proposed = useRef(employee?.pinyin ?? "");

  async function propose(name: string) {
    const input = reading.current;
    if (!input || (input.value.trim() !== "" && input.value !== proposed.current)) return;
    const result = await proposeReading(name).catch(() => null);
    if (!result?.ok || (input.value.trim() !== "" && input.value !== proposed.current)) return;
    proposed.current = result.value.pinyin;
    input.value = result.value.pinyin;
  }

  return (
    <FormGrid>
      <TextField
        name="name"
        label={t("fields.name")}
        required
        maxLength={100}
        defaultValue={employee?.name}
        onBlur={(event) => {
          if (event.target.value.trim() !== (employee?.name ?? "")) void propose(event.target.value);
        }}
      />
      <TextField
        ref={reading}
        name="pinyin"
        label={t("fields.pinyin")}
        hint={t("pinyinHint")}
        maxLength={200}
        defaultValue={employee?.pinyin}
        spellCheck={false}
        autoCapitalize="off"
      />
      <SelectField
        name="gender"
        label={t("fields.gender")}
        defaultValue={employee?.gender}
        options={genders.map((value) => ({ value, label: t(`gender.${value}`) }))}
      />
      <PartialDateField name="birth" label={t("fields.birth")} defaultValue={employee?.birth} />
      <TextField
        name="formerNames"
        label={t("fields.formerNames")}
        hint={t("formerNamesHint")}
        maxLength={200}
        defaultValue={employee?.formerNames.join("、")}
      />
    </FormGrid>
  );
}
