import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { EmploymentStatus } from "@/lib/employees/schema";

const tones = {
  active: "success",
  seconded: "info",
  left: "neutral",
  retired: "neutral",
  deceased: "neutral",
} as const;

export function EmployeeStatus({ status, dot }: { status: EmploymentStatus; dot?: boolean }) {
  const t = useTranslations("employees");
  return (
    <Badge tone={tones[status]} dot={dot}>
      {t(`status.${status}`)}
    </Badge>
  );
}
