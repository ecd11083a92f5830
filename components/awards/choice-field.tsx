"use client";

import { useTranslations } from "next-intl";
import { textOf } from "../forms/field-values";
import { spanClass, useField, type FieldProps } from "../forms/use-field";
import { Field } from "../ui/field";
import { Select, type Option } from "../ui/select";

type Props = FieldProps & {
  options: readonly Option[];
  value: string;
  initial?: string;
  onValue: (value: string) => void;
};

/** A select whose options depend on another field: the value waits until they are there. */
export function ChoiceField({
  name,
  label,
  hint,
  required,
  span,
  disabled,
  options,
  value,
  initial = "",
  onValue,
}: Props) {
  const t = useTranslations("common");
  const { id, error, form } = useField(name, label, {
    set: (next) => onValue(textOf(next)),
    show: (next) => options.find((option) => option.value === textOf(next))?.label ?? textOf(next),
  });
  const shown = options.some((option) => option.value === value) ? value : "";
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} className={spanClass(span)}>
      <Select
        name={name}
        data-initial={initial}
        disabled={disabled}
        options={options}
        placeholder={t("choose")}
        value={shown}
        onChange={(event) => {
          onValue(event.target.value);
          form.touch(name);
        }}
      />
    </Field>
  );
}
