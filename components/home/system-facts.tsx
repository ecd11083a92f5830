import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import type { SystemFacts as Facts } from "@/lib/reports/queries";
import { Stat, StatRow } from "../ui/stat";

export function SystemFacts({ facts }: { facts: Facts }) {
  const t = useTranslations("home.system");
  const locale = useLocale();
  return (
    <section aria-label={t("title")} className="space-y-2">
      <h2 className="text-sm font-semibold">{t("title")}</h2>
      <StatRow>
        <Stat label={t("accounts")} value={facts.accounts} href="/settings/users" />
        <Stat label={t("disabled")} value={facts.disabled} href="/settings/users?state=disabled" />
        <Stat label={t("sessions")} value={facts.sessions} />
        <Stat
          label={t("failed")}
          value={facts.failedSignIns}
          tone={facts.failedSignIns > 0 ? "warning" : "neutral"}
        />
        <Stat
          label={t("lastEvent")}
          value={
            <span className="text-base">
              {facts.lastEventAt ? formatInstant(facts.lastEventAt, locale) : "—"}
            </span>
          }
        />
      </StatRow>
    </section>
  );
}
