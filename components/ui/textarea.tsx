"use client";

import { useTranslations } from "next-intl";
import { useState, type ComponentProps } from "react";
import { lengthOf } from "@/lib/kernel/text";
import { cn } from "./cn";

/** Grows with its text; with maxLength it counts characters as people see them, and lets the server refuse what is over. */
export function Textarea({
  className,
  maxLength,
  rows = 4,
  onInput,
  defaultValue,
  ...props
}: ComponentProps<"textarea">) {
  const [count, setCount] = useState(() => lengthOf(String(defaultValue ?? "")));
  return (
    <div className="relative">
      <textarea
        {...props}
        rows={rows}
        defaultValue={defaultValue}
        onInput={(event) => {
          setCount(lengthOf(event.currentTarget.value));
          onInput?.(event);
        }}
        className={cn("field-sizing-content max-h-96 control resize-y", maxLength && "pb-6", className)}
      />
      {maxLength && <Counter count={count} max={maxLength} />}
    </div>
  );
}

function Counter({ count, max }: { count: number; max: number }) {
  const t = useTranslations("common");
  return (
    <span
      className={cn(
        "pointer-events-none absolute right-2.5 bottom-1.5 rounded-xs bg-surface px-1 text-xs tabular-nums",
        count > max ? "font-semibold text-danger" : "text-ink-3",
      )}
    >
      <span aria-hidden>{t("counter", { count, max })}</span>
      <span className="sr-only">{t("counterLabel", { count, max })}</span>
    </span>
  );
}
