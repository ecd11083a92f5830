import type { ReactNode } from "react";

/** One sentence and a way on, for what was not found or went wrong. */
export function FaultPage({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center px-6 py-20 text-center">
      <span
        aria-hidden
        className="mb-5 size-12 bg-contain opacity-60 grayscale"
        style={{ backgroundImage: "url(/emblem.svg)" }}
      />
      <h1 className="font-serif text-xl font-bold">{title}</h1>
      <div className="mt-2 space-y-1 text-ink-2">{children}</div>
      <div className="mt-6 flex gap-2">{actions}</div>
    </div>
  );
}
