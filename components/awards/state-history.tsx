import { useLocale, useTranslations } from "next-intl";
import type { StateChange } from "@/lib/awards/record/queries";
import { formatInstant } from "@/lib/i18n/format";
import { Card } from "../ui/card";
import { Timeline } from "../ui/timeline";
import { stateTones } from "./award-state-badge";

/** Each change of state with who, when and why; the latest first. */
export function StateHistory({ changes }: { changes: readonly StateChange[] }) {
  const t = useTranslations("awards");
  const locale = useLocale();
  return (
    <Card title={t("detail.states")}>
      <Timeline
        items={[...changes].reverse().map(({ id, from, to, by, at, reason }) => ({
          key: id,
          when: formatInstant(at, locale),
          title: from === null ? t("detail.created") : t(`state.${to}`),
          meta: by ?? t("detail.byItself"),
          body: reason && <p className="whitespace-pre-line text-ink-2">{reason}</p>,
          tone: stateTones[to],
        }))}
      />
    </Card>
  );
}
