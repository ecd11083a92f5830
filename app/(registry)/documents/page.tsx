import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { DocumentList } from "@/components/documents/document-list";
import { DocumentQuery } from "@/components/documents/document-query";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { UnitTree } from "@/components/lists/unit-tree";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { canReadDocuments, canRecordDocuments } from "@/lib/documents/policy";
import { listDocuments } from "@/lib/documents/search/queries";
import { documentFilter, documentPage } from "@/lib/documents/schema";
import { searchBodies } from "@/lib/honors/bodies/queries";
import { paramsOf } from "@/lib/kernel/fields";
import { listUnitTree } from "@/lib/organizations/tree/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("documents"))("title") };
}

export default async function DocumentsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const actor = await requireActor();
  if (!canReadDocuments(actor)) notFound();
  const [params, t, tc] = await Promise.all([
    searchParams,
    getTranslations("documents"),
    getTranslations("common.list"),
  ]);
  const filter = documentFilter.parse(paramsOf(params));
  const asked = documentPage.parse(params);
  const [found, units, bodies] = await Promise.all([
    listDocuments(actor, filter, asked),
    listUnitTree(actor, "union", filter.unit),
    searchBodies(actor, "", { limit: 500 }),
  ]);
  const create = canRecordDocuments(actor) && (
    <Button href="/documents/new" variant="primary" icon={Plus}>
      {t("new")}
    </Button>
  );
  const unitName = units.find((unit) => unit.id === filter.unit)?.name;
  const sort = asked.direction === "desc" ? `-${asked.sort}` : asked.sort;
  return (
    <ClientMessages namespaces={["documents"]}>
      <PageHeader title={t("title")} actions={create} />
      <ListLayout
        tree={
          <UnitTree
            nodes={units}
            params={params}
            path="/documents"
            label={tc("units")}
            selected={filter.unit}
            childrenUrl="/organizations/children?tree=union"
          />
        }
      >
        <DocumentQuery params={params} filter={filter} bodies={bodies} unitName={unitName} />
        <DocumentList
          rows={found.rows}
          params={params}
          sort={sort}
          filtered={Object.values(filter).some(Boolean)}
          action={create}
        />
        <Pager {...found} params={params} path="/documents" />
      </ListLayout>
    </ClientMessages>
  );
}
