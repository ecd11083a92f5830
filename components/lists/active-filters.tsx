import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "../ui/link";
import { listHref, type ListParams } from "./href";

type Filter = { key: string; label: string; value: string | undefined; keys?: readonly string[] };

/** What the list is narrowed by, each with its way out. `keys` are further parameters that go with it (from and to). */
export function ActiveFilters({
  params,
  path,
  filters,
}: {
  params: ListParams;
  path: string;
  filters: readonly Filter[];
}) {
  const t = useTranslations("common.list");
  const active = filters.filter((filter) => filter.value);
  if (active.length === 0) return null;
  const without = (some: readonly Filter[]) =>
    listHref(
      path,
      params,
      Object.fromEntries(
        some.flatMap((filter) => [filter.key, ...(filter.keys ?? [])]).map((key) => [key, null]),
      ),
    );
  return (
    <ul aria-label={t("activeFilters")} className="flex flex-wrap items-center gap-2 print:hidden">
      {active.map((filter) => (
        <li
          key={filter.key}
          className="inline-flex h-7 items-center rounded-sm border border-line-strong bg-surface pl-2 text-xs max-md:h-9"
        >
          <span className="text-ink-3">{filter.label}</span>
          <span className="ml-1.5 max-w-56 truncate font-medium">{filter.value}</span>
          <Link
            href={without([filter])}
            aria-label={t("removeFilter", { label: filter.label, value: filter.value! })}
            className="grid h-full w-7 place-items-center text-ink-3 hover:text-honor max-md:w-9"
          >
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Link
            href={without(active)}
            className="text-xs text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-honor"
          >
            {t("clearFilters")}
          </Link>
        </li>
      )}
    </ul>
  );
}
