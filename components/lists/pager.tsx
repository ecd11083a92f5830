import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Page, pageSizes, pageWindow } from "@/lib/kernel/page";
import { Link } from "../ui/link";
import { listHref, type ListParams } from "./href";
import { PageJump } from "./page-jump";
import { PageSize } from "./page-size";

type Props = Omit<Page<unknown>, "rows"> & { params: ListParams; path: string };

export function Pager({ total, page, size, params, path, over, unnumbered, after, before }: Props) {
  const t = useTranslations("common.list");
  const view = pageWindow(page, size, total);
  const current = unnumbered ? view.pages + 1 : view.page;
  const to = (number: number) => listHref(path, params, { page: number });
  const next = after ? listHref(path, params, { after }) : current < view.pages && to(current + 1);
  const previous = before ? listHref(path, params, { before }) : current > 1 && to(current - 1);
  return (
    <nav
      aria-label={t("pages")}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-2 print:hidden"
    >
      <p className="tabular-nums">
        <span className="font-medium text-ink">
          {t(over ? "over" : "total", { total: grouped(view.total) })}
        </span>
        {view.total > 0 && (
          <span className="ml-3 text-ink-3">
            {unnumbered
              ? t("beyond", { total: grouped(view.total) })
              : t("range", { from: grouped(view.from), to: grouped(view.to) })}
          </span>
        )}
      </p>
      <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2">
        {view.total > 0 && (
          <PageSize
            label={t("pageSize")}
            size={view.size}
            choices={pageSizes.map((one) => ({
              size: one,
              href: listHref(path, params, { size: one }),
              label: t("pageSizeOption", { size: one }),
            }))}
          />
        )}
        {view.pages > 1 && (
          <ul className="steps">
            <Step href={previous || undefined} label={t("previous")}>
              <ChevronLeft aria-hidden className="size-4" />
            </Step>
            {pagesShown(Math.min(current, view.pages), view.pages).map((number, index) =>
              number === null ? (
                <li key={`gap${index}`} aria-hidden>
                  …
                </li>
              ) : (
                <Step
                  key={number}
                  href={to(number)}
                  label={t("page", { page: number })}
                  current={number === current}
                >
                  {number}
                </Step>
              ),
            )}
            <Step href={next || undefined} label={t("next")}>
              <ChevronRight aria-hidden className="size-4" />
            </Step>
          </ul>
        )}
        {view.pages > 7 && <PageJump path={path} params={params} pages={view.pages} />}
      </div>
    </nav>
  );
}

function Step({
  href,
  label,
  current,
  children,
}: {
  href?: string;
  label: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <li>
      {href && !current ? (
        <Link href={href} aria-label={label}>
          {children}
        </Link>
      ) : (
        <span
          role={current ? undefined : "img"}
          aria-label={current ? undefined : label}
          aria-current={current ? "page" : undefined}
        >
          {children}
        </span>
      )}
    </li>
  );
}

/** In the way of both languages. Of a message it would be asked anew for every page, and that costs more than the rest of it. */
function grouped(number: number): string {
  return number.toLocaleString("en");
}

/** First, last, and two around the present one; null is a gap. */
function pagesShown(page: number, pages: number): (number | null)[] {
  const wanted = [
    ...new Set([1, pages, page, page - 1, page + 1, page <= 2 ? 3 : 1, page >= pages - 1 ? pages - 2 : 1]),
  ]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b);
  return wanted.flatMap((number, index) => {
    const gap = number - (wanted[index - 1] ?? 0) - 1;
    return gap <= 0 ? [number] : gap === 1 ? [number - 1, number] : [null, number];
  });
}
