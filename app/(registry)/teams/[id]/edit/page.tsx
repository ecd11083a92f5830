import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { TeamForm } from "@/components/teams/team-form";
import { requireActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { getTeamForm } from "@/lib/teams/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("edit") };
}

export default async function EditTeamPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const team = id === null ? null : await getTeamForm(actor, id);
  if (!team) notFound();
  const t = await getTranslations("teams");
  return (
    <>
      <PageHeader
        title={t("edit")}
        breadcrumbs={[
          { label: t("title"), href: "/teams" },
          { label: team.name, href: `/teams/${team.id}` },
          { label: t("editAction") },
        ]}
      />
      <ClientMessages namespaces={["teams"]}>
        <TeamForm team={team} />
      </ClientMessages>
    </>
  );
}
