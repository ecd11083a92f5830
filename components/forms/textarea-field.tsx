"use client";

import type { ComponentProps } from "react";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";
import { spanClass, useField, type FieldProps } from "./use-field";

type Props = FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps | "id">;

export function TextareaField({ name, label, hint, required, span, disabled, ...textarea }: Props) {
  const { id, error } = useField(name, label);
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} className={spanClass(span)}>
      <Textarea {...textarea} name={name} disabled={disabled} />
    </Field>
  );
}
