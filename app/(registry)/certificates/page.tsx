import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CertificateQuery } from "@/components/certificates/certificate-query";
import { CertificateTable } from "@/components/certificates/certificate-table";
import type { ListParams } from "@/components/lists/href";
import { ListLayout } from "@/components/lists/list-layout";
import { ListUnits } from "@/components/lists/list-units";
import { Pager } from "@/components/lists/pager";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { unitTreeOf } from "@/lib/awards/rules";
import { readsCertificates } from "@/lib/certificates/policy";
import { listCertificates } from "@/lib/certificates/register/queries";
import { readCertificateFilter } from "@/lib/certificates/schema";
import { paramsOf } from "@/lib/kernel/fields";
import { listUnitTree } from "@/lib/organizations/tree/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("certificates"))("title") };
}

export default async function CertificatesPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const [actor, params, t] = await Promise.all([
    requireActor(),
    searchParams,
    getTranslations("certificates"),
  ]);
  if (!readsCertificates(actor)) notFound();
  const filter = readCertificateFilter(params);
  const tree = unitTreeOf(actor.grants, paramsOf(params).tree);
  const [{ rows, ...page }, nodes] = await Promise.all([
    listCertificates(actor, filter),
    listUnitTree(actor, tree, filter.unit),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <ListLayout
        tree={
          <ListUnits path="/certificates" nodes={nodes} tree={tree} params={params} selected={filter.unit} />
        }
      >
        <CertificateQuery
          filter={filter}
          params={params}
          unitName={nodes.find(({ id }) => id === filter.unit)?.name}
        />
        <CertificateTable rows={rows} params={params} filter={filter} />
        <Pager {...page} params={params} path="/certificates" />
      </ListLayout>
    </>
  );
}
