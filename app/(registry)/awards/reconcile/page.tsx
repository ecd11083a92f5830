import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AwardTable } from "@/components/awards/award-table";
import { ReconcileQuery } from "@/components/awards/reconcile/reconcile-query";
import { ReconcileTable } from "@/components/awards/reconcile/reconcile-table";
import { listHref, type ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { UnitTree } from "@/components/lists/unit-tree";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { LinkTabs } from "@/components/ui/link-tabs";
import { requireActor } from "@/lib/auth/actor";
import { readsUnresolved } from "@/lib/awards/reconcile/policy";
import { countReconcile, listLackingBasis, listUnresolved } from "@/lib/awards/reconcile/queries";
import { readReconcileFilter, reconcileTabs } from "@/lib/awards/reconcile/schema";
import { getDocument } from "@/lib/documents/queries";
import { canCreateEmployees } from "@/lib/employees/policy";
import { listUnitTree } from "@/lib/organizations/tree/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("awards-lists.reconcile"))("title") };
}

const path = "/awards/reconcile";

export default async function ReconcilePage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t, ta, tc] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("awards-lists.reconcile"),
    getTranslations("awards"),
    getTranslations("common.list"),
  ]);
  if (!readsUnresolved(actor)) notFound();
  const filter = readReconcileFilter(params);
  const { tab } = filter;
  const [found, lacking, counts, units, document] = await Promise.all([
    listUnresolved(actor, filter),
    tab === "legacy" ? listLackingBasis(actor, filter) : null,
    countReconcile(actor),
    listUnitTree(actor, "union", filter.unit),
    filter.document ? getDocument(actor, filter.document) : null,
  ]);
  const unitName = units.find(({ id }) => id === filter.unit)?.name;
  return (
    <>
      <PageHeader
        title={t("title")}
        breadcrumbs={[{ label: ta("ledger"), href: "/awards" }, { label: t("title") }]}
        meta={t("hint")}
      />
      <ListLayout
        tree={
          <UnitTree
            {...{ params, path, nodes: units, selected: filter.unit ?? null }}
            label={tc("units")}
            allLabel={tc("allUnits")}
            childrenUrl="/organizations/children?tree=union"
          />
        }
      >
        <LinkTabs
          label={t("title")}
          current={tab}
          tabs={reconcileTabs.map((key) => ({
            key,
            label: t(`tabs.${key}`),
            count: counts[key],
            href: listHref(path, params, { tab: key === "open" ? null : key }),
          }))}
        />
        <ReconcileQuery
          {...{ params, filter, unitName }}
          documentName={document ? (document.number ?? document.title) : undefined}
        />
        {tab === "legacy" ? (
          <AwardTable
            caption={t("tabs.legacy")}
            rows={lacking?.rows ?? []}
            empty={<p className="p-4 text-ink-3">{t("none.legacy")}</p>}
          />
        ) : (
          <ClientMessages namespaces={["awards-lists", "employees"]}>
            <ReconcileTable
              rows={found.rows}
              state={tab}
              params={params}
              sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
              mayCreate={canCreateEmployees(actor)}
            />
          </ClientMessages>
        )}
        <Pager {...(lacking ?? found)} params={params} path={path} />
      </ListLayout>
    </>
  );
}
