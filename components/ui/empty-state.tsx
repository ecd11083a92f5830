import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: LucideIcon; title: ReactNode; text?: ReactNode; action?: ReactNode };

export function EmptyState({ icon: Icon, title, text, action }: Props) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <span className="mb-3 grid size-12 place-items-center rounded-full bg-sunken text-ink-3">
        <Icon aria-hidden strokeWidth={1.5} className="size-6" />
      </span>
      <p className="font-semibold">{title}</p>
      {text && <p className="mt-1 max-w-md text-ink-2">{text}</p>}
      {action && <div className="mt-4 flex gap-2">{action}</div>}
    </div>
  );
}
