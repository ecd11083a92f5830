import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type Props = Omit<ComponentProps<"button">, "children"> & { icon: LucideIcon; label: string };

/** A square button of one picture; the label is its name for screen readers and its tooltip. */
export function IconButton({ icon: Icon, label, className, type = "button", ...props }: Props) {
  return (
    <button
      {...props}
      type={type}
      aria-label={label}
      title={label}
      className={cn(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-sm text-ink-2 transition-colors hover:bg-sunken hover:text-ink disabled:cursor-not-allowed disabled:opacity-40 max-md:size-11 print:hidden",
        className,
      )}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
