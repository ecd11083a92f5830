import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ImportButton } from "@/components/exchange/imports/import-button";
import { listHref, type ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { UnitQuery } from "@/components/organizations/unit-query";
import { UnitTable } from "@/components/organizations/unit-table";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { requireActor } from "@/lib/auth/actor";
import { canReadEmployees } from "@/lib/employees/policy";
import { countByUnit } from "@/lib/employees/queries";
import { mayImport } from "@/lib/exchange/imports/policy";
import { canCreateUnits, canReadUnits } from "@/lib/organizations/policy";
import { listUnits } from "@/lib/organizations/register/queries";
import { readUnitFilter, trees } from "@/lib/organizations/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("organizations"))("title") };
}

export default async function UnitsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const params = await searchParams;
  const actor = await requireActor();
  if (!canReadUnits(actor)) notFound();
  const t = await getTranslations("organizations");
  const filter = readUnitFilter(params);
  const { rows, total, page, size } = await listUnits(actor, filter);
  const members = canReadEmployees(actor) ? await countByUnit(actor, filter.tree) : null;
  const tabs = trees.map((tree) => ({
    key: tree,
    label: t(`tree.${tree}`),
    href: listHref("/organizations", {}, { tree, size: params.size }),
  }));
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {mayImport(actor, "organizations") && <ImportButton kind="organizations" />}
            {canCreateUnits(actor, filter.tree) && (
              <Button href={`/organizations/new?tree=${filter.tree}`} variant="primary" icon={Plus}>
                {t("new")}
              </Button>
            )}
          </>
        }
        tabs={<LinkTabs label={t("tabs")} tabs={tabs} current={filter.tree} />}
      />
      <ListLayout>
        <UnitQuery filter={filter} params={params} />
        <UnitTable
          rows={rows}
          members={members}
          params={params}
          sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
        />
        <Pager total={total} page={page} size={size} params={params} path="/organizations" />
      </ListLayout>
    </>
  );
}
