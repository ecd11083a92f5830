import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { UnitTree } from "@/components/lists/unit-tree";
import { PageHeader } from "@/components/shell/page-header";
import { TeamQuery } from "@/components/teams/team-query";
import { TeamTable } from "@/components/teams/team-table";
import { Button } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { timeZone } from "@/lib/i18n/catalog";
import { dayOf } from "@/lib/kernel/partial-date";
import { listUnitTree } from "@/lib/organizations/tree/queries";
import { canReadTeams, canRecordTeams } from "@/lib/teams/policy";
import { listTeams } from "@/lib/teams/queries";
import { readTeamFilter } from "@/lib/teams/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("teams"))("title") };
}

export default async function TeamsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const params = await searchParams;
  const actor = await requireActor();
  if (!canReadTeams(actor)) notFound();
  const t = await getTranslations("teams");
  const filter = readTeamFilter(params);
  const unit = filter.unit ?? null;
  const [nodes, { rows, ...page }] = await Promise.all([
    listUnitTree(actor, "company", unit),
    listTeams(actor, filter, dayOf(new Date(), timeZone)),
  ]);
  const add = (
    <Button href="/teams/new" variant="primary" icon={Plus}>
      {t("new")}
    </Button>
  );
  const tree = (
    <UnitTree
      nodes={nodes}
      params={params}
      path="/teams"
      label={t("units")}
      selected={unit}
      childrenUrl="/organizations/children?tree=company"
    />
  );
  return (
    <>
      <PageHeader title={t("title")} actions={canRecordTeams(actor) && add} />
      <ListLayout tree={tree}>
        <TeamQuery filter={filter} params={params} unitName={nodes.find(({ id }) => id === unit)?.name} />
        <TeamTable rows={rows} filter={filter} params={params} />
        <Pager {...page} params={params} path="/teams" />
      </ListLayout>
    </>
  );
}
