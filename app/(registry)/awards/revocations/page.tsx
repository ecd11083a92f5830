import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RevocationQuery } from "@/components/awards/revocations/revocation-query";
import { RevocationTable } from "@/components/awards/revocations/revocation-table";
import type { ListParams } from "@/components/lists/href";
import { Pager } from "@/components/lists/pager";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { readsRevocations } from "@/lib/awards/revocations/policy";
import { readRevocationFilter } from "@/lib/awards/revocations/schema";
import { listRevocations } from "@/lib/awards/strikes/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("revocations"))("title") };
}

export default async function RevocationsPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t, ta] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("revocations"),
    getTranslations("awards"),
  ]);
  if (!readsRevocations(actor)) notFound();
  const filter = readRevocationFilter(params);
  const found = await listRevocations(actor, filter);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: ta("ledger"), href: "/awards" }, { label: t("title") }]}
        title={t("title")}
      />
      <div className="space-y-3">
        <RevocationQuery params={params} filter={filter} />
        <RevocationTable
          rows={found.rows}
          params={params}
          sort={filter.direction === "desc" ? `-${filter.sort}` : filter.sort}
        />
        <Pager {...found} params={params} path="/awards/revocations" />
      </div>
    </>
  );
}
