"use client";

import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { Link } from "../ui/link";
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
              .map(({ key, href }) => (
                <li key={key}>
                  <Link
                    href={href}
                    aria-current={active === key ? "page" : undefined}
                    onClick={onNavigate}
                    className="nav-link"
                  >
                    <i aria-hidden className={`nav-${key}`} />
                    <span>{t(`nav.${key}`)}</span>
                    {counts[key] ? (
                      <b className="rounded-lg bg-honor px-1.5 text-xs leading-4.5 font-normal text-white tabular-nums">
                        {counts[key]}
                      </b>
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
