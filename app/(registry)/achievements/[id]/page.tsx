import { Pencil } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AchievementContent } from "@/components/achievements/achievement-content";
import { AchievementFacts } from "@/components/achievements/achievement-facts";
import { ContributorTable } from "@/components/achievements/contributor-table";
import { PropertyTable } from "@/components/achievements/property-table";
import { SecrecyBadge } from "@/components/achievements/secrecy-badge";
import { History } from "@/components/audit/history";
import { HonorTimeline } from "@/components/awards/honor-timeline";
import { ImportOrigin } from "@/components/exchange/imports/import-origin";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { getAchievement } from "@/lib/achievements/queries";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { listHonorsOfSubject } from "@/lib/awards/holders/queries";
import { importOf } from "@/lib/exchange/imports/queries";
import { parseId } from "@/lib/kernel/ids";

export async function generateMetadata() {
  return { title: (await getTranslations("achievements"))("one") };
}

export default async function AchievementPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const achievement = id === null ? null : await getAchievement(actor, id);
  if (!achievement) notFound();
  const t = await getTranslations("achievements");
  const honors = await listHonorsOfSubject(actor, "achievement", achievement.id);
  const [entries, origin] = await Promise.all([
    getHistory("achievements", achievement.id),
    importOf(actor, "achievements", achievement.id),
  ]);
  const edit = achievement.canEdit && (
    <Button href={`/achievements/${achievement.id}/edit`} icon={Pencil}>
      {t("editAction")}
    </Button>
  );
  const coded = (field: string, value: unknown) =>
    value && ["kind", "benefitKind", "secrecy"].includes(field) ? t(`${field}.${String(value)}`) : undefined;
  return (
    <>
      <PageHeader
        title={achievement.name}
        badge={<SecrecyBadge secrecy={achievement.secrecy} />}
        meta={achievement.units[0]?.name}
        breadcrumbs={[{ label: t("title"), href: "/achievements" }, { label: achievement.name }]}
        actions={edit}
      />
      <DetailLayout
        aside={
          <>
            <ImportOrigin origin={origin} />
            <History entries={entries} namespace="achievements" say={coded} />
          </>
        }
      >
        {achievement.disputed && (
          <Alert tone="warning" title={t("disputed")}>
            {t("disputedText")}
          </Alert>
        )}
        <AchievementFacts achievement={achievement} />
        <ContributorTable contributors={achievement.contributors} />
        <AchievementContent achievement={achievement} />
        <PropertyTable properties={achievement.properties} />
        <Card title={t("honors")}>
          <HonorTimeline honors={honors} linked />
        </Card>
      </DetailLayout>
    </>
  );
}
