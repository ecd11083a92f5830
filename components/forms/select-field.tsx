"use client";

import { useTranslations } from "next-intl";
import { Field } from "../ui/field";
import { Select, type Option } from "../ui/select";
import { textOf } from "./field-values";
import { spanClass, useField, type FieldProps } from "./use-field";

type Props = FieldProps & {
  options: readonly Option[];
  placeholder?: string;
  defaultValue?: string | number | null;
  onValue?: (value: string) => void;
};

/** A placeholder of "" leaves the empty choice out. */
export function SelectField({
  name,
  label,
  hint,
  required,
  span,
  disabled,
  options,
  placeholder,
  defaultValue,
  onValue,
}: Props) {
  const t = useTranslations("common");
  const { id, error } = useField(name, label, {
    show: (value) => options.find((option) => option.value === textOf(value))?.label ?? "",
  });
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} className={spanClass(span)}>
      <Select
        name={name}
        disabled={disabled}
        options={options}
        placeholder={placeholder === "" ? undefined : (placeholder ?? t("choose"))}
        defaultValue={defaultValue ?? ""}
        onChange={onValue && ((event) => onValue(event.target.value))}
      />
    </Field>
  );
}
