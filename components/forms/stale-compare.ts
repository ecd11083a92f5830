import { readInitial, textOf, writeField } from "./field-values";
import type { Registered } from "./form-context";
import type { FormInput } from "./read-form";

export type StaleField = { name: string; label: string; format?: (value: unknown) => string };
export type StaleRow = StaleField & { theirs: unknown; mine: unknown; start: "theirs" | "mine" };

/**
 * Where the present row differs from what was sent. A field that was left as it had been loaded takes their value at
 * once; what was typed stays until its owner says otherwise. The form's version becomes the present one, so that saving
 * again is deliberate and works.
 */
export function compareStale(
  form: HTMLFormElement,
  fields: ReadonlyMap<string, Registered>,
  compare: readonly StaleField[],
  current: unknown,
  sent: FormInput,
): StaleRow[] {
  const now = (current ?? {}) as Record<string, unknown>;
  const rows = compare.flatMap((field): StaleRow[] => {
    const theirs = now[field.name];
    const mine = sent[field.name];
    if (theirs === undefined || textOf(theirs) === textOf(mine)) return [];
    return [
      { ...field, theirs, mine, start: readInitial(form, field.name) === textOf(mine) ? "theirs" : "mine" },
    ];
  });
  for (const row of rows) if (row.start === "theirs") writeField(form, fields, row.name, row.theirs);
  if (now.version !== undefined) writeField(form, fields, "version", now.version);
  return rows;
}
