import { Pencil } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { History } from "@/components/audit/history";
import { HonorTimeline } from "@/components/awards/honor-timeline";
import { MemberTable } from "@/components/employees/member-table";
import { DetailLayout } from "@/components/shell/detail-layout";
import { PageHeader } from "@/components/shell/page-header";
import { TeamFacts } from "@/components/teams/team-facts";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { getHistory } from "@/lib/audit/queries";
import { requireActor } from "@/lib/auth/actor";
import { listHonorsOfSubject } from "@/lib/awards/holders/queries";
import { timeZone } from "@/lib/i18n/catalog";
import { parseId } from "@/lib/kernel/ids";
import { dayOf } from "@/lib/kernel/partial-date";
import { getTeam } from "@/lib/teams/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("one") };
}

export default async function TeamPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const team = id === null ? null : await getTeam(actor, id, dayOf(new Date(), timeZone));
  if (!team) notFound();
  const t = await getTranslations("teams");
  const honors = await listHonorsOfSubject(actor, "team", team.id);
  const entries = await getHistory("teams", team.id);
  const edit = team.canEdit && (
    <Button href={`/teams/${team.id}/edit`} icon={Pencil}>
      {t("editAction")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={team.name}
        meta={team.unit.name}
        breadcrumbs={[{ label: t("title"), href: "/teams" }, { label: team.name }]}
        actions={edit}
      />
      <DetailLayout
        aside={
          <History
            entries={entries}
            namespace="teams"
            say={(field, value) => (field === "kind" ? t(`kind.${String(value)}`) : undefined)}
          />
        }
      >
        <TeamFacts team={team} />
        <MemberTable title={t("present")} none={t("presentNone")} members={team.members} namespace="teams" />
        <MemberTable
          title={t("former")}
          none={t("formerNone")}
          members={team.formerMembers}
          namespace="teams"
        />
        <Card title={t("honors")}>
          <HonorTimeline honors={honors} linked />
        </Card>
      </DetailLayout>
    </>
  );
}
