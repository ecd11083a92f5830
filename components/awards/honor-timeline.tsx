import { Medal } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Honor } from "@/lib/awards/holders/queries";
import { placeText } from "@/lib/awards/rules";
import { formatPartialDate } from "@/lib/kernel/partial-date";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { TextLink } from "../ui/text-link";
import { Timeline } from "../ui/timeline";
import type { Tone } from "../ui/tone";
import { AwardStateBadge } from "./award-state-badge";
import { inLanguage, titleIn } from "./named";

type Props = { honors: readonly Honor[]; linked?: boolean; action?: (honor: Honor) => ReactNode };

/** A person's, team's or unit's honors by year, the newest first. `linked` leads to the ledger, for who may read it. */
export function HonorTimeline({ honors, linked = false, action }: Props) {
  const t = useTranslations("awards");
  const locale = useLocale();
  if (honors.length === 0) return <EmptyState icon={Medal} title={t("timeline.none")} />;
  return (
    <div role="region" aria-label={t("timeline.label")}>
      <Timeline
        items={honors.map((honor, index) => {
          const prize = honor.prizeLevel && inLanguage(locale, honor.prizeLevel);
          const title = titleIn(locale, honor);
          const lines = [
            placeText((key, values) => t(key, values), honor.place, prize),
            honor.rank !== null && t("timeline.rank", { rank: honor.rank }),
            honor.through && t(`timeline.through.${honor.through.kind}`, { name: honor.through.name }),
            honor.documentNumber,
          ].filter(Boolean);
          return {
            key: `${honor.awardId}-${index}`,
            group: t("timeline.year", { year: honor.year }),
            when: formatPartialDate(honor.awardDate, locale === "en" ? "en" : "zh-CN"),
            title: linked ? <TextLink href={`/awards/${honor.awardId}`}>{title}</TextLink> : title,
            meta: lines.join(" · "),
            tone: toneOf(honor),
            body: (
              <span className="flex flex-wrap items-center gap-1.5">
                <Badge tone="gold">{inLanguage(locale, honor.levelName)}</Badge>
                {!honor.personal && <Badge>{t("timeline.collective")}</Badge>}
                {honor.state !== "effective" && <AwardStateBadge state={honor.state} />}
                {honor.struck && honor.state !== "revoked" && (
                  <Badge tone="danger">{t("struck.badge")}</Badge>
                )}
                {action?.(honor)}
              </span>
            ),
          };
        })}
      />
    </div>
  );
}

function toneOf({ state, struck, personal }: Honor): Tone {
  if (state === "revoked" || struck) return "danger";
  return state === "effective" && personal ? "gold" : "neutral";
}
