import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { TeamForm } from "@/components/teams/team-form";
import { requireActor } from "@/lib/auth/actor";
import { canRecordTeams } from "@/lib/teams/policy";

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("new") };
}

export default async function NewTeamPage() {
  const actor = await requireActor();
  if (!canRecordTeams(actor)) notFound();
  const t = await getTranslations("teams");
  return (
    <>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: "/teams" }, { label: t("new") }]}
      />
      <ClientMessages namespaces={["teams"]}>
        <TeamForm formKey={randomUUID()} />
      </ClientMessages>
    </>
  );
}
