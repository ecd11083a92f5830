import { Medal, PencilLine } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Honor } from "@/lib/awards/holders/queries";
import type { OwnRequest } from "@/lib/awards/requests/queries";
import type { CertificateView } from "@/lib/certificates/queries";
import { HonorTimeline } from "../awards/honor-timeline";
import { titleIn } from "../awards/named";
import { OwnCertificates } from "../certificates/own-certificates";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/empty-state";

/** My honors by year, each with the way to have it corrected. */
export function OwnHonors({
  honors,
  requests,
  certificates,
}: {
  honors: readonly Honor[];
  requests: readonly OwnRequest[];
  /** Those that the person holds, by award. */
  certificates: ReadonlyMap<number, readonly CertificateView[]>;
}) {
  const t = useTranslations("me");
  const locale = useLocale();
  const pending = new Set(
    requests.flatMap(({ state, awardId }) => (state === "open" && awardId !== null ? [awardId] : [])),
  );
  const correction = (honor: Honor) =>
    pending.has(honor.awardId) ? (
      <Badge tone="warning">{t("pending")}</Badge>
    ) : (
      <Button
        href={`/me/requests/new?award=${honor.awardId}`}
        variant="ghost"
        size="sm"
        icon={PencilLine}
        className="max-md:-my-1.5"
        aria-label={t("correctOf", { title: titleIn(locale, honor) })}
      >
        {t("correct")}
      </Button>
    );
  const beside = (honor: Honor) => (
    <>
      {correction(honor)}
      <OwnCertificates certificates={certificates.get(honor.awardId) ?? []} />
    </>
  );
  return (
    <Card title={t("honors")}>
      {honors.length > 0 ? (
        <HonorTimeline honors={honors} action={beside} />
      ) : (
        <EmptyState
          icon={Medal}
          title={t("none")}
          text={t("noneText")}
          action={<Button href="/me/requests/new">{t("declare")}</Button>}
        />
      )}
    </Card>
  );
}
