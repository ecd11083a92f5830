"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "../ui/cn";
import { activeItem, navItems, type NavKey } from "./nav-items";

type Props = { items: readonly NavKey[]; counts?: Partial<Record<NavKey, number>>; onNavigate?: () => void };

/** The groups of the left side. `counts` marks what waits for the person. */
export function NavList({ items, counts = {}, onNavigate }: Props) {
  const t = useTranslations("shell");
  const active = activeItem(usePathname(), items);
  const shown = navItems.filter((item) => items.includes(item.key));
  const groups = [...new Set(shown.map((item) => item.group))];
  return (
    <nav aria-label={t("mainNav")}>
      {groups.map((group) => (
        <div key={group ?? "top"} className="mb-3">
          {group && <h2 className="mb-0.5 px-3 text-xs leading-6 text-ink-3">{t(`groups.${group}`)}</h2>}
          <ul>
            {shown
              .filter((item) => item.group === group)
              .map(({ key, href, icon: Icon }) => (
                <li key={key}>
                  <Link
                    href={href}
                    prefetch={false}
                    aria-current={active === key ? "page" : undefined}
                    onClick={onNavigate}
                    className={cn(
                      "flex min-h-8.5 items-center gap-2.5 rounded-sm px-3 transition-colors max-lg:min-h-11",
                      active === key
                        ? "bg-honor-tint font-semibold text-honor-dark"
                        : "text-ink-2 hover:bg-sunken hover:text-ink",
                    )}
                  >
                    <Icon
                      aria-hidden
                      className={cn("size-4 shrink-0", active === key ? "text-honor" : "text-ink-3")}
                    />
                    <span className="flex-1">{t(`nav.${key}`)}</span>
                    {counts[key] ? (
                      <span className="rounded-lg bg-honor px-1.5 text-xs leading-4.5 font-normal text-white tabular-nums">
                        {counts[key]}
                      </span>
                    ) : null}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
