import { Medal, Plus, ShieldOff, UserSearch } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AwardFilters } from "@/components/awards/award-filters";
import { AwardTable } from "@/components/awards/award-table";
import { ImportButton } from "@/components/exchange/imports/import-button";
import { one, type ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { ListUnits } from "@/components/lists/list-units";
import { Pager } from "@/components/lists/pager";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/auth/actor";
import { canRecord, mayExport, readsLedger } from "@/lib/awards/policy";
import { listAwards } from "@/lib/awards/ledger/queries";
import { awardFilterValues } from "@/lib/awards/queries";
import { readsUnresolved } from "@/lib/awards/reconcile/policy";
import { unitTreeOf, zonedYear } from "@/lib/awards/rules";
import { readsRevocations } from "@/lib/awards/revocations/policy";
import { readAwardFilter } from "@/lib/awards/schema";
import { mayImport } from "@/lib/exchange/imports/policy";
import { listUnitTree } from "@/lib/organizations/tree/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("awards"))("ledger") };
}

export default async function AwardsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t, tl] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("awards"),
    getTranslations("awards-lists"),
  ]);
  if (!readsLedger(actor)) notFound();
  const thisYear = zonedYear(new Date());
  const filter = readAwardFilter(params, thisYear);
  const tree = unitTreeOf(actor.grants, one(params, "tree"));
  const [awards, values, nodes] = await Promise.all([
    listAwards(actor, filter),
    awardFilterValues(filter.title),
    listUnitTree(actor, tree, filter.unit),
  ]);
  const unitName = nodes.find(({ id }) => id === filter.unit)?.name;
  return (
    <>
      <PageHeader
        title={t("ledger")}
        actions={
          <>
            {readsUnresolved(actor) && (
              <Button href="/awards/reconcile" icon={UserSearch}>
                {tl("reconcile.link")}
              </Button>
            )}
            {readsRevocations(actor) && (
              <Button href="/awards/revocations" icon={ShieldOff}>
                {t("revocations.list")}
              </Button>
            )}
            {mayImport(actor, "awards") && <ImportButton kind="awards" />}
            {canRecord(actor) && (
              <Button href="/awards/new" variant="primary" icon={Plus}>
                {t("new")}
              </Button>
            )}
          </>
        }
      />
      <ListLayout
        tree={<ListUnits path="/awards" nodes={nodes} tree={tree} params={params} selected={filter.unit} />}
      >
        <AwardFilters
          params={params}
          filter={filter}
          thisYear={thisYear}
          values={values}
          titleName={values.titleName}
          unitName={unitName}
          mayExport={mayExport(actor)}
        />
        <AwardTable
          caption={t("title")}
          rows={awards.rows}
          list={{
            params,
            path: "/awards",
            sort: filter.direction === "desc" ? `-${filter.sort}` : filter.sort,
          }}
          empty={<EmptyState icon={Medal} title={t("list.none")} text={t("list.noneText")} />}
        />
        <Pager {...awards} params={params} path="/awards" />
      </ListLayout>
    </>
  );
}
