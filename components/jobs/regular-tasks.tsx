import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import type { Queue } from "@/lib/jobs/queries";
import { Card } from "../ui/card";
import { taskName } from "./task-name";

/** What the registry does by itself at its times, and when it last did. */
export function RegularTasks({ tasks }: { tasks: Queue["regular"] }) {
  const t = useTranslations("jobs");
  const locale = useLocale();
  return (
    <Card title={t("regular")} flush={tasks.length > 0}>
      {tasks.length === 0 ? (
        <p className="text-ink-3">{t("regularNone")}</p>
      ) : (
        <ul aria-label={t("regular")} className="divide-y divide-line">
          {tasks.map(({ task, lastRun }) => (
            <li key={task} className="flex flex-wrap justify-between gap-x-4 px-4 py-2.5">
              <span>{taskName(t, task)}</span>
              <span className="text-ink-3">
                {lastRun ? t("lastRun", { when: formatInstant(lastRun, locale) }) : t("notYet")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
