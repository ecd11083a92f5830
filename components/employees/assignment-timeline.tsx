import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { PeriodText } from "@/components/ui/partial-date";
import { Timeline } from "@/components/ui/timeline";
import type { EmployeeView } from "@/lib/employees/queries";

/** Where somebody worked and when, the present first. */
export function AssignmentTimeline({ assignments }: { assignments: EmployeeView["assignments"] }) {
  const t = useTranslations("employees");
  return (
    <Card title={t("assignments")}>
      {assignments.length === 0 ? (
        <p className="text-ink-3">{t("noAssignments")}</p>
      ) : (
        <Timeline
          items={assignments.map((assignment) => ({
            key: assignment.id,
            title: assignment.unit ?? assignment.unionUnit ?? t("noUnit"),
            when: <PeriodText from={assignment.validFrom} to={assignment.validTo} />,
            meta: [assignment.post ?? t("postUnknown"), assignment.unit && assignment.unionUnit]
              .filter(Boolean)
              .join(" · "),
            tone: assignment.validTo === null ? ("accent" as const) : ("neutral" as const),
          }))}
        />
      )}
    </Card>
  );
}
