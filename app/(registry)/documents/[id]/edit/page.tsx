import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { DocumentForm } from "@/components/documents/document-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { getDocument } from "@/lib/documents/queries";
import { parseId } from "@/lib/kernel/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("documents"))("edit") };
}

export default async function EditDocumentPage({ params }: Props) {
  const actor = await requireActor();
  const [{ id }, t] = await Promise.all([params, getTranslations("documents")]);
  const document = await getDocument(actor, parseId(id) ?? 0);
  if (!document?.canEdit) notFound();
  const crumbs = [
    { label: t("title"), href: "/documents" },
    { label: document.number ?? document.title, href: `/documents/${document.id}` },
    { label: t("edit") },
  ];
  return (
    <ClientMessages namespaces={["documents"]}>
      <PageHeader title={t("edit")} breadcrumbs={crumbs} />
      <DocumentForm document={document} />
    </ClientMessages>
  );
}
