import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "../ui/link";

/** The way to the search page on phones. */
export function SearchLink() {
  const t = useTranslations("shell.search");
  return (
    <Link
      href="/search"
      aria-label={t("open")}
      className="grid size-11 place-items-center rounded-sm text-ink-2 hover:bg-sunken md:hidden"
    >
      <Search aria-hidden className="size-4" />
    </Link>
  );
}
