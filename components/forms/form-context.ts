"use client";

import { createContext, useContext, useEffect } from "react";

/** What a composite field tells its form; plain inputs need none of it. */
export type Registered = {
  label: string;
  id: string;
  /** Puts a value in, for "take theirs". */
  set?: (value: unknown) => void;
  /** A value in words. */
  show?: (value: unknown) => string;
  /** Not ready to be sent, such as a file on its way. */
  busy?: boolean;
};

export type FormContextValue = {
  id: string;
  pending: boolean;
  /** Message keys by field path; what was changed since the refusal is left out. */
  faults: Record<string, string[]>;
  register: (name: string, field: Registered) => () => void;
  /** Hides the fault of a field (and of the fields inside it) that was changed by other means than typing. */
  touch: (name: string) => void;
};

export const FormContext = createContext<FormContextValue>({
  id: "form",
  pending: false,
  faults: {},
  register: () => () => {},
  touch: () => {},
});

export function useForm(): FormContextValue {
  return useContext(FormContext);
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^\w-]+/g, "-")}`;
}

export function useRegistered(name: string, field: Registered) {
  const { register } = useForm();
  useEffect(() => register(name, field));
}
