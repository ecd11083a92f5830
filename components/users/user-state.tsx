import { useTranslations } from "next-intl";
import type { UserState } from "@/lib/users/schema";
import { Badge } from "../ui/badge";

const tones = { open: "success", disabled: "danger", left: "neutral", due: "warning" } as const;

export function UserStateBadge({ state, dot }: { state: UserState; dot?: boolean }) {
  const t = useTranslations("users.states");
  return (
    <Badge tone={tones[state]} dot={dot}>
      {t(state)}
    </Badge>
  );
}
