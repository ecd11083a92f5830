import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { BodyList, BodyQuery } from "@/components/honors/body-list";
import { CatalogTabs } from "@/components/honors/catalog-tabs";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { listBodies } from "@/lib/honors/bodies/queries";
import { bodyFilter, bodyPage } from "@/lib/honors/bodies/schema";
import { canEditCatalog, canReadCatalog } from "@/lib/honors/policy";
import { paramsOf } from "@/lib/kernel/fields";

export async function generateMetadata() {
  return { title: (await getTranslations("honors.bodies"))("title") };
}

export default async function BodiesPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const actor = await requireActor();
  if (!canReadCatalog(actor)) notFound();
  const [params, t] = await Promise.all([searchParams, getTranslations("honors.bodies")]);
  const filter = bodyFilter.parse(paramsOf(params));
  const asked = bodyPage.parse(params);
  const { rows, total, page, size } = await listBodies(actor, filter, asked);
  const create = canEditCatalog(actor) && (
    <Button href="/honors/bodies/new" variant="primary" icon={Plus}>
      {t("new")}
    </Button>
  );
  return (
    <ClientMessages namespaces={["honors"]}>
      <PageHeader title={t("title")} actions={create} tabs={<CatalogTabs current="bodies" />} />
      <ListLayout>
        <BodyQuery params={params} filter={filter} />
        <BodyList
          rows={rows}
          params={params}
          sort={asked.direction === "desc" ? `-${asked.sort}` : asked.sort}
          filtered={Object.values(filter).some(Boolean)}
        />
        <Pager total={total} page={page} size={size} params={params} path="/honors/bodies" />
      </ListLayout>
    </ClientMessages>
  );
}
