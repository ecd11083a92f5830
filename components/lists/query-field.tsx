import type { ReactNode } from "react";
import { cn } from "../ui/cn";

/** A label above one control of a query bar. The label wraps its control, so ids need not be invented. */
export function QueryField({
  label,
  wide,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <label
      className={cn(
        "block min-w-0",
        wide ? "max-w-72 grow-2 basis-44 max-md:col-span-full" : "max-w-44 grow basis-26",
        "max-md:max-w-none",
      )}
    >
      <span className="mb-0.5 block text-xs leading-5 text-ink-2">{label}</span>
      {children}
    </label>
  );
}
