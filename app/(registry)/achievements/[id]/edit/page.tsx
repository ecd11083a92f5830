import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { AchievementForm } from "@/components/achievements/achievement-form";
import { requireActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { getAchievementForm } from "@/lib/achievements/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("achievements"))("edit") };
}

export default async function EditAchievementPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const achievement = id === null ? null : await getAchievementForm(actor, id);
  if (!achievement) notFound();
  const t = await getTranslations("achievements");
  return (
    <>
      <PageHeader
        title={t("edit")}
        breadcrumbs={[
          { label: t("title"), href: "/achievements" },
          { label: achievement.name, href: `/achievements/${achievement.id}` },
          { label: t("editAction") },
        ]}
      />
      <ClientMessages namespaces={["achievements"]}>
        <AchievementForm achievement={achievement} />
      </ClientMessages>
    </>
  );
}
