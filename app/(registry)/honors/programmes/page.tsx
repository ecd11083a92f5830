import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ProgrammeList, ProgrammeQuery } from "@/components/honors/programme-list";
import { CatalogTabs } from "@/components/honors/catalog-tabs";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { listProgrammes } from "@/lib/honors/programmes/queries";
import { programmeFilter, programmePage } from "@/lib/honors/programmes/schema";
import { canEditCatalog, canReadCatalog } from "@/lib/honors/policy";
import { paramsOf } from "@/lib/kernel/fields";

export async function generateMetadata() {
  return { title: (await getTranslations("honors.programmes"))("title") };
}

export default async function ProgrammesPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const actor = await requireActor();
  if (!canReadCatalog(actor)) notFound();
  const [params, t] = await Promise.all([searchParams, getTranslations("honors.programmes")]);
  const filter = programmeFilter.parse(paramsOf(params));
  const asked = programmePage.parse(params);
  const { rows, total, page, size } = await listProgrammes(actor, filter, asked);
  const create = canEditCatalog(actor) && (
    <Button href="/honors/programmes/new" variant="primary" icon={Plus}>
      {t("new")}
    </Button>
  );
  return (
    <ClientMessages namespaces={["honors"]}>
      <PageHeader title={t("title")} actions={create} tabs={<CatalogTabs current="programmes" />} />
      <ListLayout>
        <ProgrammeQuery params={params} filter={filter} />
        <ProgrammeList
          rows={rows}
          params={params}
          sort={asked.direction === "desc" ? `-${asked.sort}` : asked.sort}
          filtered={Object.values(filter).some(Boolean)}
        />
        <Pager total={total} page={page} size={size} params={params} path="/honors/programmes" />
      </ListLayout>
    </ClientMessages>
  );
}
