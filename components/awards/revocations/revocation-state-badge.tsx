import { useTranslations } from "next-intl";
import type { RevocationState } from "@/lib/awards/revocations/schema";
import { Badge } from "../../ui/badge";
import type { Tone } from "../../ui/tone";

export const stateTones: Record<RevocationState, Tone> = {
  recorded: "warning",
  confirmed: "danger",
  annulling: "warning",
  annulled: "success",
  declined: "neutral",
  withdrawn: "neutral",
};

export function RevocationStateBadge({ state }: { state: RevocationState }) {
  const t = useTranslations("revocations.state");
  return <Badge tone={stateTones[state]}>{t(state)}</Badge>;
}
