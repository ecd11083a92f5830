"use client";

import { useFaultText } from "./use-fault-text";
import { fieldId, useForm, useRegistered, type Registered } from "./form-context";

export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** Takes the whole row of a FormGrid. */
  span?: "full";
  disabled?: boolean;
};

/** Ties a field to its form: an id, and the words of its fault. A list field also shows the faults of its entries. */
export function useField(name: string, label: string, more: Partial<Registered> & { list?: boolean } = {}) {
  const { list, ...registered } = more;
  const form = useForm();
  const say = useFaultText();
  const id = fieldId(form.id, name);
  useRegistered(name, { label, id, ...registered });
  const keys = Object.entries(form.faults).flatMap(([path, found]) =>
    path === name || (list && path.startsWith(`${name}.`)) ? found : [],
  );
  return {
    id,
    error: keys.length > 0 ? [...new Set(keys)].map((key) => say(key)).join(" ") : undefined,
    form,
  };
}

export function spanClass(span: FieldProps["span"]): string | undefined {
  return span === "full" ? "col-span-full" : undefined;
}
