import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";

/** Where the award stands among those that wait for the actor's check. */
export function ReviewBar({
  previous,
  next,
  total,
}: {
  previous: number | null;
  next: number | null;
  total: number;
}) {
  const t = useTranslations("awards.review");
  if (total === 0) return null;
  return (
    <nav aria-label={t("waiting", { count: total })} className="flex flex-wrap items-center gap-2">
      <span className="mr-auto text-ink-2">{t("waiting", { count: total })}</span>
      {previous !== null && (
        <Button size="sm" variant="ghost" icon={ChevronLeft} href={`/awards/${previous}`}>
          {t("previous")}
        </Button>
      )}
      {next !== null && (
        <Button size="sm" variant="ghost" icon={ChevronRight} href={`/awards/${next}`}>
          {t("next")}
        </Button>
      )}
    </nav>
  );
}
