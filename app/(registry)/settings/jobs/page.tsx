import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JobList } from "@/components/jobs/job-list";
import { RegularTasks } from "@/components/jobs/regular-tasks";
import { ClientMessages } from "@/components/shell/client-messages";
import { SimplePage } from "@/components/shell/simple-page";
import { Alert } from "@/components/ui/alert";
import { requireActor } from "@/lib/auth/actor";
import { getProgressOfJobs } from "@/lib/exchange/imports/queries";
import { getQueue } from "@/lib/jobs/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("jobs"))("title") };
}

export default async function JobsPage() {
  const actor = await requireActor();
  const queue = await getQueue(actor);
  if (!queue) notFound();
  const [t, progress] = await Promise.all([
    getTranslations("jobs"),
    getProgressOfJobs(
      actor,
      queue.jobs.flatMap(({ key }) => key ?? []),
    ),
  ]);
  return (
    <SimplePage title={t("title")}>
      {queue.workers === 0 && (
        <Alert tone="danger" title={t("noWorker")}>
          {t("noWorkerText")}
        </Alert>
      )}
      <ClientMessages namespaces={["jobs"]}>
        <JobList queue={queue} progress={progress} />
      </ClientMessages>
      <RegularTasks tasks={queue.regular} />
    </SimplePage>
  );
}
