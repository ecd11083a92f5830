import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { BodyForm } from "@/components/honors/body-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/actor";
import { canEditCatalog } from "@/lib/honors/policy";

export async function generateMetadata() {
  return { title: (await getTranslations("honors.bodies"))("new") };
}

export default async function NewBodyPage() {
  const actor = await requireActor();
  if (!canEditCatalog(actor)) notFound();
  const t = await getTranslations("honors.bodies");
  return (
    <ClientMessages namespaces={["honors"]}>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: "/honors/bodies" }, { label: t("new") }]}
      />
      <BodyForm />
    </ClientMessages>
  );
}
