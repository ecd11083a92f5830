import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Secrecy } from "@/lib/achievements/schema";

/** Nothing for what is open. */
export function SecrecyBadge({ secrecy }: { secrecy: Secrecy }) {
  const t = useTranslations("achievements");
  if (secrecy === "open") return null;
  return <Badge tone={secrecy === "secret" ? "danger" : "neutral"}>{t(`secrecy.${secrecy}`)}</Badge>;
}
