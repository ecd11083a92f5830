"use client";

import type { ComponentProps } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { spanClass, useField, type FieldProps } from "./use-field";

type Props = FieldProps & Omit<ComponentProps<"input">, keyof FieldProps | "id">;

/** Length is the server's to refuse: the browser's own limit would cut rare characters in half and pasted text in silence. */
export function TextField({ name, label, hint, required, span, disabled, maxLength: _, ...input }: Props) {
  const { id, error } = useField(name, label);
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} className={spanClass(span)}>
      <Input autoComplete="off" {...input} name={name} disabled={disabled} />
    </Field>
  );
}
