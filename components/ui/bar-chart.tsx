import { useTranslations } from "next-intl";
import { cn } from "./cn";
import { Link } from "./link";
import { toneDot, toneFill, type Tone } from "./tone";

type Row = { label: string; href?: string; values: readonly number[] };
type Props = {
  title: string;
  rows: readonly Row[];
  series?: readonly { label: string; tone?: Tone }[];
  unit?: string;
};

const order: Tone[] = ["accent", "gold", "info", "success", "warning", "neutral"];

/**
 * Horizontal bars, stacked when there are several series. The bars are SVG with widths in percent: drawn on the server,
 * sharp at any size, no inline style. Each row is text and numbers too, in a table, so nothing depends on the picture.
 */
export function BarChart({ title, rows, series = [], unit }: Props) {
  const t = useTranslations("common");
  const tones = rows[0]?.values.map((_, index) => series[index]?.tone ?? order[index % order.length]!) ?? [];
  const most = Math.max(1, ...rows.map((row) => sum(row.values)));
  const stacked = series.length > 1;
  if (rows.length === 0) return <p className="py-8 text-center text-ink-3">{t("chart.nothing")}</p>;
  return (
    <figure>
      {stacked && (
        <ul aria-hidden className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
          {series.map((one, index) => (
            <li key={one.label} className="flex items-center gap-1.5">
              <span className={cn("size-2.5 rounded-xs", toneDot[tones[index]!])} />
              {one.label}
            </li>
          ))}
        </ul>
      )}
      <table className="w-full">
        <caption className="sr-only">{title}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("chart.item")}</th>
            <th scope="col">{series.length === 1 ? series[0]!.label : t("chart.value")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <th
                scope="row"
                className="w-px max-w-40 truncate py-1 pr-3 text-left font-normal whitespace-nowrap text-ink-2"
                title={row.label}
              >
                {row.href ? (
                  <Link href={row.href} className="hover:text-honor hover:underline">
                    {row.label}
                  </Link>
                ) : (
                  row.label
                )}
              </th>
              <td className="py-1">
                <span className="flex items-center gap-2">
                  <Bar values={row.values} most={most} tones={tones} names={series.map((one) => one.label)} />
                  <span className="w-14 shrink-0 tabular-nums">
                    {stacked && (
                      <span className="sr-only">
                        {series
                          .map((one, at) => `${one.label} ${row.values[at] ?? 0}`)
                          .join(t("listSeparator"))}{" "}
                        {t("chart.total")}{" "}
                      </span>
                    )}
                    {sum(row.values)}
                    {unit && <span className="ml-0.5 text-xs text-ink-3">{unit}</span>}
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Bar({
  values,
  most,
  tones,
  names,
}: {
  values: readonly number[];
  most: number;
  tones: Tone[];
  names: string[];
}) {
  const starts = values.map((_, index) => sum(values.slice(0, index)));
  return (
    <svg aria-hidden width="100%" height="14" className="min-w-0 flex-1 overflow-hidden rounded-xs bg-sunken">
      {values.map((value, index) => (
        <rect
          key={index}
          x={percent(starts[index]! / most)}
          width={percent(value / most)}
          height="14"
          className={toneFill[tones[index]!]}
        >
          {names[index] && <title>{`${names[index]} ${value}`}</title>}
        </rect>
      ))}
    </svg>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function percent(part: number): string {
  return `${Number((part * 100).toFixed(3))}%`;
}
