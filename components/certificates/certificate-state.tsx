import { useTranslations } from "next-intl";
import type { CertificateState } from "@/lib/certificates/schema";
import { Badge } from "../ui/badge";
import type { Tone } from "../ui/tone";

const tones: Record<CertificateState, Tone> = {
  held: "success",
  lost: "warning",
  returned: "neutral",
  void: "neutral",
};

/** What it is, or that it has to come back. */
export function CertificateStateBadge({
  state,
  toRecall,
  dot,
}: {
  state: CertificateState;
  toRecall: boolean;
  dot?: boolean;
}) {
  const t = useTranslations("certificates.state");
  return (
    <Badge tone={toRecall ? "danger" : tones[state]} dot={dot}>
      {t(toRecall ? "recall" : state)}
    </Badge>
  );
}
