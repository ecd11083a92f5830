import { Pencil } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { History } from "@/components/audit/history";
import { HonorTimeline } from "@/components/awards/honor-timeline";
import { MemberTable } from "@/components/employees/member-table";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { StudioFacts } from "@/components/studios/studio-facts";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { listHonorsOfSubject } from "@/lib/awards/holders/queries";
import { timeZone } from "@/lib/i18n/catalog";
import { parseId } from "@/lib/kernel/ids";
import { dayOf } from "@/lib/kernel/partial-date";
import { getStudio } from "@/lib/studios/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("studios"))("one") };
}

export default async function StudioPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const studio = id === null ? null : await getStudio(actor, id, dayOf(new Date(), timeZone));
  if (!studio) notFound();
  const t = await getTranslations("studios");
  const honors = await listHonorsOfSubject(actor, "studio", studio.id);
  const entries = await getHistory("studios", studio.id);
  const edit = studio.canEdit && (
    <Button href={`/studios/${studio.id}/edit`} icon={Pencil}>
      {t("editAction")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={studio.name}
        meta={studio.unit.name}
        breadcrumbs={[{ label: t("title"), href: "/studios" }, { label: studio.name }]}
        actions={edit}
      />
      <DetailLayout aside={<History entries={entries} namespace="studios" />}>
        <StudioFacts studio={studio} />
        <MemberTable
          title={t("present")}
          none={t("presentNone")}
          members={studio.members}
          namespace="studios"
        />
        <MemberTable
          title={t("former")}
          none={t("formerNone")}
          members={studio.formerMembers}
          namespace="studios"
        />
        <Card title={t("honors")}>
          <HonorTimeline honors={honors} linked />
        </Card>
      </DetailLayout>
    </>
  );
}
