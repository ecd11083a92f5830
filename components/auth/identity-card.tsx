import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import { Card } from "../ui/card";
import { DescriptionList } from "../ui/description-list";

type Identity = { id: number; issuer: string; boundAt: Date; lastUsedAt: Date };

/** By which of the enterprise's own sign-ins one comes in; the security administrator releases what was bound wrongly. */
export function IdentityCard({ identities }: { identities: readonly Identity[] }) {
  const t = useTranslations("auth.identity");
  const locale = useLocale();
  return (
    <Card title={t("title")} hint={t("hint")}>
      <DescriptionList
        items={identities.map(({ issuer, boundAt, lastUsedAt }) => ({
          term: messengerOf(issuer) ? t(messengerOf(issuer)!) : issuer,
          value: t("used", {
            bound: formatInstant(boundAt, locale),
            when: formatInstant(lastUsedAt, locale),
          }),
          span: "full" as const,
        }))}
      />
    </Card>
  );
}

/** A messenger's name says more than the number of the enterprise there. */
function messengerOf(issuer: string): "wecom" | "dingtalk" | undefined {
  return (["wecom", "dingtalk"] as const).find((id) => issuer.startsWith(`${id}:`));
}
