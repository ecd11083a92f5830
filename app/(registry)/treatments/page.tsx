import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { UnitTree } from "@/components/lists/unit-tree";
import { PageHeader } from "@/components/shell/page-header";
import { TreatmentQuery } from "@/components/treatments/treatment-query";
import { TreatmentTable } from "@/components/treatments/treatment-table";
import { requireActor } from "@/lib/auth/actor";
import { unitTreeOf, zonedDay } from "@/lib/awards/rules";
import { listUnitTree } from "@/lib/organizations/tree/queries";
import { listTreatments } from "@/lib/treatments/ledger/queries";
import { readsTreatments } from "@/lib/treatments/policy";
import { listTreatmentKinds } from "@/lib/treatments/queries";
import { readTreatmentFilter } from "@/lib/treatments/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("treatments"))("listTitle") };
}

export default async function TreatmentsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t, tc] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("treatments"),
    getTranslations("common.list"),
  ]);
  if (!readsTreatments(actor)) notFound();
  const filter = readTreatmentFilter(params);
  const tree = unitTreeOf(actor.grants, undefined);
  const [{ rows, monthly, ...page }, kinds, units] = await Promise.all([
    listTreatments(actor, filter, zonedDay(new Date())),
    listTreatmentKinds(),
    listUnitTree(actor, tree, filter.unit),
  ]);
  return (
    <>
      <PageHeader title={t("listTitle")} />
      <ListLayout
        tree={
          <UnitTree
            nodes={units}
            params={params}
            path="/treatments"
            label={tc("units")}
            allLabel={tc("allUnits")}
            selected={filter.unit ?? null}
            childrenUrl={`/organizations/children?tree=${tree}`}
          />
        }
      >
        <TreatmentQuery
          filter={filter}
          params={params}
          kinds={kinds}
          unitName={units.find(({ id }) => id === filter.unit)?.name}
        />
        <TreatmentTable
          rows={rows}
          monthly={monthly}
          params={params}
          sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
        />
        <Pager {...page} params={params} path="/treatments" />
      </ListLayout>
    </>
  );
}
