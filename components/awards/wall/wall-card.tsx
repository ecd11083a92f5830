import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { PartialDateText } from "@/components/ui/partial-date";
import type { WallEntry, WallRecipient } from "@/lib/awards/wall/schema";
import { inLanguage, titleIn } from "../named";

/** More of them are folded away: an honor of three hundred is one card among others. */
const shownAtOnce = 6;

export function WallCard({ entry }: { entry: WallEntry }) {
  const t = useTranslations("wall");
  const locale = useLocale();
  const { recipients, prizeLevel, bodies } = entry;
  return (
    <li
      className={cn(
        "flex break-inside-avoid flex-col rounded-md border border-t-3 border-line bg-surface p-5 shadow-card",
        edges[entry.level.code] ?? "border-t-line-strong",
      )}
    >
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 text-base leading-6 font-semibold text-honor-dark">
          {titleIn(locale, entry)}
        </p>
        {prizeLevel && <Badge tone="gold">{inLanguage(locale, prizeLevel)}</Badge>}
        {entry.rank !== null && <Badge tone="gold">{t("rank", { rank: entry.rank })}</Badge>}
      </div>
      <div className="mt-3 flex-1 space-y-2">
        <Recipients recipients={recipients.slice(0, shownAtOnce)} />
        {recipients.length > shownAtOnce && (
          <details>
            <summary className="inline-flex min-h-6 items-center text-info underline underline-offset-3">
              {t("expand", { count: recipients.length })}
            </summary>
            <div className="mt-2 space-y-2">
              <Recipients recipients={recipients.slice(shownAtOnce)} />
            </div>
          </details>
        )}
      </div>
      <p className="mt-4 flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line pt-2 text-xs text-ink-3">
        <span className="text-ink-2 tabular-nums">
          <PartialDateText value={entry.awardDate} />
        </span>
        {bodies.length > 0 && (
          <span className="min-w-0">
            {t("granted", {
              body: bodies.map((body) => (locale === "en" && body.nameEn) || body.name).join(t("separator")),
            })}
          </span>
        )}
        {entry.past && (
          <span title={t("pastHint")} className="ml-auto">
            <Badge>{t("past")}</Badge>
          </span>
        )}
      </p>
    </li>
  );
}

/** Few stand each in a line of their own with their unit, the larger the fewer. */
function Recipients({ recipients }: { recipients: readonly WallRecipient[] }) {
  const t = useTranslations("wall");
  return recipients.map(({ name, unit, kind, members }, index) => (
    <div key={index} lang="zh-CN">
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <span
          className={cn(
            "font-serif font-bold text-ink",
            kind !== "employee"
              ? "text-lg leading-7"
              : recipients.length === 1
                ? "text-3xl leading-10"
                : "text-xl leading-7",
          )}
        >
          {name}
        </span>
        {unit && unit !== name && <span className="text-ink-2">{unit}</span>}
      </p>
      {members.length > 0 && (
        <p className="mt-0.5 text-ink-2">
          {t(kind === "achievement" ? "contributors" : "members", { names: members.join(t("separator")) })}
        </p>
      )}
    </div>
  ));
}

/** The highest levels are told at a glance. */
const edges: Record<string, string> = {
  international: "border-t-honor",
  national: "border-t-honor",
  provincial: "border-t-gilt",
  city: "border-t-gold-line",
};
