import { useTranslations } from "next-intl";
import type { RequestState } from "@/lib/awards/requests/schema";
import { Badge } from "../../ui/badge";
import type { Tone } from "../../ui/tone";

const tones: Record<RequestState, Tone> = {
  open: "warning",
  accepted: "success",
  declined: "danger",
  withdrawn: "neutral",
};

export function RequestStateBadge({ state, dot }: { state: RequestState; dot?: boolean }) {
  const t = useTranslations("requests.state");
  return (
    <Badge tone={tones[state]} dot={dot}>
      {t(state)}
    </Badge>
  );
}
