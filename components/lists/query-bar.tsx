"use client";

import { ChevronDown, RotateCcw, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useState, useTransition, type ReactNode, type SubmitEvent } from "react";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { listHref, type ListParams } from "./href";

type Props = {
  path: string;
  params: ListParams;
  /** Parameters that are no fields here but travel along: the unit, the sort, the page size. */
  keep?: readonly string[];
  children: ReactNode;
  more?: ReactNode;
  moreOpen?: boolean;
  actions?: ReactNode;
};

/** A GET form: the address is the state. Empty fields stay out of it, and every query begins at page 1. */
export function QueryBar({
  path,
  params,
  keep = ["unit", "sort", "size"],
  children,
  more,
  moreOpen = false,
  actions,
}: Props) {
  const t = useTranslations("common.list");
  const router = useRouter();
  const [pending, start] = useTransition();
  const [open, setOpen] = useState(moreOpen);
  const moreId = useId();
  const kept = keep.flatMap((key) => [params[key] ?? []].flat().map((value) => [key, value] as const));

  function query(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const changes: Record<string, string[]> = {};
    for (const [key, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string") (changes[key] ??= []).push(value.trim());
    }
    start(() => router.push(listHref(path, {}, changes)));
  }

  return (
    <form
      key={JSON.stringify(params)}
      role="search"
      aria-label={t("queryBar")}
      action={path}
      onSubmit={query}
      className="rounded-md border border-line bg-surface px-4 py-3 shadow-card print:hidden"
    >
      {kept.map(([key, value], index) => (
        <input key={index} type="hidden" name={key} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2.5">
        <Fields>{children}</Fields>
        <div className="ml-auto flex flex-wrap items-center gap-2 max-md:basis-full max-md:*:grow">
          {more && (
            <Button
              variant="ghost"
              aria-expanded={open}
              aria-controls={moreId}
              onClick={() => setOpen(!open)}
              className="px-2!"
            >
              {open ? t("fewerFilters") : t("moreFilters")}
              <ChevronDown aria-hidden className={cn("size-4 transition-transform", open && "rotate-180")} />
            </Button>
          )}
          <Button href={listHref(path, { size: params.size })} icon={RotateCcw}>
            {t("reset")}
          </Button>
          <Button type="submit" variant="primary" icon={Search} pending={pending}>
            {t("query")}
          </Button>
          {actions}
        </div>
      </div>
      {more && (
        <div id={moreId} hidden={!open} className="mt-3 border-t border-line pt-3">
          <div className="flex flex-wrap items-end gap-x-4 gap-y-2.5">
            <Fields>{more}</Fields>
          </div>
        </div>
      )}
    </form>
  );
}

function Fields({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-1 flex-wrap gap-x-3 gap-y-2.5 max-md:grid max-md:basis-full max-md:grid-cols-2">
      {children}
    </div>
  );
}
