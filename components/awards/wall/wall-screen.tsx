import { useLocale, useTranslations } from "next-intl";
import { listHref, type ListParams } from "@/components/lists/href";
import { Emblem } from "@/components/shell/emblem";
import { SkipLink } from "@/components/shell/skip-link";
import { PartialDateText } from "@/components/ui/partial-date";
import type { WallPage } from "@/lib/awards/wall/queries";
import type { WallEntry, WallFilter } from "@/lib/awards/wall/schema";
import { inLanguage, titleIn } from "../named";
import { ScreenTurner } from "./screen-turner";

/** As many honors as are read from across a hall. */
export const screenSize = 6;
const namesAtOnce = 4;

type Props = { params: ListParams; filter: WallFilter; page: WallPage };

/** The wall for a big screen: it turns its pages by itself, each read anew, and begins again behind the last. */
export function WallScreen({ params, filter, page: { entries, after, before } }: Props) {
  const t = useTranslations("wall");
  const to = (place: { after?: number; before?: number }) =>
    listHref("/wall", params, { mode: "screen", ...place });
  const first = entries[0];
  return (
    <div className="flex min-h-dvh flex-col bg-linear-to-b from-honor to-honor-dark text-white lg:h-dvh">
      <SkipLink />
      <header className="flex items-center gap-[1.5vw] px-[2.5vw] pt-[2.5vh] pb-[1.5vh]">
        <span className="shrink-0 rounded-full border-2 border-gilt bg-gold-tint p-[max(0.4rem,0.6vw)]">
          <Emblem className="size-[max(2rem,3.4vw)]" />
        </span>
        <h1 className="font-serif text-[max(1.75rem,3.4vw)] leading-none font-bold tracking-wide">
          {t("title")}
        </h1>
        {first && (
          <p className="ml-auto font-serif text-[max(1.5rem,3.4vw)] leading-none font-bold text-gold-line tabular-nums">
            {t("year", { year: String(first.year) })}
          </p>
        )}
      </header>
      <main id="main" tabIndex={-1} className="min-h-0 flex-1 px-[2.5vw] focus:outline-none">
        {entries.length === 0 ? (
          <p className="grid h-full place-items-center text-[max(1.25rem,2vw)]">{t("empty.first")}</p>
        ) : (
          <ul className="grid h-full gap-[max(0.75rem,1.2vw)] sm:grid-cols-2 lg:auto-rows-[minmax(0,1fr)] lg:grid-cols-3">
            {entries.map((entry) => (
              <ScreenCard key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </main>
      <ScreenTurner
        here={to({ after: filter.after, before: filter.before })}
        next={to(after === null ? {} : { after })}
        previous={before === null ? null : to({ before })}
        leave={listHref("/wall", params, { mode: null })}
        words={{
          pause: t("screen.pause"),
          resume: t("screen.resume"),
          previous: t("screen.previous"),
          next: t("screen.next"),
          full: t("screen.full"),
          leave: t("screen.leave"),
          paused: t("screen.paused"),
          held: t("screen.held"),
          keys: t("screen.keys"),
        }}
      />
    </div>
  );
}

function ScreenCard({ entry }: { entry: WallEntry }) {
  const t = useTranslations("wall");
  const locale = useLocale();
  const { recipients, prizeLevel } = entry;
  const shown = recipients.slice(0, namesAtOnce);
  const only = recipients.length === 1 ? recipients[0] : undefined;
  const isPerson = recipients.every(({ kind }) => kind === "employee");
  return (
    <li className="flex min-h-0 flex-col overflow-hidden rounded-lg border-t-4 border-gilt bg-gold-tint p-[1.4vw] text-ink max-lg:p-4">
      <p className="line-clamp-2 text-[max(1rem,1.35vw)] leading-snug font-semibold text-honor-dark">
        {titleIn(locale, entry)}
        {prizeLevel && <span className="text-gold"> · {inLanguage(locale, prizeLevel)}</span>}
        {entry.rank !== null && <span className="text-gold"> · {t("rank", { rank: entry.rank })}</span>}
      </p>
      <div lang="zh-CN" className="my-auto py-[1vh]">
        <p
          className={
            isPerson && shown.length === 1
              ? "font-serif text-[max(2rem,4.2vw)] leading-tight font-bold"
              : isPerson && shown.length === 2
                ? "font-serif text-[max(1.5rem,3vw)] leading-tight font-bold"
                : "line-clamp-3 font-serif text-[max(1.25rem,2.2vw)] leading-snug font-bold"
          }
        >
          {shown.map(({ name }) => name).join(t("separator"))}
          {recipients.length > shown.length && (
            <span className="text-[0.7em] font-normal"> {t("and", { count: recipients.length })}</span>
          )}
        </p>
        {only?.unit && only.unit !== only.name && (
          <p className="truncate text-[max(1rem,1.35vw)] leading-snug text-ink-2">{only.unit}</p>
        )}
        {only && only.members.length > 0 && (
          <p className="mt-[0.6vh] line-clamp-2 text-[max(1rem,1.35vw)] leading-snug">
            {t(only.kind === "achievement" ? "contributors" : "members", {
              names: only.members.join(t("separator")),
            })}
          </p>
        )}
      </div>
      <p className="flex gap-[1vw] text-[max(0.875rem,1.1vw)] leading-snug text-ink-2 tabular-nums">
        <span>{t("level", { level: inLanguage(locale, entry.level) })}</span>
        <span className="ml-auto">
          <PartialDateText value={entry.awardDate} />
        </span>
      </p>
    </li>
  );
}
