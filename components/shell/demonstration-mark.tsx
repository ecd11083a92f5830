import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";

export function DemonstrationMark() {
  const t = useTranslations("shell");
  return (
    <span title={t("demonstrationHint")} className="hidden sm:inline">
      <Badge tone="warning">{t("demonstration")}</Badge>
    </span>
  );
}
