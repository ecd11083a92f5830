import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

type Props = Omit<ComponentProps<"input">, "type"> & { label?: ReactNode };

export function Checkbox({ label, className, ...props }: Props) {
  const box = (
    <input {...props} type="checkbox" className={cn("size-4 shrink-0 accent-honor", !label && className)} />
  );
  if (!label) return box;
  return (
    <label
      className={cn(
        "inline-flex min-h-8 items-center gap-2 max-md:min-h-11",
        props.disabled && "text-ink-3",
        className,
      )}
    >
      {box}
      <span>{label}</span>
    </label>
  );
}
