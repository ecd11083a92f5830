"use client";

import { useRef } from "react";
import { useTranslations } from "next-intl";
import { Checkbox } from "../ui/checkbox";
import { describe, FieldNotes } from "../ui/field";
import { cn } from "../ui/cn";
import type { Option } from "../ui/select";
import { textOf } from "./field-values";
import { spanClass, useField, type FieldProps } from "./use-field";

type BoxProps = FieldProps & { defaultChecked?: boolean };

/** Posts "true" or "false": the hidden field before the box speaks while it is empty. */
export function CheckboxField({ name, label, hint, span, disabled, defaultChecked }: BoxProps) {
  const t = useTranslations("common");
  const box = useRef<HTMLInputElement>(null);
  const { id, error } = useField(name, label, {
    set: (value) => {
      if (box.current) box.current.checked = textOf(value) === "true";
    },
    show: (value) => (textOf(value) === "true" ? t("yes") : t("no")),
  });
  return (
    <div className={spanClass(span)}>
      <input
        type="hidden"
        name={name}
        value="false"
        disabled={disabled}
        data-initial={String(defaultChecked ?? false)}
      />
      <Checkbox
        ref={box}
        id={id}
        name={name}
        value="true"
        label={label}
        disabled={disabled}
        defaultChecked={defaultChecked}
        {...describe(id, { hint, error })}
      />
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

type GroupProps = FieldProps & {
  options: readonly (Option & { hint?: string })[];
  defaultValue?: readonly string[];
};

/** Several of a list, posted as `name[]`. */
export function CheckboxGroupField({
  name,
  label,
  hint,
  required,
  span,
  disabled,
  options,
  defaultValue = [],
}: GroupProps) {
  const boxes = useRef<HTMLFieldSetElement>(null);
  const { id, error } = useField(name, label, {
    list: true,
    set: (value) => {
      const chosen = textOf(value).split(",");
      for (const box of boxes.current?.querySelectorAll("input") ?? [])
        box.checked = chosen.includes(box.value);
    },
    show: (value) => {
      const chosen = textOf(value).split(",");
      return options.flatMap((option) => (chosen.includes(option.value) ? [option.label] : [])).join("、");
    },
  });
  return (
    <fieldset
      ref={boxes}
      id={id}
      tabIndex={-1}
      disabled={disabled}
      {...describe(id, { hint, error })}
      className={cn("min-w-0 space-y-1", spanClass(span))}
    >
      <legend className={cn("text-sm font-medium", required && "starred")}>{label}</legend>
      <div className="flex flex-wrap gap-x-5">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={`${name}[]`}
            value={option.value}
            label={option.label}
            disabled={option.disabled}
            defaultChecked={defaultValue.includes(option.value)}
          />
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
