"use client";

import { useTranslations } from "next-intl";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/**
 * Follows the product's own links (ui/link) without loading the page anew. A gleam along the top edge while the next page is on its way. It stands in for loading.tsx: a page behind a loading
 * state has begun to answer before it knows whether it exists, so that what is not found would come with status 200.
 */
export function NavProgress() {
  const t = useTranslations("shell");
  const here = `${usePathname()}?${useSearchParams().toString()}`;
  const router = useRouter();
  const [leaving, setLeaving] = useState<string | null>(null);
  const shown = leaving === here;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.<HTMLAnchorElement>("a[data-go]");
      const other = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (!link || other || event.defaultPrevented) return;
      const stays = link.pathname === location.pathname && link.search === location.search;
      // To a place on this page the browser goes by itself.
      if (stays && link.hash !== "") return;
      event.preventDefault();
      router.push(link.pathname + link.search + link.hash, { scroll: link.dataset.go !== "stay" });
      if (stays) return;
      clearTimeout(timer);
      timer = setTimeout(() => setLeaving(here), 150);
    };
    document.addEventListener("click", start);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", start);
    };
  }, [here, router]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-0 z-30 h-0.75 overflow-hidden print:hidden"
    >
      {shown && (
        <>
          <span className="sr-only">{t("loadingPage")}</span>
          <span aria-hidden className="block h-full w-1/4 animate-passing bg-gilt" />
        </>
      )}
    </div>
  );
}
