import { CircleAlert, CircleCheck } from "lucide-react";
import type { Toast } from "./toaster";

/** Comes with the first of them (see Toaster). */
export default function ToastList({
  toasts,
  onHide,
}: {
  toasts: readonly Toast[];
  onHide: (id: number) => void;
}) {
  return toasts.map(({ id, tone, text, action }) => (
    <div
      key={id}
      className="flex w-80 max-w-[calc(100vw-2rem)] animate-appear items-center gap-2.5 rounded-md border border-line-strong bg-surface px-4 py-3 text-sm text-ink shadow-pop"
    >
      {tone === "success" && <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />}
      {tone === "error" && <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />}
      <span className="min-w-0 flex-1">{text}</span>
      {action && (
        <button
          type="button"
          className="pointer-events-auto font-medium underline underline-offset-3 hover:text-honor"
          onClick={() => {
            action.onClick();
            onHide(id);
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  ));
}
