import { FileSpreadsheet, Upload } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportQuery } from "@/components/exchange/imports/import-query";
import { ImportTable } from "@/components/exchange/imports/import-table";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { Pager } from "@/components/lists/pager";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/auth/actor";
import { canReadImports, importableKinds } from "@/lib/exchange/imports/policy";
import { listImports } from "@/lib/exchange/imports/queries";
import { readImportFilter } from "@/lib/exchange/imports/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t] = await Promise.all([requireActor(), searchParams, getTranslations("imports")]);
  if (!canReadImports(actor)) notFound();
  const filter = readImportFilter(params);
  const imports = await listImports(actor, filter);
  const filtered = Boolean(filter.q ?? filter.kind ?? filter.state);
  const create = importableKinds(actor).length > 0 && (
    <Button href="/exchange/imports/new" variant="primary" icon={Upload}>
      {t("new")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} meta={t("intro")} actions={create} />
      <ListLayout>
        <ImportQuery filter={filter} params={params} />
        <ImportTable
          rows={imports.rows}
          params={params}
          sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
          empty={
            filtered ? (
              <EmptyState icon={FileSpreadsheet} title={t("list.noneFound")} text={t("list.noneFoundText")} />
            ) : (
              <EmptyState
                icon={FileSpreadsheet}
                title={t("list.none")}
                text={t("list.noneText")}
                action={create}
              />
            )
          }
        />
        <Pager {...imports} params={params} path="/exchange/imports" />
      </ListLayout>
    </>
  );
}
