import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ImportButton } from "@/components/exchange/imports/import-button";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { UnitTree } from "@/components/lists/unit-tree";
import { PageHeader } from "@/components/shell/page-header";
import { AchievementQuery } from "@/components/achievements/achievement-query";
import { AchievementTable } from "@/components/achievements/achievement-table";
import { Button } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { listUnitTree } from "@/lib/organizations/tree/queries";
import { mayImport } from "@/lib/exchange/imports/policy";
import { canReadAchievements, canRecordAchievements } from "@/lib/achievements/policy";
import { listAchievements, listYears } from "@/lib/achievements/queries";
import { readAchievementFilter } from "@/lib/achievements/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("achievements"))("title") };
}

export default async function AchievementsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const params = await searchParams;
  const actor = await requireActor();
  if (!canReadAchievements(actor)) notFound();
  const t = await getTranslations("achievements");
  const filter = readAchievementFilter(params);
  const unit = filter.unit ?? null;
  const [nodes, { rows, ...page }, years] = await Promise.all([
    listUnitTree(actor, "company", unit),
    listAchievements(actor, filter),
    listYears(actor),
  ]);
  const add = (
    <Button href="/achievements/new" variant="primary" icon={Plus}>
      {t("new")}
    </Button>
  );
  const tree = (
    <UnitTree
      nodes={nodes}
      params={params}
      path="/achievements"
      label={t("units")}
      selected={unit}
      childrenUrl="/organizations/children?tree=company"
    />
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {mayImport(actor, "achievements") && <ImportButton kind="achievements" />}
            {canRecordAchievements(actor) && add}
          </>
        }
      />
      <ListLayout tree={tree}>
        <AchievementQuery
          filter={filter}
          params={params}
          years={years}
          unitName={nodes.find(({ id }) => id === unit)?.name}
        />
        <AchievementTable rows={rows} filter={filter} params={params} />
        <Pager {...page} params={params} path="/achievements" />
      </ListLayout>
    </>
  );
}
