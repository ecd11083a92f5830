import { Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way to the search page on phones. */
export function SearchLink() {
  const t = useTranslations("shell.search");
  return (
    <Link
      href="/search"
      prefetch={false}
      aria-label={t("open")}
      className="grid size-11 place-items-center rounded-sm text-ink-2 hover:bg-sunken md:hidden"
    >
      <Search aria-hidden className="size-4" />
    </Link>
  );
}
