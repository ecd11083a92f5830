"use client";

import { useId, type ComponentProps } from "react";
import { TextField } from "@/components/forms/text-field";

/** Free text with the usual words at hand: what is in older papers is written as it stands there. */
export function SuggestedField({
  suggestions,
  ...field
}: ComponentProps<typeof TextField> & { suggestions: readonly string[] }) {
  const id = useId();
  return (
    <>
      <TextField {...field} list={id} />
      <datalist id={id}>
        {suggestions.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </>
  );
}
