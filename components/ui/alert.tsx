import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { cn } from "./cn";
import { toneTint } from "./tone";

type AlertTone = "info" | "success" | "warning" | "danger";
type Props = {
  tone?: AlertTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
  ref?: Ref<HTMLDivElement>;
  tabIndex?: number;
};

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

/** `live` has it read out when it appears; leave it off for what stands on the page from the start. */
export function Alert({ tone = "info", title, children, actions, live, ref, tabIndex }: Props) {
  const Icon = icons[tone];
  return (
    <div
      ref={ref}
      tabIndex={tabIndex}
      role={live ? "alert" : undefined}
      className={cn("flex gap-2.5 rounded-md border px-4 py-3", toneTint[tone])}
    >
      <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div className="min-w-0 flex-1 text-ink">
        {title && <p className={cn("font-semibold", children != null && "mb-0.5")}>{title}</p>}
        {children}
      </div>
      {actions && <div className="flex shrink-0 items-start gap-2">{actions}</div>}
    </div>
  );
}
