"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { useRegistered } from "./form-context";

const grids = { 1: "", 2: "md:grid-cols-2", 3: "md:grid-cols-2 xl:grid-cols-3" };

export function FormGrid({ columns = 2, children }: { columns?: 1 | 2 | 3; children: ReactNode }) {
  return <div className={cn("grid items-start gap-x-6 gap-y-4", grids[columns])}>{children}</div>;
}

/** A sheet with its heading at the left on wide screens, so that long forms read like a paper. */
export function FormSection({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <section className="gap-8 rounded-md border border-line bg-surface p-5 shadow-card lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
      <header className="mb-4 lg:mb-0">
        <h2 className="font-semibold">{title}</h2>
        {hint && <p className="mt-1 text-xs leading-5 text-ink-3">{hint}</p>}
      </header>
      <div className="min-w-0 space-y-4">{children}</div>
    </section>
  );
}

/** The row of buttons, kept in sight at the window's lower edge while the form is long. */
export function FormActions({ cancelHref, children }: { cancelHref?: string; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-paper px-4 py-3 md:-mx-6 md:px-6">
      {cancelHref && (
        <Button href={cancelHref} variant="ghost">
          {t("cancel")}
        </Button>
      )}
      {children}
    </div>
  );
}

/** A value that travels along, such as id and version. */
export function HiddenField({ name, value }: { name: string; value: string | number | null | undefined }) {
  const [own, setOwn] = useState<{ over: typeof value; value: string } | null>(null);
  const shown = own && own.over === value ? own.value : (value ?? "");
  useRegistered(name, {
    label: name,
    id: "",
    set: (next) => setOwn({ over: value, value: String(next ?? "") }),
  });
  return <input type="hidden" name={name} value={shown} data-initial={value ?? ""} />;
}
