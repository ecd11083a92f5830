import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ImportButton } from "@/components/exchange/imports/import-button";
import { CatalogTabs } from "@/components/honors/catalog-tabs";
import { TitleList } from "@/components/honors/title-list";
import { TitleQuery } from "@/components/honors/title-query";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { requireActor } from "@/lib/auth/actor";
import { mayImport } from "@/lib/exchange/imports/policy";
import { canEditCatalog, canReadCatalog } from "@/lib/honors/policy";
import { listValues } from "@/lib/honors/queries";
import { titleFilter, titlePage } from "@/lib/honors/schema";
import { listTitles } from "@/lib/honors/titles/queries";
import { paramsOf } from "@/lib/kernel/fields";

export async function generateMetadata() {
  return { title: (await getTranslations("honors"))("title") };
}

export default async function TitlesPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const actor = await requireActor();
  if (!canReadCatalog(actor)) notFound();
  const [params, t] = await Promise.all([searchParams, getTranslations("honors")]);
  const filter = titleFilter.parse(paramsOf(params));
  const asked = titlePage.parse(params);
  const [{ rows, total, page, size }, values] = await Promise.all([
    listTitles(actor, filter, asked),
    listValues(),
  ]);
  const create = canEditCatalog(actor) && (
    <Button href="/honors/new" variant="primary" icon={Plus}>
      {t("newTitle")}
    </Button>
  );
  return (
    <ClientMessages namespaces={["honors"]}>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {mayImport(actor, "titles") && <ImportButton kind="titles" />}
            {create}
          </>
        }
        tabs={<CatalogTabs current="titles" />}
      />
      <ListLayout>
        <TitleQuery params={params} filter={filter} values={values} />
        <TitleList
          rows={rows}
          params={params}
          sort={sortKey(asked)}
          filtered={Object.values(filter).some(Boolean)}
          action={create}
        />
        <Pager total={total} page={page} size={size} params={params} path="/honors" />
      </ListLayout>
    </ClientMessages>
  );
}

function sortKey({ sort, direction }: { sort: string; direction: "asc" | "desc" }) {
  return direction === "desc" ? `-${sort}` : sort;
}
