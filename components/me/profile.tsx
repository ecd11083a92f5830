import { useLocale, useTranslations } from "next-intl";
import type { Honor } from "@/lib/awards/holders/queries";
import { isStanding } from "@/lib/awards/rules";
import type { EmployeeView } from "@/lib/employees/queries";
import type { ListValue } from "@/lib/honors/schema";
import { Stat, StatRow } from "../ui/stat";

type Props = {
  employee: Pick<EmployeeView, "name" | "unit" | "unionUnit" | "post" | "workNumber">;
  honors: readonly Honor[];
  /** All levels, the highest first. */
  levels: readonly ListValue[];
};

/** Who I am, and what my honors come to. A revoked honor is shown below but counts no more. */
export function Profile({ employee, honors, levels }: Props) {
  const t = useTranslations("me");
  const locale = useLocale();
  const standing = honors.filter(({ state, struck }) => isStanding(state) && !struck);
  const own = standing.filter(({ personal }) => personal);
  const highest = levels.find(({ code }) => own.some(({ levelName }) => levelName.code === code));
  const place = [employee.unit?.name ?? employee.unionUnit?.name, employee.post].filter(Boolean).join(" · ");
  return (
    <section aria-label={t("profile")} className="space-y-3">
      <div className="rounded-md border border-l-4 border-line border-l-gilt bg-surface px-4 py-3 shadow-card">
        <p className="font-serif text-lg font-bold">{employee.name}</p>
        {place && <p className="text-ink-2">{place}</p>}
        {employee.workNumber && (
          <p className="text-xs text-ink-3">{t("workNumber", { number: employee.workNumber })}</p>
        )}
      </div>
      {standing.length > 0 && (
        <StatRow>
          <Stat label={t("ownCount")} value={own.length} tone="gold" />
          <Stat label={t("sharedCount")} value={standing.length - own.length} />
          <Stat
            label={t("highest")}
            value={highest ? (locale === "en" ? highest.nameEn : highest.nameZh) : "—"}
          />
        </StatRow>
      )}
    </section>
  );
}
