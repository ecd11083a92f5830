import { useLocale, useTranslations } from "next-intl";
import { byYear } from "@/lib/awards/wall/rules";
import type { WallEntry } from "@/lib/awards/wall/schema";
import { inLanguage } from "../named";
import { WallCard } from "./wall-card";

/** The hall: a tall heading for each year, in it the levels from the highest down. */
export function WallYears({ entries }: { entries: readonly WallEntry[] }) {
  const t = useTranslations("wall");
  const locale = useLocale();
  return byYear(entries).map(({ year, levels }) => (
    <section
      key={year}
      aria-labelledby={`year-${year}`}
      className="mt-8 lg:grid lg:grid-cols-[10.5rem_minmax(0,1fr)] lg:gap-x-6"
    >
      <h2
        id={`year-${year}`}
        className="font-serif text-xl leading-none font-bold whitespace-nowrap text-honor max-lg:mb-2 lg:sticky lg:top-4 lg:self-start"
      >
        {t.rich("yearHeading", {
          year: String(year),
          n: (chunks) => <span className="text-5xl tabular-nums lg:text-6xl">{chunks}</span>,
        })}
        <span aria-hidden className="mt-3 block h-0.75 w-16 bg-gilt" />
      </h2>
      <div className="min-w-0 space-y-6">
        {levels.map(({ level, entries }) => (
          <section key={level.code} aria-labelledby={`level-${year}-${level.code}`}>
            <h3
              id={`level-${year}-${level.code}`}
              className="mb-3 flex items-center gap-3 font-serif text-lg font-bold text-ink after:h-px after:flex-1 after:bg-gold-line"
            >
              {t("level", { level: inLanguage(locale, level) })}
            </h3>
            <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
              {entries.map((entry) => (
                <WallCard key={entry.id} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  ));
}
