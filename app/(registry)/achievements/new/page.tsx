import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { AchievementForm } from "@/components/achievements/achievement-form";
import { requireActor } from "@/lib/auth/actor";
import { canRecordAchievements } from "@/lib/achievements/policy";

export async function generateMetadata() {
  return { title: (await getTranslations("achievements"))("new") };
}

export default async function NewAchievementPage() {
  const actor = await requireActor();
  if (!canRecordAchievements(actor)) notFound();
  const t = await getTranslations("achievements");
  return (
    <>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: "/achievements" }, { label: t("new") }]}
      />
      <ClientMessages namespaces={["achievements"]}>
        <AchievementForm formKey={randomUUID()} />
      </ClientMessages>
    </>
  );
}
