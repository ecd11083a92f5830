import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { StudioForm } from "@/components/studios/studio-form";
import { requireActor } from "@/lib/auth/actor";
import { parseId } from "@/lib/kernel/ids";
import { getStudioForm } from "@/lib/studios/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("studios"))("edit") };
}

export default async function EditStudioPage({ params }: { params: Promise<{ id: string }> }) {
  const id = parseId((await params).id);
  const actor = await requireActor();
  const studio = id === null ? null : await getStudioForm(actor, id);
  if (!studio) notFound();
  const t = await getTranslations("studios");
  return (
    <>
      <PageHeader
        title={t("edit")}
        breadcrumbs={[
          { label: t("title"), href: "/studios" },
          { label: studio.name, href: `/studios/${studio.id}` },
          { label: t("editAction") },
        ]}
      />
      <ClientMessages namespaces={["studios"]}>
        <StudioForm studio={studio} />
      </ClientMessages>
    </>
  );
}
