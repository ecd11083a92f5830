import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportScope } from "@/components/exchange/export-scope";
import { ExportWorkbench } from "@/components/exchange/export-workbench";
import type { ListParams } from "@/components/lists/href";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { zonedYear } from "@/lib/awards/rules";
import { readAwardFilter } from "@/lib/awards/schema";
import { mayExport } from "@/lib/awards/policy";
import { canReadIdentities } from "@/lib/employees/identities/policy";
import { countExport, filterWords, listLayouts } from "@/lib/exchange/exports/queries";
import { filterFields } from "@/lib/exchange/exports/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("title") };
}

export default async function ExportPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t, ta, locale] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("exports"),
    getTranslations("awards"),
    getLocale(),
  ]);
  if (!mayExport(actor)) notFound();
  const filter = readAwardFilter(params, zonedYear(new Date()));
  const [counts, words, layouts] = await Promise.all([
    countExport(actor, filter),
    filterWords(actor, filter, locale === "en", ta),
    listLayouts(actor),
  ]);
  const fields = filterFields(filter);
  const list = `/awards?${new URLSearchParams(fields)}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("intro")}
        breadcrumbs={[{ label: ta("ledger"), href: list }, { label: t("title") }]}
      />
      <div className="space-y-4">
        <ExportScope counts={counts} words={words} list={list} />
        <ClientMessages namespaces={["exports"]}>
          <ExportWorkbench
            filter={fields}
            rows={{ recipient: counts.recipients, award: counts.awards }}
            layouts={layouts}
            numbers={canReadIdentities(actor)}
          />
        </ClientMessages>
      </div>
    </>
  );
}
