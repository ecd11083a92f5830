"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useTransition, type SubmitEvent } from "react";
import { Input } from "../ui/input";

const path = "/search";

/** The one search box, in the header; the key "/" leads to it from anywhere but a field. On phones a link to the page, which has its own. */
export function SearchBox() {
  const t = useTranslations("shell.search");
  const router = useRouter();
  const [pending, start] = useTransition();
  const here = usePathname() === path;
  const asked = useSearchParams().get("q");
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target as HTMLElement | null;
      if (target?.closest("input, textarea, select, [contenteditable], [role=dialog]")) return;
      if (!box.current?.checkVisibility()) return;
      event.preventDefault();
      box.current.select();
      box.current.focus();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  function search(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get("q") ?? "").trim();
    if (q !== "") start(() => router.push(`${path}?${new URLSearchParams({ q }).toString()}`));
  }

  const value = here ? (asked ?? "") : "";
  return (
    <form
      key={value}
      role="search"
      aria-label={t("label")}
      aria-busy={pending}
      action={path}
      onSubmit={search}
      className="relative hidden w-72 max-w-[30vw] md:block"
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 size-4 -translate-y-1/2 text-ink-3"
      />
      <Input
        ref={box}
        type="search"
        name="q"
        aria-label={t("field")}
        aria-keyshortcuts="/"
        placeholder={t("placeholder")}
        defaultValue={value}
        maxLength={100}
        autoComplete="off"
        className="pl-8"
      />
    </form>
  );
}
