import { useLocale, useTranslations } from "next-intl";
import type { StepView } from "@/lib/awards/revocations/queries";
import { formatInstant } from "@/lib/i18n/format";
import { Card } from "../../ui/card";
import { Timeline } from "../../ui/timeline";
import { stateTones } from "./revocation-state-badge";

/** Each step with who, when and why; the latest first. */
export function RevocationSteps({ steps }: { steps: readonly StepView[] }) {
  const t = useTranslations("revocations");
  const locale = useLocale();
  return (
    <Card title={t("detail.steps")}>
      <Timeline
        items={[...steps].reverse().map(({ id, from, to, by, at, reason }) => ({
          key: id,
          when: formatInstant(at, locale),
          title: t(`step.${from === "annulling" && to === "confirmed" ? "kept" : to}`),
          meta: by,
          body: reason && <p className="whitespace-pre-line text-ink-2">{reason}</p>,
          tone: stateTones[to],
        }))}
      />
    </Card>
  );
}
