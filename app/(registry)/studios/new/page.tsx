import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { StudioForm } from "@/components/studios/studio-form";
import { requireActor } from "@/lib/auth/actor";
import { canRecordStudios } from "@/lib/studios/policy";

export async function generateMetadata() {
  return { title: (await getTranslations("studios"))("new") };
}

export default async function NewStudioPage() {
  const actor = await requireActor();
  if (!canRecordStudios(actor)) notFound();
  const t = await getTranslations("studios");
  return (
    <>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: "/studios" }, { label: t("new") }]}
      />
      <ClientMessages namespaces={["studios"]}>
        <StudioForm formKey={randomUUID()} />
      </ClientMessages>
    </>
  );
}
