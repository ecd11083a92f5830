import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/lib/i18n/format";
import { cancelJob, retryJob } from "@/lib/jobs/actions";
import type { JobView, Queue } from "@/lib/jobs/queries";
import type { JobState } from "@/lib/jobs/schema";
import { ActionButton } from "../forms/action-button";
import { ActionDialog } from "../forms/action-dialog";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Progress } from "../ui/progress";
import type { Tone } from "../ui/tone";
import { taskName } from "./task-name";

type Done = { done: number; total: number | null };
type Props = { queue: Queue; progress: ReadonlyMap<string, Done> };

const tones: Record<JobState, Tone> = {
  ...{ running: "accent", waiting: "neutral", later: "neutral" },
  ...{ failed: "warning", lost: "danger" },
};

/** What is at work and what waits, each with its attempts and the last of its errors. */
export function JobList({ queue: { jobs, total, workers }, progress }: Props) {
  const t = useTranslations("jobs");
  return (
    <Card
      title={t("queue")}
      hint={t("counts", { total, workers })}
      actions={
        <Button href="/settings/jobs" size="sm">
          {t("refresh")}
        </Button>
      }
      flush={jobs.length > 0}
    >
      {jobs.length === 0 ? (
        <p className="text-ink-3">{t("none")}</p>
      ) : (
        <ul aria-label={t("queue")} className="divide-y divide-line">
          {jobs.map((job) => (
            <Job key={job.id} job={job} progress={job.key ? progress.get(job.key) : undefined} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Job({ job, progress }: { job: JobView; progress?: Done }) {
  const t = useTranslations("jobs");
  const locale = useLocale();
  const name = taskName(t, job.task);
  const instant = (when: Date) => formatInstant(when, locale);
  const facts = [
    t("number", { id: String(job.id) }),
    job.orderedBy && t("by", { name: job.orderedBy }),
    job.startedAt ? t("since", { when: instant(job.startedAt) }) : t("due", { when: instant(job.runAt) }),
    t("attempts", { attempts: job.attempts, most: job.maxAttempts }),
  ];
  return (
    <li className="flex flex-wrap items-start gap-3 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{name}</span>
          <Badge tone={tones[job.state]}>{t(`states.${job.state}`)}</Badge>
        </p>
        <p className="text-xs leading-5 text-ink-3">{facts.filter(Boolean).join(" · ")}</p>
        {progress?.total && (
          <div className="mt-1 flex items-center gap-2 text-xs text-ink-3">
            <Progress value={progress.done} max={progress.total} label={t("progressOf", { task: name })} />
            <span className="shrink-0 tabular-nums">
              {t("progress", { done: progress.done, total: progress.total })}
            </span>
          </div>
        )}
        {job.lastError && (
          <p className="mt-1 text-xs break-words text-ink-2">
            <span className="text-ink-3">{t("lastError")}</span> {job.lastError}
          </p>
        )}
      </div>
      {job.state !== "running" && (
        <div className="flex gap-2">
          <ActionButton action={retryJob} input={{ id: job.id }} size="sm" doneMessage={t("retried")}>
            {t("retry")}
            <span className="sr-only">{name}</span>
          </ActionButton>
          <ActionDialog
            trigger={
              <Button size="sm" variant="danger">
                {t("cancel")}
                <span className="sr-only">{name}</span>
              </Button>
            }
            title={t("cancelTitle")}
            text={t("cancelText", { task: name })}
            action={cancelJob}
            input={{ id: job.id }}
            confirmLabel={t("cancel")}
            doneMessage={t("cancelled")}
            danger
          />
        </div>
      )}
    </li>
  );
}
