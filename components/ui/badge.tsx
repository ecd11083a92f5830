import type { ReactNode } from "react";
import { cn } from "./cn";
import { toneDot, toneTint, type Tone } from "./tone";

/** A state or kind in a word. With `dot` the word stays in ink and only the dot has colour: quieter in long tables. */
export function Badge({
  tone = "neutral",
  dot = false,
  children,
}: {
  tone?: Tone;
  dot?: boolean;
  children: ReactNode;
}) {
  if (dot) {
    return (
      <span className="inline-flex items-center gap-1.5 align-top whitespace-nowrap">
        <span aria-hidden className={cn("size-1.5 rounded-full", toneDot[tone])} />
        {children}
      </span>
    );
  }
  return (
    <span
      className={cn(
        "inline-flex items-center rounded-xs border px-1.5 align-top text-xs leading-5 whitespace-nowrap",
        toneTint[tone],
      )}
    >
      {children}
    </span>
  );
}
