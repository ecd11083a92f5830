"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";

export type Option = { value: string; label: string; disabled?: boolean };

type Props = Omit<ComponentProps<"select">, "multiple"> & {
  options?: readonly Option[];
  placeholder?: string;
};

/** The browser's own list, which every reader and phone knows, in our dress. The placeholder is the empty choice. */
export function Select({ options, placeholder, children, className, ...props }: Props) {
  return (
    <span className="select">
      <select {...props} className={cn("control", className)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
    </span>
  );
}
