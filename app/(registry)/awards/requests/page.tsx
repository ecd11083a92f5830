import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RequestQuery } from "@/components/awards/requests/request-query";
import { RequestTable } from "@/components/awards/requests/request-table";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { UnitTree } from "@/components/lists/unit-tree";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { readsRequests } from "@/lib/awards/requests/policy";
import { listRequests } from "@/lib/awards/requests/queries";
import { readRequestFilter } from "@/lib/awards/requests/schema";
import { listUnitTree } from "@/lib/organizations/tree/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests"))("title") };
}

export default async function RequestsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t, tc] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("requests"),
    getTranslations("common.list"),
  ]);
  if (!readsRequests(actor)) notFound();
  const filter = readRequestFilter(params);
  const [found, units] = await Promise.all([
    listRequests(actor, filter),
    listUnitTree(actor, "union", filter.unit),
  ]);
  const filtered = Boolean(filter.q || filter.kind || filter.unit || filter.state !== "open");
  return (
    <>
      <PageHeader title={t("title")} />
      <ListLayout
        tree={
          <UnitTree
            nodes={units}
            params={params}
            path="/awards/requests"
            label={tc("units")}
            allLabel={tc("allUnits")}
            selected={filter.unit ?? null}
            childrenUrl="/organizations/children?tree=union"
          />
        }
      >
        <RequestQuery
          params={params}
          filter={filter}
          unitName={units.find(({ id }) => id === filter.unit)?.name}
        />
        <RequestTable
          rows={found.rows}
          params={params}
          sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
          filtered={filtered}
        />
        <Pager {...found} params={params} path="/awards/requests" />
      </ListLayout>
    </>
  );
}
