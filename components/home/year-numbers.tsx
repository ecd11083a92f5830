import { useLocale, useTranslations } from "next-intl";
import type { YearNumbers as Numbers } from "@/lib/reports/queries";
import { BarChart } from "../ui/bar-chart";
import { Card } from "../ui/card";
import { cn } from "../ui/cn";
import { Link } from "../ui/link";

type Props = { numbers: Numbers; year: number; years: readonly number[] };

/** A year's effective awards by level and by unit; every bar leads to the list that it counts. */
export function YearNumbers({ numbers, year, years }: Props) {
  const t = useTranslations("home.numbers");
  const locale = useLocale();
  const list = `/awards?year=${year}&state=effective`;
  return (
    <Card
      title={t("title", { year })}
      hint={t("total", { count: numbers.total, previous: numbers.previous })}
      actions={<Years year={year} years={years} />}
    >
      {numbers.total === 0 ? (
        <p className="py-6 text-center text-ink-3">{t("none", { year })}</p>
      ) : (
        <div className="grid grid-cols-1 gap-x-8 gap-y-5 lg:grid-cols-2">
          <div>
            <h3 className="mb-2 text-ink-2">{t("byLevel")}</h3>
            <BarChart
              title={t("byLevel")}
              rows={numbers.byLevel.map((level) => ({
                label: locale === "en" ? level.en : level.zh,
                href: `${list}&level=${level.code}`,
                values: [level.count],
              }))}
            />
          </div>
          <div>
            <h3 className="mb-2 text-ink-2">
              {t("byUnit")} <span className="text-xs text-ink-3">{t("byUnitHint")}</span>
            </h3>
            <BarChart
              title={t("byUnit")}
              series={[{ label: t("byUnit"), tone: "gold" }]}
              rows={numbers.byUnit.map((unit) => ({
                label: unit.name,
                href: `${list}&unit=${unit.id}`,
                values: [unit.count],
              }))}
            />
          </div>
        </div>
      )}
    </Card>
  );
}

function Years({ year, years }: { year: number; years: readonly number[] }) {
  const t = useTranslations("home.numbers");
  return (
    <nav aria-label={t("years")}>
      <ul className="flex flex-wrap gap-0.5 text-xs tabular-nums">
        {years.map((one) => (
          <li key={one}>
            <Link
              href={`/?year=${one}`}
              scroll={false}
              aria-current={one === year ? "true" : undefined}
              className={cn(
                "inline-flex h-7 items-center rounded-sm px-1.5 max-md:h-9 max-md:px-2",
                one === year
                  ? "bg-honor-tint font-semibold text-honor"
                  : "text-ink-2 hover:bg-sunken hover:text-ink",
              )}
            >
              {t("year", { year: one })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
