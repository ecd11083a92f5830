import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

/** The page's own box, where the header has no room for one. */
export function SearchField({ q }: { q: string }) {
  const t = useTranslations("search");
  return (
    <form role="search" aria-label={t("title")} action="/search" className="flex gap-2 md:hidden">
      <Input
        type="search"
        name="q"
        aria-label={t("field")}
        defaultValue={q}
        maxLength={100}
        autoComplete="off"
      />
      <Button type="submit" variant="primary" icon={Search}>
        {t("submit")}
      </Button>
    </form>
  );
}
