import { useTranslations } from "next-intl";
import type { AwardState } from "@/lib/awards/schema";
import { Badge } from "../ui/badge";
import type { Tone } from "../ui/tone";

export const stateTones: Record<AwardState, Tone> = {
  draft: "neutral",
  returned: "warning",
  submitted: "info",
  effective: "success",
  expired: "neutral",
  revoked: "danger",
  void: "danger",
};

export function AwardStateBadge({ state, dot }: { state: AwardState; dot?: boolean }) {
  const t = useTranslations("awards.state");
  return (
    <Badge tone={stateTones[state]} dot={dot}>
      {t(state)}
    </Badge>
  );
}
