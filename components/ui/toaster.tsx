"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { useLoaded } from "./use-loaded";

type Action = { label: string; onClick: () => void };
export type Toast = { id: number; tone?: "success" | "error"; text: string; action?: Action };

const load = () => import("./toast-list");
const ToastList = lazy(load);
const shownFor = 4_000;
const none: readonly Toast[] = [];
const listeners = new Set<() => void>();
let toasts = none;
let last = 0;

/** A short confirmation. What must not be missed belongs on the page, in an Alert. */
export const toast = Object.assign((text: string, more?: { action?: Action }) => show({ text, ...more }), {
  success: (text: string) => show({ tone: "success", text }),
  error: (text: string) => show({ tone: "error", text }),
});

/** Shows the last three confirmations, which let every click through to what they lie over. */
export function Toaster() {
  const t = useTranslations("common");
  useLoaded(load);
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <section
      aria-label={t("status")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-6 z-60 flex flex-col items-center gap-2 print:hidden"
    >
      {shown.length > 0 && (
        <Suspense>
          <ToastList toasts={shown} onHide={hide} />
        </Suspense>
      )}
    </section>
  );
}

function show(toast: Omit<Toast, "id">): void {
  const id = ++last;
  change([...toasts.slice(-2), { ...toast, id }]);
  setTimeout(() => hide(id), shownFor);
}

function hide(id: number): void {
  change(toasts.filter((one) => one.id !== id));
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
