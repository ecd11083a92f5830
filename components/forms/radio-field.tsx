"use client";

import { cn } from "../ui/cn";
import { describe, FieldNotes } from "../ui/field";
import { RadioGroup } from "../ui/radio-group";
import type { Option } from "../ui/select";
import { textOf } from "./field-values";
import { spanClass, useField, type FieldProps } from "./use-field";

type Props = FieldProps & {
  options: readonly (Option & { hint?: string })[];
  defaultValue?: string;
  onValue?: (value: string) => void;
};

export function RadioField({
  name,
  label,
  hint,
  required,
  span,
  disabled,
  options,
  defaultValue,
  onValue,
}: Props) {
  const { id, error } = useField(name, label, {
    show: (value) => options.find((option) => option.value === textOf(value))?.label ?? "",
  });
  return (
    <div id={id} tabIndex={-1} className={cn("min-w-0 space-y-1", spanClass(span))}>
      <p aria-hidden className={cn("text-sm font-medium", required && "starred")}>
        {label}
      </p>
      <RadioGroup
        name={name}
        legend={label}
        options={options}
        defaultValue={defaultValue}
        disabled={disabled}
        onValue={onValue}
        describedBy={describe(id, { hint, error })["aria-describedby"]}
      />
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
