import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { UnitTree } from "@/components/lists/unit-tree";
import { PageHeader } from "@/components/shell/page-header";
import { StudioQuery } from "@/components/studios/studio-query";
import { StudioTable } from "@/components/studios/studio-table";
import { Button } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { timeZone } from "@/lib/i18n/catalog";
import { dayOf } from "@/lib/kernel/partial-date";
import { listUnitTree } from "@/lib/organizations/tree/queries";
import { canReadStudios, canRecordStudios } from "@/lib/studios/policy";
import { listStudios } from "@/lib/studios/queries";
import { readStudioFilter } from "@/lib/studios/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("studios"))("title") };
}

export default async function StudiosPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const params = await searchParams;
  const actor = await requireActor();
  if (!canReadStudios(actor)) notFound();
  const t = await getTranslations("studios");
  const filter = readStudioFilter(params);
  const unit = filter.unit ?? null;
  const [nodes, { rows, ...page }] = await Promise.all([
    listUnitTree(actor, "company", unit),
    listStudios(actor, filter, dayOf(new Date(), timeZone)),
  ]);
  const add = (
    <Button href="/studios/new" variant="primary" icon={Plus}>
      {t("new")}
    </Button>
  );
  const tree = (
    <UnitTree
      nodes={nodes}
      params={params}
      path="/studios"
      label={t("units")}
      selected={unit}
      childrenUrl="/organizations/children?tree=company"
    />
  );
  return (
    <>
      <PageHeader title={t("title")} actions={canRecordStudios(actor) && add} />
      <ListLayout tree={tree}>
        <StudioQuery filter={filter} params={params} unitName={nodes.find(({ id }) => id === unit)?.name} />
        <StudioTable rows={rows} filter={filter} params={params} />
        <Pager {...page} params={params} path="/studios" />
      </ListLayout>
    </>
  );
}
