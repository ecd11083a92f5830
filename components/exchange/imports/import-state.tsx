import { useTranslations } from "next-intl";
import type { ImportState } from "@/lib/exchange/imports/schema";
import { Badge } from "../../ui/badge";
import type { Tone } from "../../ui/tone";

const tones: Record<ImportState, Tone> = {
  received: "info",
  mapping: "warning",
  checking: "info",
  checked: "warning",
  applying: "info",
  applied: "success",
  undoing: "info",
  undone: "neutral",
  cancelled: "neutral",
  failed: "danger",
};

export function ImportStateBadge({ state, dot }: { state: ImportState; dot?: boolean }) {
  const t = useTranslations("imports.state");
  return (
    <Badge tone={tones[state]} dot={dot}>
      {t(state)}
    </Badge>
  );
}
