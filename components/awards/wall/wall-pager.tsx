import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { listHref, type ListParams } from "@/components/lists/href";
import { Button } from "@/components/ui/button";

type Props = { params: ListParams; after: number | null; before: number | null };

/** From one page of the wall to the next: there is always a newer or an earlier one, and no number would help. */
export function WallPager({ params, after, before }: Props) {
  const t = useTranslations("wall");
  if (after === null && before === null) return null;
  return (
    <nav aria-label={t("pages")} className="mt-10 flex flex-wrap justify-center gap-3 print:hidden">
      {before !== null && (
        <Button size="lg" href={listHref("/wall", params, { before })} icon={ChevronLeft}>
          {t("newer")}
        </Button>
      )}
      {after !== null && (
        <Button size="lg" href={listHref("/wall", params, { after })}>
          {t("older")}
          <ChevronRight aria-hidden className="size-4" />
        </Button>
      )}
    </nav>
  );
}
