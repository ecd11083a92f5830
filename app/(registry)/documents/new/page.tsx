import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { DocumentForm } from "@/components/documents/document-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { canRecordDocuments } from "@/lib/documents/policy";
import { getDefaultRecordingUnit } from "@/lib/documents/search/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("documents"))("new") };
}

export default async function NewDocumentPage() {
  const actor = await requireActor();
  if (!canRecordDocuments(actor)) notFound();
  const [t, unit] = await Promise.all([getTranslations("documents"), getDefaultRecordingUnit(actor)]);
  return (
    <ClientMessages namespaces={["documents"]}>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: "/documents" }, { label: t("new") }]}
      />
      <DocumentForm unit={unit && { id: unit.id, label: unit.name }} />
    </ClientMessages>
  );
}
